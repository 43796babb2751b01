import { keptUntil } from './apart.ts';
import { addDays, dayIn } from './day.ts';
import { erased } from './erase.ts';
import type { Meeting } from './meeting.ts';
import { questionsOf } from './question.ts';
import type { Registration } from './registration.ts';

/** What is deleted of a registration once its time is over. */
export type Retained = {
  readonly registration: Registration;
  readonly deleted: 'answers' | 'contact' | 'identity';
};

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
  const today = dayIn(meeting.timeZone, now);
  const isOver = (days: number | undefined) =>
    days !== undefined && today > addDays(meeting.endsOn, days);
  const { contactDays, identityDays } = meeting.retention;
  if (isOver(identityDays))
    return { registration: erased(before, { meeting, now }), deleted: 'identity' };
  const changed = { version: before.version + 1, updatedAt: now.toISOString() };
  const { email, phone, editMessages: _, ...others } = before;
  if (isOver(contactDays) && (email ?? phone) !== undefined) {
    const registration = { ...others, answers: answersLeft(before, meeting, today), ...changed };
    return { registration, deleted: 'contact' };
  }
  const answers = answersLeft(before, meeting, today);
  if (Object.keys(answers ?? {}).length === Object.keys(before.answers ?? {}).length)
    return undefined;
  return { registration: { ...before, answers, ...changed }, deleted: 'answers' };
}

/** The answers whose days are not over, and none to a question that the meeting no longer asks. */
function answersLeft({ answers }: Registration, meeting: Meeting, today: string) {
  const left = questionsOf(meeting).filter((one) => keptUntil(meeting, one.keepDays) >= today);
  const ids = new Set(left.map(({ id }) => id));
  const kept = Object.entries(answers ?? {}).filter(([id]) => ids.has(id));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
