import type { Arrangements } from '../../functions/domain/meeting/arrangements.ts';
import {
  kindsTo,
  type ParticipantMessageKind,
} from '../../functions/domain/notifications/message-kinds.ts';
import type { MessageContent, MessageMeeting } from '../../functions/mail/message.ts';
import type { Source } from '../../functions/mail/render/letter.ts';
import { confirmation, messageOf, participantList } from './messages.ts';

const UNSUBSCRIBE = 'https://plenary.example/unsubscribe/bangkok-2014';
const ENDS_REMINDERS = `${UNSUBSCRIBE}/BKK14-7F3K2/AAECAwQFBgcICQoLDA0ODw`;
/** Lines of an organiser's. */
const practicalInformation =
  'Doors open at 8 a.m.; the meeting begins at 9 a.m.\nBring your passport: without it security lets nobody in.\n\nHotel: The Riverside, 10 minutes on foot.';

/** What a message of a kind needs beside what all have. */
const MORE: Partial<Record<ParticipantMessageKind, Record<string, unknown>>> = {
  offer: { offeredUntil: '2014-02-16T02:30:00.000Z' },
  declined: { reason: 'Cambodia is represented by its focal point.' },
  'details-changed': { changed: ['name', 'representation', 'role', 'email'], status: 'pending' },
  nomination: { nomination: { by: 'Dara Keo', confirmed: true } },
  'offer-expiring': { offeredUntil: '2014-02-16T02:30:00.000Z' },
  'meeting-changed': { status: 'confirmed', version: 2, link: 'https://meet.example.org/new' },
  'meeting-cancelled': {
    version: 2,
    inCalendar: true,
    reason: 'A cyclone has hit the city, and the airport stays closed for two weeks.',
  },
  'meeting-reminder': {
    organisersSay: practicalInformation.split('\n'),
    unsubscribeUrl: ENDS_REMINDERS,
  },
  'thank-you': { unsubscribeUrl: ENDS_REMINDERS },
};

/** What people were told before of the meeting of messages.ts: other days, another place, another link. */
export const BEFORE: Arrangements = {
  startsOn: '2014-02-25',
  endsOn: '2014-02-27',
  timeZone: 'Asia/Bangkok',
  venue: { name: { en: 'Conference Centre' }, city: { en: 'Chiang Mai' }, country: 'TH' },
  sittings: [
    { day: '2014-02-25', start: '09:30', end: '12:30', title: { en: 'Opening' } },
    { day: '2014-02-25', start: '14:00', end: '17:00' },
    { day: '2014-02-26', start: '09:30', end: '12:30' },
  ],
  link: 'https://meet.example.org/old',
};

const delegation = {
  state: 'KH',
  category: 'party',
  categoryReason: { code: 'party-in-force', state: 'KH', deposited: '2007-09-19' },
};
const url = 'https://plenary.example/delegations/bangkok-2014/KH/AAECAwQFBgcICQoLDA0ODw';

