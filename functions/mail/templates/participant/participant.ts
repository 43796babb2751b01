import type { CalendarPlan } from '../../../domain/notifications/calendar-changes.ts';
import type { ParticipantMessageKind } from '../../../domain/notifications/message-kinds.ts';
import { titledName } from '../../../domain/registration/name.ts';
import type { NotifiableChange } from '../../../domain/registration/notifiable-changes.ts';
import type { Status } from '../../../domain/registration/registration.ts';
import type { Language } from '../../../domain/shared/languages.ts';
import { daysInWords, instantInWords } from '../../../language/day.ts';
import { type TextKey, t, translateKey } from '../../../language/index.ts';
import { listInWords } from '../../../language/list.ts';
import { placeIn, placeInWords } from '../../../language/place.ts';
import { reasonInWords } from '../../../language/reason.ts';
import { runOf } from '../../../language/run.ts';
import { sittingsInWords } from '../../../language/sittings.ts';
import { stateName } from '../../../language/states.ts';
import { CATEGORY_TEXTS } from '../../../language/text-keys.ts';
import { tWithOverrides } from '../../../language/text-overrides.ts';
import type { MessageMeeting, MessageRegistration } from '../../message.ts';
import type { Block, Fact, Letter } from '../../render/letter.ts';
import { shortTitle } from '../../render/short-title.ts';

/** The meeting and the registration of a message, and what it brings to the calendar. */
export type About = {
  readonly meeting: MessageMeeting;
  readonly registration: MessageRegistration;
  readonly calendar?: CalendarPlan | undefined;
};

/** The message to a confirmed person, with everything that a calendar, a visa officer or a colleague needs. */
export function confirmation(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reference } = registration;
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  const place = placeInWords(language, meeting);
  const preheader = t(language, 'mail.preheader.confirmation', { reference, dates, place });
  return letter(language, about, 'confirmation', { preheader }, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.confirmation.lead')),
    { kind: 'statement', label: t(language, 'mail.reference'), text: reference },
    {
      kind: 'facts',
      facts: [
        ...ofMeeting(language, meeting),
        ...online(language, about),
        ...standing(language, about),
      ],
    },
    ...manage(language, about),
    ...entriesNote(about, tWithOverrides(about.meeting, language, 'mail.confirmation.calendar')),
  ]);
}

/** The message to a person who waits for validation. */
export function acknowledgement(language: Language, about: About): Letter {
  return letter(language, about, 'acknowledgement', {}, [
    paragraph(
      about.registration.changed?.some((one) => one !== 'email')
        ? t(language, 'mail.acknowledgement.again')
        : tWithOverrides(about.meeting, language, 'mail.acknowledgement.lead'),
    ),
    { kind: 'facts', facts: allFacts(language, about) },
    ...takenBack(language, about.registration),
    ...manage(language, about),
  ]);
}

/** The message to a person on the waiting list. */
export function waitingList(language: Language, about: About): Letter {
  return letter(language, about, 'waiting-list', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.waiting-list.lead')),
    paragraph(tWithOverrides(about.meeting, language, 'mail.waiting-list.travel')),
    { kind: 'facts', facts: allFacts(language, about) },
    ...manage(language, about),
  ]);
}

/** The message to a person who is offered a seat. */
export const offer = (language: Language, about: About): Letter =>
  offered(language, about, 'offer');

/** The message to a person who has not accepted an offer, before it ends. */
export const offerExpiring = (language: Language, about: About): Letter =>
  offered(language, about, 'offer-expiring');

const OFFER_LEADS = {
  offer: 'mail.offer.lead',
  'offer-expiring': 'mail.offer-expiring.lead',
} as const;

function offered(language: Language, about: About, kind: 'offer' | 'offer-expiring'): Letter {
  const { meeting, registration } = about;
  const { offeredUntil, manageUrl } = registration;
  if (offeredUntil === undefined) throw new Error('The offer has no end');
  const until = instantInWords(language, offeredUntil, meeting.timeZone);
  return letter(language, about, kind, { values: { until } }, [
    paragraph(tWithOverrides(meeting, language, OFFER_LEADS[kind], { until })),
    { kind: 'statement', label: t(language, 'mail.offer.until'), text: until },
    { kind: 'action', label: t(language, 'mail.offer.manage'), url: manageUrl },
    { kind: 'facts', facts: allFacts(language, about) },
    { kind: 'note', text: t(language, 'mail.confirmation.private') },
  ]);
}

