import { addDays, dayIn } from './day.ts';
import { erased } from './erase.ts';
import type { Meeting } from './meeting.ts';
import type { Registration } from './registration.ts';

/** What is deleted of a registration once its time is over. */
export type Retained = {
  readonly registration: Registration;
  readonly deleted: 'contact' | 'identity';
};

/**
 * What is left of a registration some days after the meeting: first everything by which somebody can be reached
 * goes, as nobody need be reached any more; later who it was. The days are the meeting's own
 * (`retention` of its definition), counted from its last day in its time zone.
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
  if (!isOver(contactDays)) return undefined;
  const { email, phone, ...left } = before;
  if (email === undefined && phone === undefined) return undefined;
  const registration = { ...left, version: before.version + 1, updatedAt: now.toISOString() };
  return { registration, deleted: 'contact' };
}
