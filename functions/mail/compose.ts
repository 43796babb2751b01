import type { ParticipantMessageKind } from '../domain/notifications/message-kinds.ts';
import type { Language } from '../domain/shared/languages.ts';
import { loadLocale, t } from '../language/index.ts';
import type { Attachment } from '../store/outbox/notice.ts';
import { calendar, methodOf } from './calendar/calendar.ts';
import { unsubscribeUrlOf } from './message.ts';
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
import {
  meetingCancelled,
  meetingChanged,
  withNews,
} from './templates/participant/meeting-changed.ts';
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
 * Puts a message into words, in its reader's language.
 *
 * @param attachments the result of `readAttachments`.
 * @throws any error if the message does not fit its type. Such a message can never be sent.
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
    throw new Error('This kind of message has no template', { cause: content });
  const { registration, before, calendar } = content;
  const letter = TO_PARTICIPANT[content.kind](
    language,
    { meeting, registration, calendar },
    before,
  );
  return withNews(language, letter, { meeting, registration, calendar }, content.kind, before);
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

/** The calendar part of a message: what the reader's calendar lacks according to `decide`. */
function calendarOf(
  language: Language,
  { meeting, content, composedAt }: Source,
): Pick<Composed, 'calendar' | 'calendarMethod'> {
  if (!('registration' in content) || content.calendar === undefined) return {};
  const { reference, manageUrl, link, version } = content.registration;
  const plan = content.calendar;
  const source = { meeting, plan, reference, manageUrl, link, language, version } as const;
  return {
    calendar: calendar({ ...source, status: 'confirmed', now: new Date(composedAt) }),
    calendarMethod: methodOf(plan),
  };
}