/** The message to a person who has not accepted an offer in time. */
export function offerExpired(language: Language, about: About): Letter {
  return letter(language, about, 'offer-expired', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.offer-expired.lead')),
    { kind: 'facts', facts: allFacts(language, about) },
    paragraph(tWithOverrides(about.meeting, language, 'mail.withdrawal.again')),
  ]);
}

/** The message to a person whom a focal point or an organiser declined. */
export function declined(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reason } = registration;
  const contact = meeting.contactEmail;
  return letter(language, about, 'declined', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.declined.lead')),
    ...(reason === undefined
      ? []
      : [
          {
            kind: 'statement',
            label: t(language, 'mail.declined.reason'),
            text: reason,
          } as const,
        ]),
    { kind: 'facts', facts: allFacts(language, about) },
    ...takenBack(language, registration),
    paragraph(t(language, 'mail.declined.mistake', { contact })),
  ]);
}

/** The message to a person whose registration is withdrawn. */
export function withdrawal(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { contactEmail: contact, cancelledBecause } = meeting;
  return letter(language, about, 'withdrawal', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.withdrawal.lead')),
    ...(cancelledBecause === undefined
      ? []
      : [paragraph(tWithOverrides(meeting, language, 'mail.meeting-cancelled.lead'))]),
    {
      kind: 'facts',
      facts: [
        { label: t(language, 'mail.reference'), value: registration.reference },
        ...reasonGiven(language, cancelledBecause),
        ...ofMeeting(language, meeting),
        ...delegation(language, registration),
      ],
    },
    ...(cancelledBecause === undefined
      ? [paragraph(tWithOverrides(about.meeting, language, 'mail.withdrawal.again'))]
      : []),
    ...takenBack(language, registration),
    { kind: 'action', label: t(language, 'mail.withdrawal.manage'), url: registration.manageUrl },
    { kind: 'note', text: t(language, 'mail.withdrawal.not-you', { contact }) },
  ]);
}

/** The message after an edit: the changed details, and that the status is the same. */
export function detailsChanged(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { changed = [], givenName, familyName, title } = registration;
  return letter(language, about, 'details-changed', {}, [
    paragraph(tWithOverrides(meeting, language, 'mail.details-changed.lead')),
    changedDetails(language, changed),
    paragraph(stillStands(language, about)),
    {
      kind: 'facts',
      facts: [
        {
          label: t(language, 'mail.name'),
          value: titledName({ title, givenName, familyName }),
        },
        ...allFacts(language, about),
      ],
    },
    ...manage(language, about),
    ...entriesNote(about, tWithOverrides(meeting, language, 'mail.confirmation.calendar')),
    {
      kind: 'note',
      text: t(language, 'mail.details-changed.not-you', { contact: meeting.contactEmail }),
    },
  ]);
}

/** The statement of the changed details. */
export const changedDetails = (
  language: Language,
  changed: readonly NotifiableChange[],
): Block => ({
  kind: 'statement',
  label: t(language, 'mail.details-changed.what'),
  text: listInWords(
    language,
    changed.map((one) => t(language, CHANGED_DETAILS[one])),
  ),
});

const CHANGED_DETAILS = {
  name: 'mail.details-changed.name',
  representation: 'mail.details-changed.representation',
  role: 'mail.details-changed.role',
  email: 'mail.details-changed.email',
} as const satisfies Record<NotifiableChange, string>;

/** A note about the calendar, if the message brings entries to it. */
export const entriesNote = ({ calendar }: About, text: string): Block[] =>
  calendar && Object.keys(calendar.entries).length > 0 ? [{ kind: 'note', text }] : [];

/** The sentence that the status has not changed. */
export function stillStands(language: Language, { meeting, registration }: About): string {
  const { status = 'confirmed', offeredUntil = '' } = registration;
  const until = offeredUntil && instantInWords(language, offeredUntil, meeting.timeZone);
  return translateKey(language, UNCHANGED_STATUS[status], { until });
}

/** Only live registrations get a message about an unchanged status. */
const UNCHANGED_STATUS = {
  pending: 'registration.still.pending',
  waitlisted: 'registration.still.waitlisted',
  offered: 'registration.still.offered',
  confirmed: 'registration.still.confirmed',
  declined: 'registration.still.confirmed',
  withdrawn: 'registration.still.confirmed',
} as const satisfies Record<Status, TextKey>;

/**
 * The message to the former address of a registration: nothing more comes to it. It contains neither the new address
 * nor the private link, because the former address may never have been the participant's.
 */
