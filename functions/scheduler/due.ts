import { type Meeting, registrationWindow } from '../domain/meeting/meeting.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { hourIn } from './local-time.ts';

/** A list that organisers are to have. `mark` tells it from every other list of its meeting. */
export type DueList = {
  readonly occasion: 'daily' | 'closing' | 'requested';
  readonly mark: string;
};

/** The hour from which what is due on a day is sent, so that it is there in the morning and is of that day. */
export const MORNING = 6;

/**
 * For how many days after registration closed the last list is still sent. A meeting that was closed
 * long before it was loaded, as one of the past, gets none.
 */
const CLOSING_DAYS = 7;

/**
 * The list that a meeting's organisers are to have at `now`: while registration is open, one a day from
 * six in the morning of the meeting's time zone; one more once it has closed. Hours that were missed
 * are caught up with by the next run; a day that was missed is not, as the next list holds everything.
 */
export function dueList(meeting: Meeting, now: Date): DueList | undefined {
  // Whoever cancels a meeting knows it, and nobody comes any more.
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
      // The addresses on it are gone then, and so is the note of whether it was sent.
      if (today > addDays(meeting.endsOn, meeting.retention.contactDays)) return undefined;
      // The day is part of it: registration that is opened again closes again.
      return { occasion: 'closing', mark: `closing-${closesOn}` };
  }
}
