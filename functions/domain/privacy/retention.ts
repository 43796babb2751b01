import type { Meeting } from '../meeting/meeting.ts';
import { questionsOf } from '../meeting/meeting-questions.ts';
import type { Registration } from '../registration/registration.ts';
import { keptUntil } from '../registration/sensitive-data.ts';
import { addDays, dayIn } from '../shared/day.ts';
import { erased } from './erase.ts';

/** What is left of a registration once some of its time is over. */
export type Retained = {
  readonly registration: Registration;
  /** Whether its days are over altogether: nobody can be known by what is left. */
  readonly erases: boolean;
  /** The fields that are deleted, `answers.id` for the answer to a question. */
  readonly deleted: readonly string[];
};

/** Whether the days for addresses, and those for who somebody was, are over. */
export function daysOver(
  { retention, endsOn, timeZone }: Pick<Meeting, 'retention' | 'endsOn' | 'timeZone'>,
  now: Date,
): { readonly contact: boolean; readonly identity: boolean } {
  const today = dayIn(timeZone, now);
  const isOver = (days: number | undefined) => days !== undefined && today > addDays(endsOn, days);
  return { contact: isOver(retention.contactDays), identity: isOver(retention.identityDays) };
}

/**
 * What is left of a registration some days after the meeting: answers to the meeting's own questions go when
 * their days are over, then everything by which somebody can be reached, as nobody need be reached any more; later
 * who it was. The days are the meeting's own (`retention` of its definition, `keepDays` of a question), counted
 * from its last day in its time zone. What is sensitive is in the vault, which deletes it by itself.
 *
 * @returns `undefined` when nothing is to be deleted today.
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

/** The answers whose days are not over, and none to a question that the meeting no longer asks. */
function answersLeft({ answers }: Registration, meeting: Meeting, today: string) {
  const left = questionsOf(meeting).filter((one) => keptUntil(meeting, one.keepDays) >= today);
  const ids = new Set(left.map(({ id }) => id));
  const kept = Object.entries(answers ?? {}).filter(([id]) => ids.has(id));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** How a registration is kept; it says nothing of anybody. Answers are counted one by one. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'pk',
  'sk',
  'messageIds',
  'said',
  'news',
  'lastMessageAt',
  'answers',
]);

/** The fields that `before` has and `after` has not. */
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
