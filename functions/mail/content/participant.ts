import { reasonNow } from '../../domain/eligibility/category-at-meeting.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { ParticipantMessage } from '../../domain/notifications/decide-for-participant.ts';
import { fullName } from '../../domain/registration/name.ts';
import { manageUrl } from '../../domain/registration/private-link.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { inLanguage } from '../../domain/shared/languages.ts';
import type { Message, MessageRegistration } from '../message.ts';
import { messageMeeting } from './meeting.ts';

/** The public URL of the service, and the link that ends the reader's reminders. */
export type Links = { readonly publicUrl: string; readonly unsubscribeUrl?: string | undefined };

/** Builds the message to a participant that `decide` chose, from the current registration and meeting. */
export function participantMessage(
  id: string,
  meeting: Meeting,
  registration: Registration,
  { kind, to, changed, before, calendar }: ParticipantMessage,
  links: Links,
): Message {
  const { givenName, familyName, language } = registration;
  return {
    id,
    to: { email: to, name: fullName({ givenName, familyName }) },
    language,
    meeting: messageMeeting(meeting),
    content: {
      kind,
      registration: {
        ...messageRegistration(meeting, registration, links.publicUrl),
        ...(changed.length > 0 && { changed }),
        ...(calendar && Object.keys(calendar.cancelled).length > 0 && { inCalendar: true }),
        ...(kind === 'meeting-reminder' && reminderParts(meeting, registration, links)),
        ...(kind === 'thank-you' && {
          organisersSay: linesOf(meeting.thankYou, registration),
          unsubscribeUrl: links.unsubscribeUrl,
        }),
      },
      ...(before && { before }),
      ...(calendar && { calendar }),
    },
  };
}

function reminderParts(
  { practicalInformation }: Meeting,
  registration: Registration,
  { unsubscribeUrl }: Links,
): Partial<MessageRegistration> {
  return {
    organisersSay: linesOf(practicalInformation, registration),
    unsubscribeUrl,
    ...(registration.privacyNotice === undefined && { incomplete: true }),
  };
}

/** The non-empty lines of an organiser's text, in the participant's language. */
function linesOf(
  text: Meeting['thankYou'],
  { language }: Registration,
): readonly string[] | undefined {
  return (
    text &&
    inLanguage(text, language)
      .split('\n')
      .filter((line) => line.trim() !== '')
  );
}

/** The registration data of a message to its participant. */
export function messageRegistration(
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): MessageRegistration {
  const { reference, version, title, givenName = '', familyName = '', category } = registration;
  const { state, organisation, status, offeredUntil, decision, nominatedBy } = registration;
  const cancelled = isLive(status) ? meeting.cancelled : undefined;
  return {
    reference,
    version,
    manageUrl: manageUrl(publicUrl, registration),
    title,
    givenName,
    familyName,
    category,
    categoryReason: reasonNow(meeting, registration),
    state,
    organisation,
    status,
    // In a cancelled meeting the offer has ended too.
    offeredUntil: cancelled ? undefined : offeredUntil,
    reason: cancelled ? cancelled.reason : decision?.reason,
    link: onlineLinkFor(meeting, registration),
    ...(nominatedBy !== undefined && {
      nomination: { by: nominatedBy, confirmed: status === 'confirmed' },
    }),
  };
}

/** The online link. Only confirmed people get it. */
export const onlineLinkFor = (
  { link, cancelled }: Pick<Meeting, 'link' | 'cancelled'>,
  { status }: Pick<Registration, 'status'>,
): string | undefined => (status === 'confirmed' && cancelled === undefined ? link : undefined);
