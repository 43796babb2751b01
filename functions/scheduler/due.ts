import { type Meeting, registrationWindow } from '../domain/meeting/meeting.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { hourIn } from './local-time.ts';

/** A list of participants for organisers. `mark` identifies it among all lists of its meeting. */
export type DueList = {
  readonly occasion: 'daily' | 'closing' | 'requested';
  readonly mark: string;
};

/** The hour from which a day's messages are sent, so that they arrive in the morning and are of that day. */
export const MORNING = 6;

/**
 * For how many days after registration has closed the last list is still sent. A past meeting that is loaded later gets
 * none.
 */
const CLOSING_DAYS = 7;

/**
 * The list that the organisers of a meeting get at `now`: one a day from six in the morning of the meeting's time zone
 * while registration is open, and one more after it has closed. If hours were missed, the next run sends the list. If a
 * day was missed, no list is sent for it, because the next one contains everything.
 */
export function dueList(meeting: Meeting, now: Date): DueList | undefined {
  // The organisers know of the cancellation, and nobody can register any more.
  if (meeting.cancelled) return undefined;
  const today = dayIn(meeting.timeZone, now);
  const { closesOn } = meeting.registration;
  switch (registrationWindow(meeting, now)) {
    case 'not-yet':
      return undefined;
    case 'open':
      if (hourIn(meeting.timeZone, now) < MORNING) return undefined;
      return { occasion: 'daily', mark: today };
    case 'closed':
      if (today > addDays(closesOn, CLOSING_DAYS)) return undefined;
      // The addresses on the list are deleted then, and so is the notice of the last list.
      if (today > addDays(meeting.endsOn, meeting.retention.contactDays)) return undefined;
      // The day is part of the mark, because registration may be opened and closed again.
      return { occasion: 'closing', mark: `closing-${closesOn}` };
  }
}
