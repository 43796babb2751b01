import { type Meeting, registrationWindow } from '../domain/meeting/meeting.ts';
import { remindersOf } from '../domain/notifications/reminders.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { MORNING } from './due.ts';
import { hourIn } from './local-time.ts';

/** A message that many people of a meeting are to have. `mark` tells it from every other one that they get. */
export type DueReminder = {
  readonly kind: 'nomination-reminder' | 'meeting-reminder' | 'thank-you';
  readonly mark: string;
};

/** For how many days after the day it was due a reminder is still sent, and thanks are. */
const LATE_DAYS = 1;
const LATE_THANKS_DAYS = 2;

/**
 * What is due of a meeting at `now`, from six in the morning of its time zone on: a reminder of nominations as long as
 * registration is open, one of the meeting until its first day, thanks from the day after its last.
 *
 * A day that was missed is caught up with on the next, as the message names days and counts none; but not when that
 * brings it after what it reminds of, or when the next reminder is due by then. The day that it
 * counts from is part of the mark: a meeting that is put off reminds anew.
 */
export function dueReminders(meeting: Meeting, now: Date): DueReminder[] {
  // Nobody is reminded of what does not take place, nor thanked for it.
  if (meeting.cancelled) return [];
  const today = dayIn(meeting.timeZone, now);
  const { nominationDays, meetingDays, thankYou } = remindersOf(meeting);
  const { startsOn, endsOn, registration } = meeting;
  const due: DueReminder[] = [];
  if (registrationWindow(meeting, now) === 'open') {
    const { opensOn, closesOn } = registration;
    // Whoever could name nobody yet on that day has missed no reminder.
    const possible = nominationDays.filter((days) => addDays(closesOn, -days) >= opensOn);
    const days = daysDue(possible, closesOn, today, closesOn);
    if (days !== undefined)
      due.push({ kind: 'nomination-reminder', mark: `nomination-${closesOn}-${days}` });
  }
  // On the first day it is news to nobody any more, unless that is when it was asked for.
  const days = daysDue(meetingDays, startsOn, today, addDays(startsOn, -1));
  if (days !== undefined)
    due.push({ kind: 'meeting-reminder', mark: `meeting-${startsOn}-${days}` });
  if (thankYou && today > endsOn && today <= addDays(endsOn, 1 + LATE_THANKS_DAYS))
    due.push({ kind: 'thank-you', mark: `thank-you-${endsOn}` });
  // The hour costs more to find than the day, and most days nothing is due.
  return due.length > 0 && hourIn(meeting.timeZone, now) >= MORNING ? due : [];
}

/**
 * Which of some days before `target` it is, or was yesterday; of two, the later.
 *
 * @param latest the last day on which one that was missed is still of use.
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
