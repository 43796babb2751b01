/** What SES has reported about one message to an address. Instants are ISO 8601 in UTC. */
export type DeliveryReport = {
  readonly state: 'delivered' | 'bounced' | 'complained' | 'rejected';
  /** For a bounce. `hard`: the address never accepts anything. `soft`: it did not accept this message. */
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** True if SES did not try, because the address is on the suppression list of the account. */
  readonly onListOfSes?: boolean | undefined;
  /** When the event happened. */
  readonly at: string;
  /** When SES accepted the message. */
  readonly sentAt: string;
  readonly messageId: string;
};

/** Why nothing is sent to an address any more. `account-list`: SES refuses to send to it. */
export type Suppression = {
  readonly because: 'hard-bounce' | 'complaint' | 'soft-bounces' | 'account-list';
  readonly since: string;
};

/**
 * What is known about delivery to one address. It belongs to the address, not to a registration. A corrected address
 * starts without history, an address in two registrations has one history, and reports of SES never conflict with
 * changes of a registration.
 */
export type Delivery = {
  /** The last report about the message that was sent last. */
  readonly latest?: Omit<DeliveryReport, 'onListOfSes'> | undefined;
  /** The effect of the first hard bounce or complaint. */
  readonly suppressed?: Suppression | undefined;
  /** When the last delivered message was sent. */
  readonly deliveredUntil?: string | undefined;
  /** When messages with a soft bounce were sent after that, in order. For each day (UTC), only the last. */
  readonly softBounces?: readonly string[] | undefined;
  /** When an organiser last lifted the suppression. Earlier reports no longer count. */
  readonly liftedAt?: string | undefined;
};

/** Looks up what is known about an address, among those that were read. Without an address, nothing is known. */
export type Deliveries = (address: string | undefined) => Delivery;

/**
 * After soft bounces on this number of different days, without a delivery between them, nothing more is sent to an
 * address. SES never suppresses an address for soft bounces, and names no number. This is the rule of GNU Mailman
 * (`bounce_score_threshold` 5, one bounce a day counts). Mailman forgets bounces after a week. Plenary does not,
 * because it writes to nobody that often.
 */
export const SOFT_BOUNCE_DAYS = 5;

/** The weight of a report about one message. Events arrive in any order, and the heavier report wins. */
function weight({ state, bounce }: Pick<DeliveryReport, 'state' | 'bounce'>): number {
  if (state === 'rejected') return 0;
  // An automatic reply can cause a soft bounce after the delivery. It does not undo the delivery.
  if (state === 'bounced') return bounce === 'soft' ? 1 : 3;
  return state === 'delivered' ? 2 : 4;
}

/**
 * What is known after a report. The result does not depend on the order of reports, or on repeated reports.
 *
 * @returns the same object if the report adds nothing.
 */
export function afterReport(known: Delivery, report: DeliveryReport): Delivery {
  if (known.liftedAt !== undefined && report.at <= known.liftedAt) return known;
  const latest = laterOf(known.latest, report);
  const suppressed = firstOf(known.suppressed, suppressionBy(report));
  const deliveredUntil = report.state === 'delivered' ? report.sentAt : undefined;
  const until = [known.deliveredUntil, deliveredUntil]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  const soft = report.bounce === 'soft' ? [report.sentAt] : [];
  const softBounces = lastOfEachDay([...(known.softBounces ?? []), ...soft]).filter(
    (at) => until === undefined || at > until,
  );
  const after: Delivery = {
    ...(known.liftedAt !== undefined && { liftedAt: known.liftedAt }),
    latest,
    ...(suppressed && { suppressed }),
    ...(until !== undefined && { deliveredUntil: until }),
    ...(softBounces.length > 0 && { softBounces }),
  };
  const same =
    latest === known.latest &&
    suppressed === known.suppressed &&
    until === known.deliveredUntil &&
    softBounces.join() === (known.softBounces ?? []).join();
  return same ? known : after;
}

function laterOf(known: Delivery['latest'], { onListOfSes: _, ...report }: DeliveryReport) {
  if (known === undefined) return report;
  const order = (a: typeof report, b: typeof report) =>
    compare(a.sentAt, b.sentAt) ||
    weight(a) - weight(b) ||
    compare(b.at, a.at) ||
    compare(a.messageId, b.messageId);
  return order(report, known) > 0 ? report : known;
}

/**
 * The suppression that a report causes. SES also suppresses addresses after hard bounces and complaints, because they
 * harm the sender's reputation.
 */
function suppressionBy({
  state,
  bounce,
  onListOfSes,
  at,
}: DeliveryReport): Suppression | undefined {
  if (onListOfSes) return { because: 'account-list', since: at };
  if (state === 'complained') return { because: 'complaint', since: at };
  return bounce === 'hard' ? { because: 'hard-bounce', since: at } : undefined;
}

function firstOf(known: Suppression | undefined, next: Suppression | undefined) {
  if (known === undefined || next === undefined) return known ?? next;
  const order = compare(next.since, known.since) || compare(next.because, known.because);
  return order < 0 ? next : known;
}

function lastOfEachDay(instants: readonly string[]): string[] {
  return [...new Map([...instants].sort().map((at) => [at.slice(0, 10), at])).values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Why nothing is sent to an address, or `undefined`. */
export function suppressionOf({ suppressed, softBounces = [] }: Delivery): Suppression | undefined {
  const since = softBounces[SOFT_BOUNCE_DAYS - 1];
  return suppressed ?? (since === undefined ? undefined : { because: 'soft-bounces', since });
}

/** What is known after an organiser has lifted the suppression: nothing, except when. */
export const afterLifting = (now: Date): Delivery => ({ liftedAt: now.toISOString() });

/**
 * What keeps people from reading their mail. `returned`: the address accepts nothing, and is suppressed. `refused`: it
 * did not accept the last message, but may accept the next. `complained`: its reader marked a message as spam, and it
 * is suppressed. `rejected`: SES refused to send the last message.
 */
const TROUBLES = ['returned', 'refused', 'complained', 'rejected'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** The trouble of an address and since when, or `undefined` if there is none or nothing is known. */
export function troubleOf(
  delivery: Delivery,
): { readonly trouble: Trouble; readonly since: string } | undefined {
  const { latest } = delivery;
  const suppression = suppressionOf(delivery);
  if (suppression !== undefined) {
    const { because, since } = suppression;
    const complained =
      because === 'complaint' || (because === 'account-list' && latest?.state === 'complained');
    return { trouble: complained ? 'complained' : 'returned', since };
  }
  if (latest === undefined || latest.state === 'delivered') return undefined;
  return { trouble: latest.state === 'rejected' ? 'rejected' : 'refused', since: latest.at };
}

/** The state of an address, for organisers and for its owner. */
export type DeliveryStanding = {
  readonly state: DeliveryReport['state'];
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** When the event of `state` happened. */
  readonly at: string;
  /** Why nothing is sent to it any more, if so. */
  readonly suppressed?: Suppression | undefined;
};

/** The state of an address, or `undefined` if nothing is known. */
export function standingOf(delivery: Delivery): DeliveryStanding | undefined {
  const { latest } = delivery;
  if (latest === undefined) return undefined;
  const { state, bounce, at } = latest;
  return { state, bounce, at, suppressed: suppressionOf(delivery) };
}
