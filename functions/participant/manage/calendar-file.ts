import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { calendar } from '../../mail/calendar/calendar.ts';
import {
  messageMeeting,
  messageRegistration,
} from '../../store/notifications/participant-message.ts';

/** The calendar entry of a registration as a file, the same as in the confirmation. */
export function calendarOf(
  language: Language,
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): { readonly fileName: string; readonly content: string } {
  const { reference, manageUrl, link } = messageRegistration(meeting, registration, publicUrl);
  const { status, version, updatedAt } = registration;
  const live = isLive(status) && !meeting.cancelled;
  return {
    fileName: `${meeting.id}.ics`,
    content: calendar({
      meeting: messageMeeting(meeting),
      reference,
      manageUrl,
      link,
      language,
      version,
      standing: !live ? 'cancelled' : status === 'confirmed' ? 'confirmed' : 'tentative',
      now: new Date(updatedAt),
    }),
  };
}