export function addressChanged(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  return letter(language, about, 'address-changed', {}, [
    paragraph(t(language, 'mail.address-changed.lead')),
    {
      kind: 'facts',
      facts: [
        { label: t(language, 'mail.reference'), value: registration.reference },
        ...ofMeeting(language, meeting),
      ],
    },
    paragraph(t(language, 'mail.address-changed.not-you', { contact: meeting.contactEmail })),
  ]);
}

/**
 * The message to a person whom a focal point nominated: who nominated them, whether they have a seat, and which details
 * are missing.
 */
export function nomination(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reference, nomination: named, manageUrl } = registration;
  if (named === undefined) throw new Error('The nomination has no focal point');
  const contact = meeting.contactEmail;
  return letter(language, about, 'nomination', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.nomination.lead', { by: named.by })),
    paragraph(
      named.confirmed
        ? t(language, 'mail.nomination.confirmed')
        : t(language, 'mail.nomination.waiting'),
    ),
    { kind: 'statement', label: t(language, 'mail.reference'), text: reference },
    paragraph(tWithOverrides(about.meeting, language, 'mail.nomination.details')),
    { kind: 'action', label: t(language, 'mail.nomination.manage'), url: manageUrl },
    { kind: 'note', text: t(language, 'mail.confirmation.private') },
    {
      kind: 'facts',
      facts: [
        ...ofMeeting(language, meeting),
        ...online(language, about),
        ...standing(language, about),
      ],
    },
    { kind: 'note', text: t(language, 'mail.nomination.not-you', { contact }) },
  ]);
}

/** The message to a person whom the focal point replaced by another. */
export function replaced(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const contact = meeting.contactEmail;
  return letter(language, about, 'replaced', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.replaced.lead')),
    { kind: 'facts', facts: allFacts(language, about) },
    ...takenBack(language, registration),
    paragraph(t(language, 'mail.declined.mistake', { contact })),
  ]);
}

/** The texts around a message of each kind. */
const FRAME_TEXTS = {
  acknowledgement: {
    subject: 'mail.acknowledgement.subject',
    preheader: 'mail.preheader.acknowledgement',
    eyebrow: 'mail.acknowledgement.eyebrow',
  },
  'waiting-list': {
    subject: 'mail.waiting-list.subject',
    preheader: 'mail.preheader.waiting-list',
    eyebrow: 'mail.waiting-list.eyebrow',
  },
  offer: {
    subject: 'mail.offer.subject',
    preheader: 'mail.preheader.offer',
    eyebrow: 'mail.offer.eyebrow',
  },
  'offer-expired': {
    subject: 'mail.offer-expired.subject',
    preheader: 'mail.preheader.offer-expired',
    eyebrow: 'mail.offer-expired.eyebrow',
  },
  confirmation: {
    subject: 'mail.confirmation.subject',
    preheader: 'mail.preheader.confirmation',
    eyebrow: 'mail.confirmation.eyebrow',
  },
  declined: {
    subject: 'mail.declined.subject',
    preheader: 'mail.preheader.declined',
    eyebrow: 'mail.declined.eyebrow',
  },
  withdrawal: {
    subject: 'mail.withdrawal.subject',
    preheader: 'mail.preheader.withdrawal',
    eyebrow: 'mail.withdrawal.eyebrow',
  },
  replaced: {
    subject: 'mail.replaced.subject',
    preheader: 'mail.preheader.replaced',
    eyebrow: 'mail.replaced.eyebrow',
  },
  nomination: {
    subject: 'mail.nomination.subject',
    preheader: 'mail.preheader.nomination',
    eyebrow: 'mail.nomination.eyebrow',
  },
  'meeting-cancelled': {
    subject: 'mail.meeting-cancelled.subject',
    preheader: 'mail.preheader.meeting-cancelled',
    eyebrow: 'mail.meeting-cancelled.eyebrow',
  },
  'details-changed': {
    subject: 'mail.details-changed.subject',
    preheader: 'mail.preheader.details-changed',
    eyebrow: 'mail.details-changed.eyebrow',
  },
  'address-changed': {
    subject: 'mail.address-changed.subject',
    preheader: 'mail.preheader.address-changed',
    eyebrow: 'mail.address-changed.eyebrow',
  },
  'offer-expiring': {
    subject: 'mail.offer-expiring.subject',
    preheader: 'mail.preheader.offer-expiring',
    eyebrow: 'mail.offer-expiring.eyebrow',
  },
  'meeting-changed': {
    subject: 'mail.meeting-changed.subject',
    preheader: 'mail.preheader.meeting-changed',
    eyebrow: 'mail.meeting-changed.eyebrow',
  },
  'meeting-reminder': {
    subject: 'mail.meeting-reminder.subject',
    preheader: 'mail.preheader.meeting-reminder',
    eyebrow: 'mail.meeting-reminder.eyebrow',
  },
  'thank-you': {
    subject: 'mail.thank-you.subject',
    preheader: 'mail.preheader.thank-you',
    eyebrow: 'mail.thank-you.eyebrow',
  },
} as const satisfies Record<
  ParticipantMessageKind,
  Readonly<Record<'subject' | 'preheader' | 'eyebrow', TextKey>>
