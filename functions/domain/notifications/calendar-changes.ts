import { createHash } from 'node:crypto';
import { type Arrangements, arrangementsOf } from '../meeting/arrangements.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { inOrder, type Sitting } from '../meeting/sittings.ts';
import type { MeetingDays } from '../shared/day.ts';
import type { LocalisedText } from '../shared/languages.ts';

/** The times of one calendar entry: a sitting, or all days of the meeting. */
export type EntryTimes = Sitting | MeetingDays;

/** An entry that a calendar should have. */
type WantedEntry = {
  readonly times: EntryTimes;
  /** A hash of everything that the entry says, in all languages. */
  readonly digest: string;
};

/** Entries by their UID (RFC 5545 §3.8.4.7). */
export type WantedCalendar = Readonly<Record<string, WantedEntry>>;

/** What is known of one entry in a reader's calendar. */
type KnownEntry = {
  readonly times: EntryTimes;
  /** The hash of what the calendar shows. Missing if the entry must be sent again, or was cancelled. */
  readonly digest?: string | undefined;
  /** Whether the calendar may have the entry: SES accepted a message with it, and no message that cancels it. */
  readonly held: boolean;
  /** The last notice whose message had this entry, and the value of `held` before that message. */
  readonly noticeId: string;
  readonly heldBefore: boolean;
};
export type KnownCalendar = Readonly<Record<string, KnownEntry>>;

/** What a message brings to a calendar. Entries and cancellations are by UID. */
export type CalendarPlan = {
  readonly entries: Readonly<Record<string, EntryTimes>>;
  readonly cancelled: Readonly<Record<string, EntryTimes>>;
};

/** The UID of the n-th entry of a registration. The first one is also the UID of the entry for whole days. */
export const entryUid = (reference: string, index: number): string =>
  `${reference}${index === 0 ? '' : `-${index + 1}`}@plenary`;

/** The entries that a confirmed person's calendar should have: one for each sitting, or one for all days. */
export function wantedCalendar(
  meeting: Meeting,
  reference: string,
  arrangements: Arrangements = arrangementsOf(meeting),
): WantedCalendar {
  const { title, contactEmail } = meeting;
  const { startsOn, endsOn, timeZone, venue, sittings, link } = arrangements;
  const times: readonly EntryTimes[] = sittings ? inOrder(sittings) : [{ startsOn, endsOn }];
  return Object.fromEntries(
    times.map((one, index) => [
      entryUid(reference, index),
      { times: one, digest: digestOf({ title, contactEmail, timeZone, venue, link, times: one }) },
    ]),
  );
}

function digestOf(entry: {
  readonly title: LocalisedText;
  readonly contactEmail: string;
  readonly timeZone: string;
  readonly venue: Arrangements['venue'];
  readonly link: string | undefined;
  readonly times: EntryTimes;
}): string {
  return createHash('sha256').update(canonical(entry)).digest('base64url').slice(0, 16);
}

/** A value as JSON with sorted fields, because tables do not keep the order of fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Plans what a message brings to its reader's calendar: the entries that are missing or different there, and the
 * cancellation of entries that it may have but should not have.
 *
 * @param mode `always` sends all wanted entries, `changes` only those that differ, `never` sends nothing.
 * @returns the plan, if there is anything to send; and what is known of the calendar after SES has accepted the
 * message.
 */
export function planCalendar(
  known: KnownCalendar,
  wanted: WantedCalendar,
  mode: 'always' | 'changes' | 'never',
  noticeId: string,
): { readonly plan?: CalendarPlan | undefined; readonly known: KnownCalendar } {
  if (mode === 'never') return { known };
  const entries: Record<string, EntryTimes> = {};
  const cancelled: Record<string, EntryTimes> = {};
  const next: Record<string, KnownEntry> = { ...known };
  for (const [uid, { times, digest }] of Object.entries(wanted)) {
    const had = known[uid];
    if (mode === 'changes' && had?.held && had.digest === digest) continue;
    entries[uid] = times;
    next[uid] = { times, digest, held: true, noticeId, heldBefore: had?.held ?? false };
  }
  for (const [uid, had] of Object.entries(known)) {
    if (!had.held || wanted[uid] !== undefined) continue;
    cancelled[uid] = had.times;
    next[uid] = { times: had.times, held: false, noticeId, heldBefore: true };
  }
  const isEmpty = Object.keys(entries).length === 0 && Object.keys(cancelled).length === 0;
  return { ...(!isEmpty && { plan: { entries, cancelled } }), known: next };
}

/** What is known of a calendar after the message of a notice has bounced. */
export function withoutNotice(known: KnownCalendar, noticeId: string): KnownCalendar {
  return Object.fromEntries(
    Object.entries(known).map(([uid, { digest, ...entry }]) =>
      entry.noticeId === noticeId
        ? [uid, { ...entry, held: entry.heldBefore }]
        : [uid, { ...entry, digest }],
    ),
  );
}

/** What a calendar may contain if one of two messages reached it: every entry that either of them brought. */
export function eitherCalendar(one: KnownCalendar, other: KnownCalendar): KnownCalendar {
  const uids = new Set([...Object.keys(one), ...Object.keys(other)]);
  const both = [...uids].flatMap((uid) => {
    const [a, b] = [one[uid], other[uid]];
    const entry = a ?? b;
    if (entry === undefined) return [];
    const certain =
      a !== undefined && b !== undefined && a.digest === b.digest && a.held === b.held;
    if (certain) return [[uid, a] as const];
    const { digest: _, ...unsure } = entry;
    return [[uid, { ...unsure, held: (a?.held ?? false) || (b?.held ?? false) }] as const];
  });
  return Object.fromEntries(both);
}
