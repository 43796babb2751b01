import type { Language } from '../domain/languages.ts';
import type { Meeting } from '../domain/meeting.ts';
import { isLive, type Registration } from '../domain/registration.ts';
import { calendar } from '../mail/calendar.ts';
import { manageUrl, messageMeeting } from '../store/participant-message.ts';

/** The calendar entry of a registration as a file: the same entry that the confirmation carries. */
export function calendarOf(
  language: Language,
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): { readonly fileName: string; readonly content: string } {
  return {
    fileName: `${meeting.id}.ics`,
    content: calendar({
      meeting: messageMeeting(meeting),
      reference: registration.reference,
      manageUrl: manageUrl(publicUrl, registration),
      language,
      cancelled: !isLive(registration.status),
      sequence: registration.version - 1,
      now: new Date(registration.updatedAt),
    }),
  };
}
