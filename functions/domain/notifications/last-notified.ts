import { emailKey, isSameAddress } from '../shared/email.ts';
import type { Language } from '../shared/languages.ts';
import { eitherCalendar, type KnownCalendar, withoutNotice } from './calendar-changes.ts';
import type { NoticeEvent } from './notice.ts';

/** What is stored of every accepted message. Instants are ISO 8601 in UTC. */
export type SaidBase = {
  /** The notice of the message. */
  readonly noticeId: string;
  /** When SES accepted the message. Before that, when it was composed. */
  readonly at: string;
  readonly address: string;
  readonly calendar?: KnownCalendar | undefined;
};

/** A message to a former address. */
type Farewell = {
  readonly noticeId: string;
  readonly address: string;
  readonly language: Language;
};

/** The message in flight to a recipient. A recipient has at most one. */
export type InFlight<Said> = {
  readonly noticeId: string;
  /** Until when the other notices for the recipient wait. */
  readonly until: string;
  /** What the message says, after it is composed. */
  readonly saying?: Said | undefined;
  /** For a message to a former address: the address and the language. Such a message says nothing else. */
  readonly farewell?: Omit<Farewell, 'noticeId'> | undefined;
};

/** An event whose message did not reach its recipient, and that a comparison of states would not find again. */
export type UnreadEvent = Extract<
  NoticeEvent,
  { readonly kind: 'validation-wanted' | 'focal-point-invited' }
>;

/**
 * What an accepted message said. `unclear`: what may have been said before it. That is unclear again if this message
 * bounces.
 */
type AcceptedSaid<Said> = Said & { readonly unclear?: Said | undefined };

/** An accepted message of the last hour, for any event: its address, and when SES accepted it. */
export type RecentMessage = { readonly to: string; readonly at: string };

/**
 * What one recipient was last notified of. Only an accepted message moves it forward, and only a bounce moves it back.
 * It is the only record of a recipient's messages, so that erasure deletes one item.
 */
export type LastNotified<Said extends SaidBase> = {
  /** What accepted messages said, the newest first. A bounce removes its own message. */
  readonly said: readonly AcceptedSaid<Said>[];
  /** What may have been said: the answer of SES was lost, and no report has arrived in time. */
  readonly maybe?: Said | undefined;
  readonly inFlight?: InFlight<Said> | undefined;
  /** The last accepted message to a former address. */
  readonly farewell?: Farewell | undefined;
  /** What the last bounce removed. A mailbox that has the message may answer with a soft bounce. */
  readonly returned?: AcceptedSaid<Said> | undefined;
  /** Former addresses of the recipient that had messages. */
  readonly former?: readonly string[] | undefined;
  /** Former addresses that got the message about the change since their last other message. */
  readonly toldFormer?: readonly string[] | undefined;
  readonly recent?: readonly RecentMessage[] | undefined;
  /** Events whose messages did not reach the recipient. They come again with the next message. */
  readonly unread?: readonly UnreadEvent[] | undefined;
};

/** The number of messages remembered. A bounce after two newer messages still finds its own message. */
const REMEMBERED = 3;

/** How long a message counts for the limit on edits, in milliseconds. */
export const RECENT_MS = 3_600_000;

/** The state of a recipient who never had a message. */
export const NEVER_NOTIFIED = { said: [] } as const;

/**
 * The state after a notice takes the recipient. If an earlier message in flight has no answer, it may have reached the
 * reader, so both possibilities are stored.
 */
export function takenOver<Said extends SaidBase>(
  last: LastNotified<Said>,
  inFlight: InFlight<Said>,
): LastNotified<Said> {
  const lost = last.inFlight?.saying;
  const maybe = lost ? either(lost, last.maybe) : last.maybe;
  return { ...last, inFlight, maybe };
}

/** The later of two messages that may have arrived. The calendar may have the entries of either. */
function either<Said extends SaidBase>(one: Said, other: Said | undefined): Said {
  if (other === undefined) return one;
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  return { ...second, calendar: eitherCalendar(first.calendar ?? {}, second.calendar ?? {}) };
}

