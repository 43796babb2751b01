import type { Category } from '../eligibility/category.ts';
import { dayIn, lastMinuteOf } from '../shared/day.ts';
import type { Admission, Meeting } from './meeting-definition.ts';

// Functions do not import the schema. They read meetings that the `apply` command has checked.
export type { Admission, Meeting } from './meeting-definition.ts';

/** Whether the form accepts registrations at `now`. A cancelled meeting never does. */
export type RegistrationWindow = 'not-yet' | 'open' | 'closed';

export function registrationWindow(meeting: Meeting, now: Date): RegistrationWindow {
  if (meeting.cancelled) return 'closed';
  const today = dayIn(meeting.timeZone, now);
  if (today < meeting.registration.opensOn) return 'not-yet';
  return today > meeting.registration.closesOn ? 'closed' : 'open';
}

/** How the meeting admits a category. A category that it does not name is closed. */
export function admissionOf(meeting: Meeting, category: Category): Admission {
  return meeting.categories[category]?.admission ?? 'closed';
}

/** True if people of a category can register, with or without a code. */
export function admits(meeting: Meeting, category: Category): boolean {
  return admissionOf(meeting, category) !== 'closed';
}

/** True after the last day of a meeting, in its time zone. */
export const isOver = ({ timeZone, endsOn }: Meeting, now: Date): boolean =>
  dayIn(timeZone, now) > endsOn;

/** The last minute of a meeting's registration, an instant (ISO 8601 in UTC). */
export const closesAt = ({ timeZone, registration }: Meeting): string =>
  lastMinuteOf(timeZone, registration.closesOn).toISOString();