>;

/** The frame of every message to a participant: subject, preheader, heading, salutation and footer. */
export function letter(
  language: Language,
  { meeting, registration }: About,
  kind: ParticipantMessageKind,
  { values = {}, preheader }: { values?: Record<string, string>; preheader?: string },
  blocks: readonly Block[],
): Letter {
  const { reference } = registration;
  const title = shortTitle(language, meeting);
  const texts = FRAME_TEXTS[kind];
  const text = (key: TextKey) => translateKey(language, key, { ...values, title, reference });
  return {
    language,
    subject: text(texts.subject),
    preheader: preheader ?? text(texts.preheader),
    eyebrow: text(texts.eyebrow),
    heading: runOf(meeting.title, language),
    blocks: [paragraph(salutation(language, registration)), ...blocks],
    footer: footer(language, meeting),
  };
}

export const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;

/** The sentence about the cancelled calendar entries, if the message cancels some. */
export function takenBack(language: Language, { inCalendar }: MessageRegistration): Block[] {
  return inCalendar ? [paragraph(t(language, 'mail.withdrawal.calendar'))] : [];
}

/** The private link, with a note that it is private. */
export function manage(language: Language, { registration }: About): Block[] {
  return [
    {
      kind: 'action',
      label: t(language, 'mail.confirmation.manage'),
      url: registration.manageUrl,
    },
    { kind: 'note', text: t(language, 'mail.confirmation.private') },
  ];
}

export function allFacts(language: Language, about: About): Fact[] {
  return [
    { label: t(language, 'mail.reference'), value: about.registration.reference },
    ...ofMeeting(language, about.meeting),
    ...online(language, about),
    ...standing(language, about),
  ];
}

function salutation(language: Language, registration: MessageRegistration): string {
  const { title, givenName, familyName } = registration;
  const name = titledName({ title, givenName, familyName });
  return t(language, 'mail.dear', { name });
}

/** The reason of a decision, if there is one. */
export const reasonGiven = (language: Language, reason: string | undefined): Fact[] =>
  reason === undefined ? [] : [{ label: t(language, 'mail.declined.reason'), value: reason }];

/** When and where a meeting takes place. */
export function ofMeeting(language: Language, meeting: MessageMeeting): Fact[] {
  const { sittings, timeZone, startsOn, endsOn } = meeting;
  return [
    { label: t(language, 'mail.when'), value: daysInWords(language, startsOn, endsOn) },
    ...(sittings
      ? [
          {
            label: t(language, 'meeting.sittings'),
            value: sittingsInWords(language, { sittings, timeZone }),
          },
        ]
      : []),
    { label: t(language, 'mail.where'), value: placeIn(language, meeting) },
  ];
}

/** The online link, if the reader may know it. */
function online(language: Language, { registration: { link } }: About): Fact[] {
  return link === undefined ? [] : [{ label: t(language, 'mail.link'), value: link }];
}

function standing(language: Language, { registration }: About): Fact[] {
  const { category, categoryReason } = registration;
  return [
    ...delegation(language, registration),
    {
      label: t(language, 'mail.category'),
      value: t(language, CATEGORY_TEXTS[category]),
      hint: reasonInWords(language, categoryReason),
    },
  ];
}

/** The State or organisation of a person. Individuals have none. */
function delegation(language: Language, { state, organisation }: MessageRegistration): Fact[] {
  const value = state === undefined ? organisation : stateName(state, language);
  return value === undefined ? [] : [{ label: t(language, 'mail.delegation'), value }];
}

function footer(language: Language, { contactEmail: contact }: MessageMeeting): string[] {
  return [
    t(language, 'mail.questions', { contact }),
    t(language, 'mail.why.participant', { contact }),
  ];
}
