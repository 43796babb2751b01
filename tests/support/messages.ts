import { wantedCalendar } from '../../functions/domain/notifications/calendar-changes.ts';
import type { MessageContent } from '../../functions/mail/message.ts';
import type { Source } from '../../functions/mail/render/letter.ts';
import { totalsOfCategories } from './list.ts';

export const MANAGE_URL =
  'https://plenary.example/registrations/BKK14-7F3K2/AAECAwQFBgcICQoLDA0ODw';

/** A confirmation that is right in every part; what a test is about it says in `changes`. */
export function messageOf(changes: Partial<Source> = {}): Source {
  return withCalendar({
    id: 'BKK14-7F3K2-confirmation-v1',
    to: { email: 'sophea.chan@culture.example', name: 'Sophea Chan' },
    language: 'en',
    meeting: {
      id: 'bangkok-2014',
      title: {
        en: 'First Meeting of Focal Points for the 2005 Convention in the Asia-Pacific Region',
      },
      venue: {
        name: { en: 'UNESCO Bangkok Office' },
        city: { en: 'Bangkok' },
        country: 'TH',
      },
      timeZone: 'Asia/Bangkok',
      startsOn: '2014-03-04',
      endsOn: '2014-03-06',
      contactEmail: 'meetings@example.org',
    },
    content: confirmation(),
    composedAt: '2014-02-14T02:30:00.000Z',
    ...changes,
  });
}

/** A message with the calendar that its kind brings, where the test says nothing of that. */
function withCalendar(message: Source): Source {
  const { content, meeting } = message;
  if (!('registration' in content) || 'calendar' in content) return message;
  const { kind, registration } = content;
  const attends =
    kind === 'confirmation' ||
    (kind === 'nomination' && registration.nomination?.confirmed) ||
    ((kind === 'meeting-changed' || kind === 'details-changed') &&
      registration.status === 'confirmed');
  const wanted = wantedCalendar(meeting as never, registration.reference);
  const times = Object.fromEntries(Object.entries(wanted).map(([uid, { times }]) => [uid, times]));
  if (attends)
    return { ...message, content: { ...content, calendar: { entries: times, cancelled: {} } } };
  return registration.inCalendar
    ? { ...message, content: { ...content, calendar: { entries: {}, cancelled: times } } }
    : message;
}

/** The content of a message to a participant. */
export function confirmation(changes: Record<string, unknown> = {}): MessageContent {
  return { kind: 'confirmation', registration: registration(changes) } as MessageContent;
}

export function withdrawal(changes: Record<string, unknown> = {}): MessageContent {
  return { kind: 'withdrawal', registration: registration(changes) } as MessageContent;
}

function registration(changes: Record<string, unknown>) {
  return {
    reference: 'BKK14-7F3K2',
    version: 1,
    manageUrl: MANAGE_URL,
    title: 'Ms',
    givenName: 'Sophea',
    familyName: 'Chan',
    category: 'party',
    categoryReason: { code: 'party-in-force', state: 'KH', deposited: '2007-09-19' },
    state: 'KH',
    ...changes,
  };
}

/** The content of the message that brings the list of participants. */
export function participantList(totals: Record<string, unknown> = {}): MessageContent {
  return {
    kind: 'participant-list',
    occasion: 'daily',
    listedAt: '2014-02-14T02:30:00.000Z',
    totals: {
      ...totalsOfCategories({ party: [1197, 3], 'observer-state': [2, 1], igo: [1, 1] }, 2),
      ...totals,
    },
  } as MessageContent;
}
