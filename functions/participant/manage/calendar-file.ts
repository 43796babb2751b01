import type { Meeting } from '../../domain/meeting/meeting.ts';
import { wantedCalendar } from '../../domain/notifications/calendar-changes.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { calendar } from '../../mail/calendar/calendar.ts';
import { messageMeeting } from '../../mail/content/meeting.ts';
import { messageRegistration } from '../../mail/content/participant.ts';

/** The calendar entries of a registration as a file: the same entries that the confirmation carries. */
export function calendarOf(
  language: Language,
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): { readonly fileName: string; readonly content: string } {
  const { reference, manageUrl, link } = messageRegistration(meeting, registration, publicUrl);
  const { status, version, updatedAt } = registration;
  const live = isLive(status) && !meeting.cancelled;
  const times = Object.fromEntries(
    Object.entries(wantedCalendar(meeting, reference)).map(([uid, entry]) => [uid, entry.times]),
  );
  return {
    fileName: `${meeting.id}.ics`,
    content: calendar({
      meeting: messageMeeting(meeting),
      reference,
      manageUrl,
      link,
      language,
      version,
      plan: live ? { entries: times, cancelled: {} } : { entries: {}, cancelled: times },
      status: status === 'confirmed' ? 'confirmed' : 'tentative',
      now: new Date(updatedAt),
    }),
  };
}
