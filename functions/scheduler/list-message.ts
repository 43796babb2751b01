import type { Meeting } from '../domain/meeting/meeting.ts';
import { questionsOf } from '../domain/meeting/meeting-questions.ts';
import { type Deliveries, troubleOf } from '../domain/notifications/delivery.ts';
import { duplicatesOf } from '../domain/registration/duplicates.ts';
import { participants, totalsOf } from '../domain/registration/participant-list.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { dayIn } from '../domain/shared/day.ts';
import { addressHash } from '../domain/shared/email.ts';
import type { Language } from '../domain/shared/languages.ts';
import { compareStates } from '../language/states.ts';
import { messageMeeting } from '../store/notifications/participant-message.ts';
import type { Attachment, NewMessage } from '../store/outbox/message.ts';
import { participantsCsv } from './csv.ts';
import type { DueList } from './due.ts';

export type Organiser = Meeting['organisers'][number];

/** A list as it is sent: what the message says of it, and the file. */
export type ComposedList = {
  readonly content: NewMessage['content'];
  readonly attachment: Attachment;
};

/**
 * The id of the message that brings a list to an organiser. It follows from the meeting, the list and the
 * address, so that the outbox cannot hold the message twice.
 */
export function listMessageId(meetingId: string, mark: string, organiser: Organiser): string {
  return `list-${meetingId}-${mark}-${addressHash(organiser.email).slice(0, 16)}`;
}

/** Puts the list of participants together, in one language. @param deliveries what is known of their addresses. */
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

/** The message that brings a composed list to an organiser. */
export function listMessage(
  meeting: Meeting,
  organiser: Organiser,
  id: string,
  language: Language,
  content: NewMessage['content'],
): NewMessage {
  const { email, name } = organiser;
  return { id, to: { email, name }, language, meeting: messageMeeting(meeting), content };
}
