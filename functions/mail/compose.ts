import type { Language } from '../domain/languages.ts';
import { speak } from '../language/index.ts';
import type { Attachment, ParticipantMessageKind } from '../store/message.ts';
import { calendar } from './calendar.ts';
import { delegationInvitation, validationWanted } from './delegation.ts';
import { htmlOf } from './html.tsx';
import type { Composed, Letter, Source } from './letter.ts';
import {
  acknowledgement,
  addressChanged,
  confirmation,
  declined,
  detailsChanged,
  nomination,
  offer,
  offerExpired,
  replaced,
  waitingList,
  withdrawal,
} from './participant.ts';
import { participantList } from './participant-list.ts';
import { textOf } from './text.ts';

/**
 * Puts a message into words, in the language of whom it is for.
 *
 * @param attachments what its parts hold, as `attachmentsOf` gives them.
 * @throws whatever a message that is not what its type says makes it throw: such a message can never be sent.
 */
export async function compose(
  message: Source,
  attachments: readonly Attachment[] = [],
): Promise<Composed> {
  const language = await speak(message.language);
  const letter = letterOf(language, message, attachments);
  const entry = calendarOf(language, message);
  return {
    subject: letter.subject,
    html: htmlOf(letter),
    text: textOf(letter),
    ...(entry === undefined ? {} : { calendar: entry }),
    attachments,
  };
}

function letterOf(language: Language, message: Source, attachments: readonly Attachment[]): Letter {
  const { meeting, content } = message;
  if (content.kind === 'participant-list')
    return participantList(language, message, content, attachments);
  if (content.kind === 'delegation-invitation')
    return delegationInvitation(language, message, content);
  if (content.kind === 'validation-wanted') return validationWanted(language, message, content);
  if (!Object.hasOwn(TO_PARTICIPANT, content.kind))
    throw new Error('A message of a kind that has no composition', { cause: content });
  return TO_PARTICIPANT[content.kind](language, { meeting, registration: content.registration });
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
} as const satisfies Record<ParticipantMessageKind, unknown>;

/**
 * A confirmation brings a calendar entry, and a nomination that is one; and so does the message that details have
 * changed, as it takes the place of a confirmation that was not sent yet.
 */
function calendarOf(
  language: Language,
  { meeting, content, createdAt }: Source,
): string | undefined {
  if (!bringsCalendar(content)) return undefined;
  const { reference, manageUrl, version } = content.registration;
  return calendar({
    meeting,
    reference,
    manageUrl,
    language,
    sequence: version - 1,
    now: new Date(createdAt),
  });
}

function bringsCalendar(
  content: Source['content'],
): content is Extract<Source['content'], { registration: unknown }> {
  switch (content.kind) {
    case 'confirmation':
      return true;
    case 'nomination':
      return content.registration.nomination?.confirmed !== false;
    case 'details-changed':
      return content.registration.status === 'confirmed';
    default:
      return false;
  }
}
