import type { Meeting } from '../meeting/meeting.ts';
import { questionsOf } from '../meeting/meeting-questions.ts';
import type { Registration } from '../registration/registration.ts';
import { keptUntil } from '../registration/sensitive-data.ts';
import { addDays, dayIn } from '../shared/day.ts';
import { erased } from './erase.ts';

/** What remains of a registration after some of its retention days. */
export type Retained = {
  readonly registration: Registration;
  /** Whether all its days are over. The rest identifies nobody. */
  readonly erases: boolean;
  /** The names of the deleted fields, `answers.id` for the answer to a question. */
  readonly deleted: readonly string[];
};

/** Whether the retention days for addresses, and those for identity, are over. */
export function daysOver(
  { retention, endsOn, timeZone }: Pick<Meeting, 'retention' | 'endsOn' | 'timeZone'>,
  now: Date,
): { readonly contact: boolean; readonly identity: boolean } {
  const today = dayIn(timeZone, now);
  const isOver = (days: number | undefined) => days !== undefined && today > addDays(endsOn, days);
  return { contact: isOver(retention.contactDays), identity: isOver(retention.identityDays) };
}

/**
 * What remains of a registration some days after the meeting. Answers to the meeting's questions go after their own
 * days, then addresses and telephone numbers, and later the identity. The days come from the meeting (`retention` in
 * its definition, `keepDays` of a question) and count from its last day in its time zone. The vault deletes sensitive
 * data by itself.
 *
 * @returns `undefined` if nothing has to be deleted today.
 */
export function retained(before: Registration, meeting: Meeting, now: Date): Retained | undefined {
  if (before.erasedAt !== undefined) return undefined;
  const over = daysOver(meeting, now);
  if (over.identity) {
    const registration = erased(before, { meeting, now });
    return { registration, erases: true, deleted: deletedFields(before, registration) };
  }
  const { email, phone, ...others } = before;
  const reached = over.contact ? others : before;
  const answers = answersLeft(before, meeting, dayIn(meeting.timeZone, now));
  const deleted = deletedFields(before, { ...reached, answers });
  if (deleted.length === 0) return undefined;
  const changed = { version: before.version + 1, updatedAt: now.toISOString() };
  return { registration: { ...reached, answers, ...changed }, erases: false, deleted };
}

/** The answers whose days are not over, without answers to questions that no longer exist. */
function answersLeft({ answers }: Registration, meeting: Meeting, today: string) {
  const left = questionsOf(meeting).filter((one) => keptUntil(meeting, one.keepDays) >= today);
  const ids = new Set(left.map(({ id }) => id));
  const kept = Object.entries(answers ?? {}).filter(([id]) => ids.has(id));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Fields that say nothing about a person. Answers are compared one by one. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['pk', 'sk', 'lastMessageAt', 'answers']);

/** The fields that `before` has and `after` does not have. */
function deletedFields(before: Registration, after: Registration): readonly string[] {
  const gone = (a: object, b: object) => {
    const left = new Map(Object.entries(b));
    return Object.entries(a).flatMap(([name, value]) =>
      value !== undefined && left.get(name) === undefined ? [name] : [],
    );
  };
  return [
    ...gone(before, after)
      .filter((name) => !BOOKKEEPING.has(name))
      .sort(),
    ...gone(before.answers ?? {}, after.answers ?? {}).map((id) => `answers.${id}`),
  ];
}
