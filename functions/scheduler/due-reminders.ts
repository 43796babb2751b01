import { type Meeting, registrationWindow } from '../domain/meeting/meeting.ts';
import { remindersOf } from '../domain/notifications/reminders.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { MORNING } from './due.ts';
import { hourIn } from './local-time.ts';

/** A message to many people of a meeting. `mark` identifies it among all their notices. */
export type DueReminder = {
  readonly kind: 'nomination-reminder' | 'meeting-reminder' | 'thank-you';
  readonly mark: string;
};

/** For how many days after its day a reminder is still sent, and for how many days thanks are. */
const LATE_DAYS = 1;
const LATE_THANKS_DAYS = 2;

/**
 * The reminders of a meeting that are due at `now`, from six in the morning of its time zone: of nominations while
 * registration is open, of the meeting until its first day, thanks from the day after its last day.
 *
 * A reminder that was missed is sent on the next day, because the message names dates and does not count days. It is
 * not sent if the event that it reminds of has begun by then, or if the next reminder is due. The day of that event is
 * part of the mark, so a meeting that is postponed sends its reminders again.
 */
export function dueReminders(meeting: Meeting, now: Date): DueReminder[] {
  // A cancelled meeting has no reminders and no thanks.
  if (meeting.cancelled) return [];
  const today = dayIn(meeting.timeZone, now);
  const { nominationDays, meetingDays, thankYou } = remindersOf(meeting);
  const { startsOn, endsOn, registration } = meeting;
  const due: DueReminder[] = [];
  if (registrationWindow(meeting, now) === 'open') {
    const { opensOn, closesOn } = registration;
    // Skip reminders that were due before nominations opened.
    const possible = nominationDays.filter((days) => addDays(closesOn, -days) >= opensOn);
    const days = daysDue(possible, closesOn, today, closesOn);
    if (days !== undefined)
      due.push({ kind: 'nomination-reminder', mark: `nomination-${closesOn}-${days}` });
  }
  // The first day of the meeting is too late for a reminder that was missed, but not for one that is due on it.
  const days = daysDue(meetingDays, startsOn, today, addDays(startsOn, -1));
  if (days !== undefined)
    due.push({ kind: 'meeting-reminder', mark: `meeting-${startsOn}-${days}` });
  if (thankYou && today > endsOn && today <= addDays(endsOn, 1 + LATE_THANKS_DAYS))
    due.push({ kind: 'thank-you', mark: `thank-you-${endsOn}` });
  // The hour costs more to compute than the day, and on most days nothing is due.
  return due.length > 0 && hourIn(meeting.timeZone, now) >= MORNING ? due : [];
}

/**
 * Finds the reminder that is due today or was due yesterday; if two are, the later one.
 *
 * @param days how many days before `target` each reminder is due.
 * @param latest the last day on which a reminder that was missed is useful.
 */
function daysDue(
  days: readonly number[],
  target: string,
  today: string,
  latest: string,
): number | undefined {
  return [...days]
    .sort((a, b) => a - b)
    .find((count) => {
      const on = addDays(target, -count);
      return today === on || (today > on && today <= addDays(on, LATE_DAYS) && today <= latest);
    });
}
