import { emailKey, isSameAddress } from '../shared/email.ts';
import type { Language } from '../shared/languages.ts';
import { eitherCalendar, type KnownCalendar, withoutNotice } from './calendar-changes.ts';
import type { NoticeEvent } from './notice.ts';

/** What every message leaves behind that was accepted. Instants are ISO 8601 in UTC. */
export type SaidBase = {
  /** The notice whose message said it. */
  readonly noticeId: string;
  /** When SES accepted the message; until then, when it was composed. */
  readonly at: string;
  readonly address: string;
  readonly calendar?: KnownCalendar | undefined;
};

/** A message to a former address. */
export type Farewell = {
  readonly noticeId: string;
  readonly address: string;
  readonly language: Language;
};

/** The message that is being sent to a recipient; no other one is sent at the same time. */
export type InFlight<Said> = {
  readonly noticeId: string;
  /** Until when the recipient's other notices wait. */
  readonly until: string;
  /** What the message says, once it is composed. */
  readonly saying?: Said | undefined;
  /** The former address that the message goes to, and its language; such a message says nothing else. */
  readonly farewell?: Omit<Farewell, 'noticeId'> | undefined;
};

/** An event whose message did not reach its recipient, and which no comparison would find again. */
export type UnreadEvent = Extract<
  NoticeEvent,
  { readonly kind: 'validation-wanted' | 'focal-point-invited' }
>;

/** A message that an edit has caused in the last hour: to which address, and when. */
export type RecentMessage = { readonly to: string; readonly at: string };

/**
 * What one recipient was last told. Only the acceptance of a message by SES moves it on, and only a bounce moves it back.
 * All that is kept of a recipient's messages is here, so that it is erased in one place.
 */
export type LastNotified<Said extends SaidBase> = {
  /** What was accepted, the newest first. A bounce takes its own message out, whichever that is. */
  readonly said: readonly Said[];
  /** What may have been said: the answer of SES was lost, and no report came in time. */
  readonly maybe?: Said | undefined;
  readonly inFlight?: InFlight<Said> | undefined;
  /** The last message to a former address that was accepted. */
  readonly farewell?: Farewell | undefined;
  /** What the last bounce took out. A soft bounce may be the answer of a mailbox that has the message. */
  readonly returned?: Said | undefined;
  /** Addresses that were written to and are no longer the recipient's. */
  readonly former?: readonly string[] | undefined;
  /** Former addresses that have been told so since they were last written to. */
  readonly toldFormer?: readonly string[] | undefined;
  readonly recent?: readonly RecentMessage[] | undefined;
  /** Events whose messages did not reach the recipient: they come again with the next message. */
  readonly unread?: readonly UnreadEvent[] | undefined;
};

/** How many messages are remembered: a bounce that comes after two newer messages still finds its own. */
const REMEMBERED = 3;

/** How long messages count for the limit on edits, in milliseconds. */
export const RECENT_MS = 3_600_000;

/** The state of a recipient whom nothing was ever said to. */
export const NEVER_NOTIFIED = { said: [] } as const;

/**
 * What is known when a notice takes the recipient over. If an earlier flight has ended without an answer, its message may
 * have reached the reader, and both possibilities are kept.
 */
export function takenOver<Said extends SaidBase>(
  last: LastNotified<Said>,
  inFlight: InFlight<Said>,
): LastNotified<Said> {
  const lost = last.inFlight?.saying;
  const maybe = lost && last.maybe ? merged(last.maybe, lost) : (lost ?? last.maybe);
  return { ...last, inFlight, maybe };
}

/** The later of two things that may have been said. The calendar may have got either. */
function merged<Said extends SaidBase>(one: Said, other: Said): Said {
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  return { ...second, calendar: eitherCalendar(first.calendar ?? {}, second.calendar ?? {}) };
}

