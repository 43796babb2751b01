import type { Meeting } from '../domain/meeting/meeting.ts';
import { questionsOf } from '../domain/meeting/meeting-questions.ts';
import { type Deliveries, troubleOf } from '../domain/notifications/delivery.ts';
import type { NewNotice } from '../domain/notifications/notice.ts';
import { organiserHash } from '../domain/notifications/recipient.ts';
import { duplicatesOf } from '../domain/registration/duplicates.ts';
import { participants, totalsOf } from '../domain/registration/participant-list.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { dayIn } from '../domain/shared/day.ts';
import type { Language } from '../domain/shared/languages.ts';
import { compareStates } from '../language/states.ts';
import { messageMeeting } from '../mail/content/meeting.ts';
import type { Message } from '../mail/message.ts';
import type { Attachment } from '../store/outbox/notice.ts';
import { participantsCsv } from './csv.ts';
import type { DueList } from './due.ts';

export type Organiser = Meeting['organisers'][number];

/** A list that was composed: the content of the message, and the file. */
export type ComposedList = {
  readonly content: Message['content'];
  readonly attachment: Attachment;
};

/** The notice that sends a list to an organiser. Its name identifies the list, so that nobody gets the same list twice. */
export function listNotice(meetingId: string, mark: string, { email }: Organiser): NewNotice {
  return {
    recipient: { kind: 'organiser', meetingId, addressHash: organiserHash(email) },
    name: `list-${mark}`,
    meetingId,
    event: { kind: 'document' },
  };
}

/**
 * Composes the list of participants in one language.
 * @param deliveries the delivery states of their addresses.
 */
export function composeList(
  meeting: Meeting,
  registrations: readonly Registration[],
  deliveries: Deliveries,
  language: Language,
  occasion: DueList['occasion'],
  now: Date,
): ComposedList {
  const listed = participants(registrations, language, compareStates(language));
  const { id, timeZone } = meeting;
  return {
    content: {
      kind: 'participant-list',
      occasion,
      listedAt: now.toISOString(),
      totals: totalsOf(listed),
      undelivered: listed.filter(({ email }) => troubleOf(deliveries(email)) !== undefined).length,
      duplicates: duplicatesOf(registrations).map(({ people }) => ({
        references: people.map(({ reference }) => reference),
        categories: [...new Set(people.map(({ category }) => category))],
      })),
    },
    attachment: {
      fileName: `participants-${id}-${dayIn(timeZone, now)}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: Buffer.from(
        participantsCsv(listed, { language, timeZone, deliveries }, questionsOf(meeting)),
      ),
    },
  };
}

/** The message that sends a composed list to an organiser. */
export function listMessage(
  meeting: Meeting,
  { email, name }: Organiser,
  language: Language,
  content: Message['content'],
): Omit<Message, 'id'> {
  return { to: { email, name }, language, meeting: messageMeeting(meeting), content };
}
