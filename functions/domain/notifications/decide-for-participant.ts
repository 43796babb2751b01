import { type Arrangements, arrangementsOf, changedArrangements } from '../meeting/arrangements.ts';
import { isOver, type Meeting } from '../meeting/meeting.ts';
import {
  NOTIFIABLE_CHANGES,
  type NotifiableChange,
  type NotifiableDetails,
  notifiableChanges,
} from '../registration/notifiable-changes.ts';
import { isLive, type Registration } from '../registration/registration.ts';
import { isSameAddress } from '../shared/email.ts';
import type { Language } from '../shared/languages.ts';
import {
  type CalendarPlan,
  eitherCalendar,
  type KnownCalendar,
  planCalendar,
  wantedCalendar,
} from './calendar-changes.ts';
import { roomForMessage } from './edit-limit.ts';
import type { LastNotified, SaidBase } from './last-notified.ts';
import { type ParticipantMessageKind, rowOf } from './message-kinds.ts';
import type { NoticeEvent } from './notice.ts';

/** What a message to a participant said. */
export type ParticipantSaid = SaidBase & {
  readonly kind: ParticipantMessageKind;
  readonly language: Language;
  /** The state of the registration, from `stateOf`. Empty if the state must be sent again. */
  readonly state: string;
  readonly details: Omit<NotifiableDetails, 'email'>;
  /** A hash of the secret in the private link that the message contained. */
  readonly link: string;
  /** The calendar revision of the arrangements in the message, and whether the message contained the online link. */
  readonly arrangements: number;
  readonly knowsOnlineLink: boolean;
  readonly calendar: KnownCalendar;
};

/** The current state from which a notice to a participant is decided. */
export type ParticipantNow = {
  readonly registration: Registration;
  readonly meeting: Meeting;
  /** A hash of the secret in the private link. */
  readonly link: string;
};

/** The arrangements of a calendar revision. `undefined` if they are no longer stored. */
export type ArrangementsByRevision = (revision: number) => Arrangements | undefined;

/** A message to send to a participant, and what is known of the reader after SES has accepted it. */
export type ParticipantMessage = {
  readonly kind: ParticipantMessageKind;
  readonly to: string;
  /** The details that have changed since the participant was last notified. */
  readonly changed: readonly NotifiableChange[];
  /** The arrangements that the participant knows, if they differ from the current ones. */
  readonly before?: Arrangements | undefined;
  readonly calendar?: CalendarPlan | undefined;
  /** Missing in a message to a former address, which says nothing about the registration. */
  readonly says?: ParticipantSaid | undefined;
};

/**
 * The decision about a notice: a message, nothing with the reason, or later, because the limit on edits allows no
 * message before that instant.
 */
export type Decision<Message> =
  | { readonly send: Message }
  | { readonly nothing: string }
  | { readonly later: string };

/**
 * Decides what to send to a participant, from the current registration and meeting, and from what this participant was
 * last notified of. A change that was undone causes no message. Several changes cause one message. What did not reach
 * the participant is part of the next message.
 */
export function decideForParticipant(
  current: ParticipantNow,
  last: LastNotified<ParticipantSaid>,
  event: NoticeEvent,
  {
    noticeId,
    now,
    arrangementsAt,
  }: { noticeId: string; now: Date; arrangementsAt: ArrangementsByRevision },
): Decision<ParticipantMessage> {
  const { registration } = current;
  const { email } = registration;
  if (registration.erasedAt !== undefined) return { nothing: 'The registration is erased' };
  if (email === undefined) return { nothing: 'No address is known' };
  if (event.kind === 'address-changed') return farewell(registration, last, now);
  if (isOfferOver(registration, now)) return { nothing: 'The offer is over' };
  const news = newsFor(current, last, arrangementsAt, now);
  const kind = kindFor(current, last, event, news, now);
  if (kind === undefined) return { nothing: 'The participant knows it already' };
  if (event.kind === 'registration-changed' && last.said.length > 0) {
    const later = roomForMessage(last.recent, email, news.state, now);
    if (later !== undefined) return { later };
  }
  return { send: messageOf(current, last, kind, news, { noticeId, now }) };
}

/** What is new for a participant, compared with every message that they may have read. */
type News = {
  /** Whether the state differs from the last message, or there was no message. */
  readonly state: boolean;
  /** Whether the participant's address or private link differs from that of the last message. */
  readonly access: boolean;
  readonly details: readonly NotifiableChange[];
  readonly before: Arrangements | undefined;
};