/** What is known once SES has accepted the message of a notice. `at`: when. */
export function accepted<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
  at: string,
): LastNotified<Said> {
  const { inFlight, maybe } = last;
  if (inFlight?.noticeId === noticeId) {
    const { saying, farewell } = inFlight;
    const landed = { ...last, inFlight: undefined };
    if (farewell !== undefined) {
      const toldFormer = [...(last.toldFormer ?? []), farewell.address];
      return { ...landed, farewell: { noticeId, ...farewell }, toldFormer };
    }
    // The newer message has said all that the lost one may have said.
    return saying === undefined
      ? landed
      : followedBy({ ...landed, maybe: undefined }, { ...saying, at });
  }
  // A report of a message whose flight was given up.
  if (maybe?.noticeId !== noticeId) return last;
  return followedBy({ ...last, maybe: undefined }, { ...maybe, at });
}

/** Of two that SES accepted at the same moment, the order in which they are stays. */
const newestFirst = (a: SaidBase, b: SaidBase): number =>
  a.at === b.at ? 0 : a.at < b.at ? 1 : -1;

function followedBy<Said extends SaidBase>(
  last: LastNotified<Said>,
  now: Said,
): LastNotified<Said> {
  const [before] = last.said;
  const said = [now, ...last.said].sort(newestFirst).slice(0, REMEMBERED);
  const isOther = (address: string) => !isSameAddress(address, now.address);
  const former = [...(last.former ?? []), ...(before ? [before.address] : [])].filter(isOther);
  const since = new Date(Date.parse(now.at) - RECENT_MS).toISOString();
  return {
    ...last,
    said,
    former: [...new Set(former)],
    toldFormer: last.toldFormer?.filter(isOther),
    recent: [
      ...(last.recent ?? []).filter((one) => one.at > since),
      { to: emailKey(now.address), at: now.at },
    ],
  };
}

/** What is known once the message of a notice has not reached its recipient; most events are found again by comparison. */
export function withUnread<Said extends SaidBase>(
  last: LastNotified<Said>,
  event: NoticeEvent,
): LastNotified<Said> {
  if (event.kind !== 'validation-wanted' && event.kind !== 'focal-point-invited') return last;
  const others = (last.unread ?? []).filter((one) => subjectOf(one) !== subjectOf(event));
  return { ...last, unread: [...others, event] };
}

/** About whom an event asks; nothing of an invitation. */
const subjectOf = (event: UnreadEvent): string | undefined =>
  event.kind === 'validation-wanted' ? event.reference : undefined;

/** What is known once it is certain that SES has not taken the message that is in flight. */
export function notAccepted<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
): LastNotified<Said> {
  return last.inFlight?.noticeId === noticeId ? { ...last, inFlight: undefined } : last;
}

/**
 * What is known once the message of a notice has turned out not to reach its reader. Only what that message said is taken
 * back: where newer messages have repeated it or said something else, that stays.
 *
 * @param takeBack gives a newer statement without what only the bounced message said, by what was said before that.
 */
export function bounced<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
  takeBack: (newer: Said, bounced: Said, before: Said | undefined) => Said,
): LastNotified<Said> {
  const { maybe, inFlight } = last;
  const without = {
    ...last,
    inFlight: inFlight?.noticeId === noticeId ? undefined : inFlight,
    maybe: maybe?.noticeId === noticeId ? undefined : maybe,
  };
  const index = last.said.findIndex((one) => one.noticeId === noticeId);
  const gone = last.said[index];
  if (gone === undefined) return without;
  const newer = last.said.slice(0, index).map((one) => ({
    ...takeBack(one, gone, last.said[index + 1]),
    calendar: withoutNotice(one.calendar ?? {}, noticeId),
  }));
  const older = last.said.slice(index + 1);
  return { ...without, said: [...newer, ...older], returned: gone };
}

/** What is known once SES has delivered the message that the last bounce took out. */
export function delivered<Said extends SaidBase>(
  last: LastNotified<Said>,
  noticeId: string,
): LastNotified<Said> {
  const { returned, recent } = last;
  if (returned?.noticeId !== noticeId) return last;
  // The limit on edits has counted it already.
  return { ...followedBy({ ...last, returned: undefined }, returned), recent };
}
