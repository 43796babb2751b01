import type { Language } from '../domain/shared/languages.ts';
import { loadLocale, t } from '../language/index.ts';
import {
  type Attachment,
  type MessageContent,
  type ParticipantMessageKind,
  unsubscribeUrlOf,
} from '../store/outbox/message.ts';
import { calendar, methodOf } from './calendar/calendar.ts';
import { htmlOf } from './render/html.tsx';
import type { Composed, Letter, Source } from './render/letter.ts';
import { harmless } from './render/sanitise.ts';
import { textOf } from './render/text.ts';
import {
  delegationInvitation,
  nominationReminder,
  validationWanted,
} from './templates/focal-point/delegation.ts';
import {
  delegationMeetingCancelled,
  delegationMeetingChanged,
} from './templates/focal-point/meeting-changed.ts';
import { participantList } from './templates/organiser/participant-list.ts';
import { meetingCancelled, meetingChanged } from './templates/participant/meeting-changed.ts';
import {
  acknowledgement,
  addressChanged,
  confirmation,
  declined,
  detailsChanged,
  nomination,
  offer,
  offerExpired,
  offerExpiring,
  replaced,
  waitingList,
  withdrawal,
} from './templates/participant/participant.ts';
import { meetingReminder, thankYou } from './templates/participant/reminders.ts';

/**
 * Puts a message into words, in the language of whom it is for.
 *
 * @param attachments what its parts hold, as `attachmentsOf` gives them.
 * @throws whatever a message that is not what its type says makes it throw: such a message can never be sent.
 */
export async function compose(
  kept: Source,
  attachments: readonly Attachment[] = [],
): Promise<Composed> {
  const message = harmless(kept);
  const language = await loadLocale(message.language);
  const url = unsubscribeUrlOf(message.content);
  const letter: Letter = {
    ...letterOf(language, message, attachments),
    ...(url !== undefined && { unsubscribe: { label: t(language, 'mail.unsubscribe'), url } }),
  };
  return {
    subject: letter.subject,
    html: htmlOf(letter),
    text: textOf(letter),
    ...calendarOf(language, message),
    ...(url === undefined ? {} : { unsubscribeUrl: url }),
    attachments,
  };
}

function letterOf(language: Language, message: Source, attachments: readonly Attachment[]): Letter {
  const { meeting, content } = message;
  if (content.kind === 'participant-list')
    return participantList(language, message, content, attachments);
  if (content.kind === 'delegation-invitation')
    return delegationInvitation(language, message, content);
  if (content.kind === 'nomination-reminder') return nominationReminder(language, message, content);
  if (content.kind === 'validation-wanted') return validationWanted(language, message, content);
  if (content.kind === 'delegation-meeting-changed')
    return delegationMeetingChanged(language, message, content);
  if (content.kind === 'delegation-meeting-cancelled')
    return delegationMeetingCancelled(language, message, content);
  if (!Object.hasOwn(TO_PARTICIPANT, content.kind))
    throw new Error('A message of a kind that has no composition', { cause: content });
  const { registration, before } = content;
  return TO_PARTICIPANT[content.kind](language, { meeting, registration }, before);
}

const TO_PARTICIPANT = {
  acknowledgement,
  'waiting-list': waitingList,
  offer,
  'offer-expired': offerExpired,
  confirmation,
  declined,
  withdrawal,
  'details-changed': detailsChanged,
  'address-changed': addressChanged,
  nomination,
  replaced,
  'offer-expiring': offerExpiring,
  'meeting-changed': meetingChanged,
  'meeting-cancelled': meetingCancelled,
  'meeting-reminder': meetingReminder,
  'thank-you': thankYou,
} as const satisfies Record<ParticipantMessageKind, unknown>;

/**
 * The calendar entry that a message brings: a confirmation does, a nomination that is one, and a change of the meeting
 * or of details, as that may take the place of a confirmation which was not sent yet. Where the seat is gone, it takes
 * back the one that was sent.
 */
function calendarOf(
  language: Language,
  { meeting, content, createdAt }: Source,
): Pick<Composed, 'calendar' | 'calendarMethod'> {
  const standing = standingOf(content);
  if (standing === undefined || !('registration' in content)) return {};
  const { reference, manageUrl, link, version } = content.registration;
  const { before } = content;
  const now = new Date(createdAt);
  const entry = { meeting, reference, manageUrl, link, language, version, standing, before, now };
  return { calendar: calendar(entry), calendarMethod: methodOf(standing) };
}

function standingOf(content: MessageContent): 'confirmed' | 'cancelled' | undefined {
  if (!('registration' in content)) return undefined;
  const { kind, registration } = content;
  const { inCalendar, nomination, status } = registration;
  switch (kind) {
    case 'address-changed':
      return undefined;
    case 'confirmation':
      return 'confirmed';
    case 'nomination':
      return nomination?.confirmed ? 'confirmed' : inCalendar && 'cancelled';
    case 'meeting-changed':
    case 'details-changed':
      return status === 'confirmed' ? 'confirmed' : inCalendar && 'cancelled';
    default:
      return inCalendar && 'cancelled';
  }
}