function newsFor(
  { registration, meeting, link }: ParticipantNow,
  { said, maybe }: LastNotified<ParticipantSaid>,
  arrangementsAt: ArrangementsByRevision,
  now: Date,
): News {
  const [latest] = said;
  const told = [latest, maybe].filter((one) => one !== undefined);
  const state =
    latest === undefined || told.some((one) => one.state !== stateOf(registration, meeting));
  const access = told.some(
    (one) => one.link !== link || !isSameAddress(one.address, registration.email),
  );
  const live = isLive(registration.status);
  const details = NOTIFIABLE_CHANGES.filter(
    (change) =>
      live &&
      told.some(({ details: before, address }) =>
        notifiableChanges({ ...before, email: address }, registration).includes(change),
      ),
  );
  const tellsArrangements = live && !meeting.cancelled && !isOver(meeting, now);
  const before = tellsArrangements
    ? told.map((one) => changedFrom(one, registration, meeting, arrangementsAt)).find(Boolean)
    : undefined;
  return { state, access, details, before };
}

/** The arrangements in a message, if they differ from the current ones in something that this participant may know. */
function changedFrom(
  { arrangements, knowsOnlineLink }: ParticipantSaid,
  { status }: Registration,
  meeting: Meeting,
  arrangementsAt: ArrangementsByRevision,
): Arrangements | undefined {
  const before = arrangementsAt(arrangements);
  if (before === undefined) return undefined;
  // A participant who does not know the link gets it with the message of the state that permits it.
  const confirmed = knowsOnlineLink && status === 'confirmed';
  const changes = changedArrangements(before, arrangementsOf(meeting), { confirmed });
  if (changes.length === 0) return undefined;
  const { link: _, ...withoutLink } = before;
  return confirmed ? before : withoutLink;
}

/**
 * The state of a registration, as a text for comparison. Two offers differ by their end. In a cancelled meeting, all
 * live registrations have the same state.
 */
export function stateOf(
  { status, offeredUntil = '' }: Pick<Registration, 'status' | 'offeredUntil'>,
  { cancelled }: Pick<Meeting, 'cancelled'>,
): string {
  if (cancelled && isLive(status)) return 'meeting-cancelled';
  return status === 'offered' ? `offered ${offeredUntil}` : status;
}

/** The kind of message that says the state of a registration. */
export function stateKind(
  registration: Registration,
  { cancelled }: Meeting,
): ParticipantMessageKind {
  const { status, withdrawnBecause, nominated, privacyNotice } = registration;
  if (cancelled && isLive(status)) return 'meeting-cancelled';
  // A nominated person who has not completed the details would not understand a confirmation.
  if (
    nominated &&
    privacyNotice === undefined &&
    (status === 'confirmed' || status === 'waitlisted')
  )
    return 'nomination';
  switch (status) {
    case 'pending':
      return 'acknowledgement';
    case 'waitlisted':
      return 'waiting-list';
    case 'offered':
      return 'offer';
    case 'confirmed':
      return 'confirmation';
    case 'declined':
      return 'declined';
    case 'withdrawn':
      if (withdrawnBecause === 'replaced') return 'replaced';
      return withdrawnBecause === 'offer-expired' ? 'offer-expired' : 'withdrawal';
  }
}

function kindFor(
  { registration, meeting }: ParticipantNow,
  last: LastNotified<ParticipantSaid>,
  event: NoticeEvent,
  news: News,
  now: Date,
): ParticipantMessageKind | undefined {
  const state = stateKind(registration, meeting);
  const said = last.said[0];
  switch (event.kind) {
    case 'resend-requested': {
      const isAnswered = said !== undefined && said.at >= event.requestedAt && !isNews(news);
      return isAnswered ? undefined : state;
    }
    case 'offer-expiring':
      if (registration.status !== 'offered' || registration.offeredUntil !== event.offeredUntil)
        return undefined;
      if (meeting.cancelled) return changeKind(state, news);
      return news.state || news.access ? state : 'offer-expiring';
    case 'meeting-reminder':
      if (!isReminderTrue(registration, meeting, event.startsOn, now)) return undefined;
      return news.state || news.access ? state : 'meeting-reminder';
    case 'thank-you':
      return isThanksTrue(registration, meeting) ? 'thank-you' : undefined;
    default:
      return changeKind(state, news);
  }
}