/** The state after SES has accepted the message of a notice. `at`: when. */
export function accepted<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
  at: string,
): LastNotified<Said> {
  const { inFlight, maybe } = last;
  if (inFlight?.noticeId === noticeId) {
    const { saying, farewell } = inFlight;
    const landed = { ...last, inFlight: undefined };
    if (farewell !== undefined)
      return {
        ...landed,
        farewell: { noticeId, ...farewell },
        toldFormer: [...(last.toldFormer ?? []), farewell.address],
        recent: withRecent(last.recent, farewell.address, at),
      };
    // The newer message also said what the lost message may have said.
    return saying === undefined
      ? landed
      : followedBy({ ...landed, maybe: undefined }, { ...saying, at, unclear: maybe });
  }
  // A report about a message that was no longer in flight.
  if (maybe?.noticeId !== noticeId) return last;
  return followedBy({ ...last, maybe: undefined }, { ...maybe, at });
}

/** Messages accepted at the same moment keep their order. */
const newestFirst = (a: SaidBase, b: SaidBase): number =>
  a.at === b.at ? 0 : a.at < b.at ? 1 : -1;

function followedBy<Said extends SaidBase>(
  last: LastNotified<Said>,
  now: AcceptedSaid<Said>,
): LastNotified<Said> {
  const [before] = last.said;
  const said = [now, ...last.said].sort(newestFirst).slice(0, REMEMBERED);
  const isOther = (address: string) => !isSameAddress(address, now.address);
  const former = [...(last.former ?? []), ...(before ? [before.address] : [])].filter(isOther);
  return {
    ...last,
    said,
    former: [...new Set(former)],
    toldFormer: last.toldFormer?.filter(isOther),
    recent: withRecent(last.recent, now.address, now.at),
  };
}

/**
 * The state after the message of a notice has not reached its recipient. A comparison of states finds most events
 * again.
 */
export function withUnread<Said extends SaidBase>(
  last: LastNotified<Said>,
  event: NoticeEvent,
): LastNotified<Said> {
  if (event.kind !== 'validation-wanted' && event.kind !== 'focal-point-invited') return last;
  const others = (last.unread ?? []).filter((one) => subjectOf(one) !== subjectOf(event));
  return { ...last, unread: [...others, event] };
}

/** The reference of the person whom an event asks about. An invitation has none. */
const subjectOf = (event: UnreadEvent): string | undefined =>
  event.kind === 'validation-wanted' ? event.reference : undefined;

/** The messages of the last hour, with one more. */
function withRecent(
  recent: readonly RecentMessage[] = [],
  address: string,
  at: string,
): readonly RecentMessage[] {
  const since = new Date(Date.parse(at) - RECENT_MS).toISOString();
  return [...recent.filter((one) => one.at > since), { to: emailKey(address), at }];
}

/** The state after it is certain that SES has not accepted the message in flight. */
export function notAccepted<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
): LastNotified<Said> {
  return last.inFlight?.noticeId === noticeId ? { ...last, inFlight: undefined } : last;
}

/**
 * The state after the message of a notice has bounced. Only what that message said is undone. What newer messages
 * repeated or changed stays.
 *
 * @param takeBack returns a newer message without what only the bounced message said. `before`: the message before that
 * one.
 */
export function bounced<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
  takeBack: (newer: Said, bounced: Said, before: Said | undefined) => Said,
): LastNotified<Said> {
  const { maybe, inFlight } = last;
  const said = last.said.map((one) =>
    one.unclear?.noticeId === noticeId ? { ...one, unclear: undefined } : one,
  );
  const without = {
    ...last,
    said,
    inFlight: inFlight?.noticeId === noticeId ? undefined : inFlight,
    maybe: maybe?.noticeId === noticeId ? undefined : maybe,
  };
  const index = said.findIndex((one) => one.noticeId === noticeId);
  const gone = said[index];
  if (gone === undefined) return without;
  // If one of two messages may have been the one before, nothing before it is certain.
  const before = gone.unclear === undefined ? said[index + 1] : undefined;
  const newer = said.slice(0, index).map((one) => ({
    ...takeBack(one, gone, before),
    calendar: withoutNotice(one.calendar ?? {}, noticeId),
  }));
  const older = said.slice(index + 1);
  return {
    ...without,
    said: [...newer, ...older],
    returned: gone,
    ...(index === 0 && gone.unclear && { maybe: either(gone.unclear, without.maybe) }),
  };
}

/** The state after SES has delivered the message that the last bounce removed. */
export function delivered<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
): LastNotified<Said> {
  const { returned, maybe, recent } = last;
  if (returned?.noticeId !== noticeId) return last;
  const isUnclear = maybe !== undefined && maybe.noticeId === returned.unclear?.noticeId;
  const before = { ...last, returned: undefined, maybe: isUnclear ? undefined : maybe };
  // The limit on edits has counted the message already.
  return { ...followedBy(before, returned), recent };
}
