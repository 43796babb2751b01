import { emailKey, isSameAddress } from '../shared/email.ts';
import type { Language } from '../shared/languages.ts';
import { eitherCalendar, type KnownCalendar, withoutNotice } from './calendar-changes.ts';

/** What every message leaves behind that was accepted. Instants are ISO 8601 in UTC. */
export type SaidBase = {
  /** The notice whose message said it. */
  readonly noticeId: string;
  /** When SES accepted the message; until then, when it was composed. */
  readonly at: string;
  readonly address: string;
  readonly calendar?: KnownCalendar | undefined;
};

/** The message that is being sent to a recipient; no other one is sent at the same time. */
export type InFlight<Said> = {
  readonly noticeId: string;
  /** Until when the recipient's other notices wait. */
  readonly until: string;
  /** What the message says, once it is composed. */
  readonly saying?: Said | undefined;
  /** The former address that the message goes to, and its language; such a message says nothing else. */
  readonly farewell?: { readonly address: string; readonly language: Language } | undefined;
};

/** A message that was accepted in the last hour, whatever caused it: to which address, and when. */
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
  /** Addresses that were written to and are no longer the recipient's. */
  readonly former?: readonly string[] | undefined;
  /** Former addresses that have been told so since they were last written to. */
  readonly toldFormer?: readonly string[] | undefined;
  readonly recent?: readonly RecentMessage[] | undefined;
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
    if (farewell !== undefined)
      return {
        ...landed,
        toldFormer: [...(last.toldFormer ?? []), farewell.address],
        recent: withRecent(last.recent, farewell.address, at),
      };
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
  return {
    ...last,
    said,
    former: [...new Set(former)],
    toldFormer: last.toldFormer?.filter(isOther),
    recent: withRecent(last.recent, now.address, now.at),
  };
}

/** The messages of the last hour, with one more. */
function withRecent(
  recent: readonly RecentMessage[] = [],
  address: string,
  at: string,
): readonly RecentMessage[] {
  const since = new Date(Date.parse(at) - RECENT_MS).toISOString();
  return [...recent.filter((one) => one.at > since), { to: emailKey(address), at }];
}

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
  return { ...without, said: [...newer, ...older] };
}