/** Every message that there is, in each form that it can take, by a name. */
export const EVERY_MESSAGE: Readonly<Record<string, MessageContent>> = {
  ...Object.fromEntries(
    (kindsTo('participant') as readonly ParticipantMessageKind[]).map((kind) => [
      kind,
      {
        ...confirmation(MORE[kind] ?? {}),
        kind,
        ...(kind === 'meeting-changed' && { before: BEFORE }),
      },
    ]),
  ),
  'meeting-changed, waiting': {
    ...confirmation({ status: 'waitlisted' }),
    kind: 'meeting-changed',
    before: { ...BEFORE, link: undefined },
  } as MessageContent,
  'meeting-changed, with new sittings': {
    ...confirmation({ status: 'confirmed', version: 2 }),
    kind: 'meeting-changed',
    before: { ...BEFORE, sittings: undefined, link: undefined },
  } as MessageContent,
  'confirmation, with sittings': confirmation({ link: 'https://meet.example.org/new' }),
  'confirmation, with a link': confirmation({ link: 'https://meet.example.org/new' }),
  ...Object.fromEntries(
    (['withdrawal', 'declined', 'replaced', 'acknowledgement'] as const).map((kind) => [
      `${kind}, with a cancellation`,
      { ...confirmation({ version: 2, inCalendar: true, ...MORE[kind] }), kind },
    ]),
  ),
  'nomination without a seat': {
    ...confirmation({ nomination: { by: 'Dara Keo', confirmed: false } }),
    kind: 'nomination',
  } as MessageContent,
  'declined without a reason': { ...confirmation(), kind: 'declined' } as MessageContent,
  'meeting-reminder, incomplete': {
    ...confirmation({
      incomplete: true,
      unsubscribeUrl: ENDS_REMINDERS,
    }),
    kind: 'meeting-reminder',
  } as MessageContent,
  'thank-you, with the organisers’ words': {
    ...confirmation({
      organisersSay: ['The report follows in May.'],
      unsubscribeUrl: ENDS_REMINDERS,
    }),
    kind: 'thank-you',
  } as MessageContent,
  'nomination-reminder': {
    kind: 'nomination-reminder',
    delegation,
    url,
    closesAt: '2014-02-21T16:59:00.000Z',
    unsubscribeUrl: `${UNSUBSCRIBE}/KH/AAECAwQFBgcICQoLDA0ODw`,
  } as MessageContent,
  'delegation-invitation': {
    kind: 'delegation-invitation',
    delegation,
    url,
    renewed: false,
  } as MessageContent,
  'delegation-invitation, renewed': {
    kind: 'delegation-invitation',
    delegation,
    url,
    renewed: true,
  } as MessageContent,
  'delegation-meeting-changed': {
    kind: 'delegation-meeting-changed',
    delegation,
    url,
    before: { ...BEFORE, link: undefined },
  } as MessageContent,
  'delegation-meeting-cancelled': {
    kind: 'delegation-meeting-cancelled',
    delegation,
    reason: 'A cyclone has hit the city, and the airport stays closed for two weeks.',
  } as MessageContent,
  'validation-wanted of a focal point': {
    kind: 'validation-wanted',
    delegation,
    reference: 'BKK14-7F3K2',
    name: 'Sophea Chan',
    url,
  } as MessageContent,
  'validation-wanted of an organiser': {
    kind: 'validation-wanted',
    delegation,
    reference: 'BKK14-7F3K2',
    name: 'Sophea Chan',
  } as MessageContent,
  'participant-list, daily': participantList(),
  'participant-list, closing, with duplicates': {
    ...participantList(),
    occasion: 'closing',
    undelivered: 3,
    duplicates: [{ references: ['BKK14-7F3K2', 'BKK14-2Q9XM'], categories: ['party', 'media'] }],
  } as MessageContent,
  'participant-list, requested, empty': {
    ...participantList({ people: 0, delegations: 0, needs: 0, categories: [] }),
    occasion: 'requested',
  } as MessageContent,
};

const sittings = [
  { day: '2014-03-04', start: '09:30', end: '12:30', title: { en: 'Opening', fr: 'Ouverture' } },
  { day: '2014-03-04', start: '14:00', end: '17:00' },
  { day: '2014-03-05', start: '09:30', end: '12:30' },
];

/** What a meeting has that the one of messages.ts has not, by the name of a message about it. */
const MEETINGS: Readonly<Record<string, Partial<MessageMeeting>>> = {
  'meeting-changed, with new sittings': { sittings },
  'confirmation, with sittings': { sittings },
};

/** The message of a name, with the meeting that it is about. */
export function everyMessage(name: string, language: Source['language'] = 'en'): Source {
  const content = EVERY_MESSAGE[name];
  if (content === undefined) throw new Error('No such message');
  const { meeting } = messageOf();
  return messageOf({ language, content, meeting: { ...meeting, ...MEETINGS[name] } });
}