const isNews = ({ state, access, details, before }: News): boolean =>
  state || access || details.length > 0 || before !== undefined;

/** The kind of message for what is new, or `undefined` if nothing is. */
function changeKind(state: ParticipantMessageKind, news: News): ParticipantMessageKind | undefined {
  if (news.state || news.access) return state;
  if (news.before !== undefined) return 'meeting-changed';
  return news.details.length > 0 ? 'details-changed' : undefined;
}

function isReminderTrue(
  { status, remindersStoppedAt }: Registration,
  meeting: Meeting,
  startsOn: string | undefined,
  now: Date,
): boolean {
  if (status !== 'confirmed' || remindersStoppedAt !== undefined) return false;
  if (meeting.cancelled || isOver(meeting, now)) return false;
  return startsOn === undefined || startsOn === meeting.startsOn;
}

const isThanksTrue = (
  { status, remindersStoppedAt }: Registration,
  { cancelled }: Meeting,
): boolean => status === 'confirmed' && remindersStoppedAt === undefined && !cancelled;

/** An expired offer ends by a transition, which causes another message. */
const isOfferOver = ({ status, offeredUntil = '' }: Registration, now: Date): boolean =>
  status === 'offered' && offeredUntil <= now.toISOString();

function messageOf(
  { registration, meeting, link }: ParticipantNow,
  last: LastNotified<ParticipantSaid>,
  kind: ParticipantMessageKind,
  { details, before }: News,
  { noticeId, now }: { noticeId: string; now: Date },
): ParticipantMessage {
  const { email = '', language, reference, status } = registration;
  const [latest] = last.said;
  const attends = status === 'confirmed' && !meeting.cancelled;
  const wanted = attends ? wantedCalendar(meeting, reference) : {};
  const known = last.maybe
    ? eitherCalendar(latest?.calendar ?? {}, last.maybe.calendar)
    : (latest?.calendar ?? {});
  const calendar = planCalendar(known, wanted, rowOf(kind).calendar, noticeId);
  return {
    kind,
    to: email,
    changed: details,
    before,
    calendar: calendar.plan,
    says: {
      noticeId,
      at: now.toISOString(),
      address: email,
      kind,
      language,
      state: stateOf(registration, meeting),
      details: detailsOf(registration),
      link,
      arrangements: meeting.calendarRevision ?? 1,
      knowsOnlineLink: attends,
      calendar: calendar.known,
    },
  };
}

function detailsOf(registration: Registration): ParticipantSaid['details'] {
  const { title, givenName, familyName, representation, state } = registration;
  const { organisation, organisationKind, delegationRole } = registration;
  return {
    title,
    givenName,
    familyName,
    representation,
    state,
    organisation,
    organisationKind,
    delegationRole,
  };
}

/**
 * The message to a former address that had messages before. There is none if that address already knows, or if no
 * former address had messages.
 */
function farewell(
  registration: Registration,
  last: LastNotified<ParticipantSaid>,
  now: Date,
): Decision<ParticipantMessage> {
  const written = [last.said[0]?.address, ...(last.former ?? [])];
  const address = written.find(
    (one) =>
      one !== undefined &&
      !isSameAddress(one, registration.email) &&
      !last.toldFormer?.some((told) => isSameAddress(told, one)),
  );
  if (address === undefined) return { nothing: 'No former address had a message' };
  const later = roomForMessage(last.recent, address, false, now);
  if (later !== undefined) return { later };
  return { send: { kind: 'address-changed', to: address, changed: [] } };
}

/**
 * What a newer message said, without what only an earlier, bounced message said. The next message repeats that part.
 */
export function withoutBounced(
  newer: ParticipantSaid,
  gone: ParticipantSaid,
  before: ParticipantSaid | undefined,
): ParticipantSaid {
  const saysState = rowOf(newer.kind).states === true;
  const details = Object.fromEntries(
    (Object.keys(newer.details) as (keyof ParticipantSaid['details'])[]).map((field) => [
      field,
      newer.details[field] === gone.details[field] ? before?.details[field] : newer.details[field],
    ]),
  ) as ParticipantSaid['details'];
  return {
    ...newer,
    // A message about a state contains all details.
    details: saysState || before === undefined ? newer.details : details,
    state: saysState || newer.state !== gone.state ? newer.state : (before?.state ?? ''),
    arrangements:
      saysState || newer.arrangements !== gone.arrangements || before === undefined
        ? newer.arrangements
        : before.arrangements,
  };
}
