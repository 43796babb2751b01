import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../domain/day.ts';
import { inLanguage, type Language } from '../domain/languages.ts';
import { say } from '../language/index.ts';
import { placeInWords } from '../language/place.ts';
import type { MessageMeeting } from '../store/message.ts';

/** What a calendar entry is made of. */
export type CalendarEntry = {
  readonly meeting: MessageMeeting;
  readonly reference: string;
  /** The private address of the registration. */
  readonly manageUrl: string;
  readonly language: Language;
  /** Counts up when the entry of a registration changes, so that calendars replace the older one. */
  readonly sequence: number;
  /** Whether its participant has withdrawn: calendars then strike the entry out. */
  readonly cancelled?: boolean;
  /** When the entry came to be as it is. */
  readonly now: Date;
};

/**
 * A participant's calendar entry for a meeting, as an iCalendar text (RFC 5545). It is published and
 * asks for no answer: the registration is the answer. It covers whole days, which are the days of the place of
 * the meeting wherever the calendar is read. The same registration always has the same UID.
 */
export function calendar(entry: CalendarEntry): string {
  const { meeting, reference, manageUrl, language, sequence, now } = entry;
  const title = inLanguage(meeting.title, language);
  const generated = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Plenary', product: 'Registration', language: language.toUpperCase() },
  });
  generated.createEvent({
    id: `${reference}@plenary`,
    sequence,
    stamp: now,
    allDay: true,
    start: dateOf(meeting.startsOn),
    // The end of whole days is the first day that is no longer part of them.
    end: dateOf(addDays(meeting.endsOn, 1)),
    summary: title,
    location: placeInWords(language, meeting),
    url: manageUrl,
    description: say(language, 'mail.calendar.description', { title, reference, manageUrl }),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return generated.toString();
}

/** A whole day, as the generator reads one: by its date in UTC, whatever the time zone of this process. */
function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
