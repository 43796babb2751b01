/** What SES has reported of one message to an address. Instants are ISO 8601 in UTC. */
export type DeliveryReport = {
  readonly state: 'delivered' | 'bounced' | 'complained' | 'rejected';
  /** Of a bounce: `hard` when the address takes nothing, ever; `soft` when it did not take this message. */
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** Whether SES has not even tried, as the address is on a suppression list of its own. */
  readonly onListOfSes?: boolean | undefined;
  /** When it happened. */
  readonly at: string;
  /** When SES took the message. */
  readonly sentAt: string;
  readonly messageId: string;
};

/** Why nothing is sent to an address any more. `account-list`: SES would not send it. */
export type Suppression = {
  readonly because: 'hard-bounce' | 'complaint' | 'soft-bounces' | 'account-list';
  readonly since: string;
};

/**
 * What is known of the delivery to one address. It belongs to the address and not to a registration: an address that
 * is corrected takes nothing along, one that is used twice is known twice, and what SES reports never comes between
 * two changes of a registration.
 */
export type Delivery = {
  /** What became of the message that was sent last. */
  readonly latest?: Omit<DeliveryReport, 'onListOfSes'> | undefined;
  /** What the first hard bounce or complaint has led to. */
  readonly suppressed?: Suppression | undefined;
  /** When the last message was sent that arrived. */
  readonly deliveredUntil?: string | undefined;
  /** When messages were sent that bounced softly since then, in order, the last of each day (UTC). */
  readonly softBounces?: readonly string[] | undefined;
  /** When an organiser last lifted the suppression: what was before that no longer counts. */
  readonly liftedAt?: string | undefined;
};

/** Finds what is known of an address, among those that were asked for; nothing of whoever has none. */
export type Deliveries = (address: string | undefined) => Delivery;

/**
 * On so many different days an address may refuse what it is sent, with nothing delivered in between, before it is
 * written to no more. SES itself never puts an address on its list for soft bounces, and names no figure; this is
 * the rule of GNU Mailman (`bounce_score_threshold` 5, one bounce a day counted). What its rule forgets after a week
 * is kept here, as nobody is written to that often.
 */
export const SOFT_BOUNCE_DAYS = 5;

/** Which report of one message says more: events come in any order, and the last word is the graver one. */
function weight({ state, bounce }: Pick<DeliveryReport, 'state' | 'bounce'>): number {
  if (state === 'rejected') return 0;
  // Somebody who is away answers with a soft bounce after the message was delivered: it takes nothing back.
  if (state === 'bounced') return bounce === 'soft' ? 1 : 3;
  return state === 'delivered' ? 2 : 4;
}

/**
 * What is known after a report. Whatever the order in which reports come, and however often, it is the same in the
 * end; the object given comes back where the report says nothing new.
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

/** A report that puts an address on the list: SES calls these two harmful to whoever sends, and keeps them so too. */
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

/** Why an address is not written to, if it is not. */
export function suppressionOf({ suppressed, softBounces = [] }: Delivery): Suppression | undefined {
  const since = softBounces[SOFT_BOUNCE_DAYS - 1];
  return suppressed ?? (since === undefined ? undefined : { because: 'soft-bounces', since });
}

/** What is left when an organiser has lifted the suppression: everything begins anew. */
export const afterLifting = (now: Date): Delivery => ({ liftedAt: now.toISOString() });

/**
 * What keeps people at an address from reading what they are sent. `returned`: it takes nothing, and is not written to
 * any more; `refused`: it did not take the last message, and may take the next; `complained`: it has called a message
 * spam, and is not written to; `rejected`: SES did not want to send the last message.
 */
export const TROUBLES = ['returned', 'refused', 'complained', 'rejected'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Whether an address could be reached: what kept it from it, and since when; nothing where all is well or not known. */
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

/** How it stands with an address, for those who look after it or after its owner. */
export type DeliveryStanding = {
  readonly state: DeliveryReport['state'];
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** When what `state` says happened. */
  readonly at: string;
  /** Where nothing is sent to it any more. */
  readonly suppressed?: Suppression | undefined;
};

/** What people are told of a delivery; nothing where nothing is known. */
export function standingOf(delivery: Delivery): DeliveryStanding | undefined {
  const { latest } = delivery;
  if (latest === undefined) return undefined;
  const { state, bounce, at } = latest;
  return { state, bounce, at, suppressed: suppressionOf(delivery) };
}
