import { createHash } from 'node:crypto';
import { belongsTo, type Delegation, nominationRefusal } from '../delegation/delegation.ts';
import { type Arrangements, arrangementsOf, changedArrangements } from '../meeting/arrangements.ts';
import { isOver, type Meeting } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import { isSameAddress } from '../shared/email.ts';
import type { Language } from '../shared/languages.ts';
import type { ArrangementsByRevision, Decision } from './decide-for-participant.ts';
import { EDIT_LIMIT, roomAt } from './edit-limit.ts';
import type { LastNotified, SaidBase } from './last-notified.ts';
import type { FocalPointMessageKind } from './message-kinds.ts';
import type { NoticeEvent } from './notice.ts';

/** A question about one person: the delegation link, the version of the registration, and the notice that asked it. */
type Asked = {
  readonly link: number;
  readonly version: number;
  readonly noticeId: string;
  /** When it was asked recently, for the limit per hour, because people can move back and forth between delegations. */
  readonly at: readonly string[];
};

/** The questions to one focal point or organiser, by a hash of the reference. */
export type AskedQuestions = Readonly<Record<string, Asked>>;

/** What a message to a focal point said. */
export type FocalPointSaid = SaidBase & {
  readonly kind: FocalPointMessageKind;
  readonly language: Language;
  /** The number of the delegation link in the invitation, or 0 before an invitation. */
  readonly invitedWith: number;
  /** When the last invitation was composed. */
  readonly invitedAt?: string | undefined;
  /** The calendar revision of the arrangements that the focal point knows. */
  readonly arrangements: number;
  readonly cancelled: boolean;
  /** The questions asked, by a hash of the reference. */
  readonly asked: AskedQuestions;
};

/** The current state from which a notice to a focal point is decided. */
export type FocalPointNow = {
  readonly delegation: Delegation;
  readonly meeting: Meeting;
  /** The registration that needs validation, if the notice is about one. */
  readonly registration?: Registration | undefined;
  /** When a person of the delegation last registered after a reminder was enqueued. */
  readonly presentSince?: string | undefined;
};

/** A message to send to a focal point, and what is known of the reader after SES has accepted it. */
export type FocalPointMessage = {
  readonly kind: FocalPointMessageKind;
  readonly to: string;
  /** The arrangements that the focal point knows, if they differ from the current ones. */
  readonly before?: Arrangements | undefined;
  /** For an invitation: whether an earlier link of this delegation has ended. */
  readonly renewed: boolean;
  readonly says: FocalPointSaid;
};

/** The calendar revision of a focal point who has had no message about the arrangements. */
const NEVER_TOLD = 0;

/** The number of questions remembered for one focal point. */
const REMEMBERED_QUESTIONS = 200;

/**
 * Decides what to send to the focal point of a delegation, from the current delegation, meeting and registration, and
 * from what this focal point was last notified of. A new focal point knows nothing.
 */
export function decideForFocalPoint(
  current: FocalPointNow,
  last: LastNotified<FocalPointSaid>,
  event: NoticeEvent,
  {
    noticeId,
    now,
    arrangementsAt,
  }: { noticeId: string; now: Date; arrangementsAt: ArrangementsByRevision },
): Decision<FocalPointMessage> {
  const { delegation, meeting, registration } = current;
  const { email, language } = delegation.focalPoint;
  if (email === undefined) return { nothing: 'No address is known' };
  const ofThem = (one: FocalPointSaid | undefined) =>
    isSameAddress(one?.address, email) ? one : undefined;
  // A message that may have arrived does not count as known. It only adds what needs a correction.
  const known = ofThem(last.said[0]);
  const told = [known, ofThem(last.maybe)];
  const before = told
    .map((one) => one && changedFrom(one, meeting, arrangementsAt, now))
    .find((one) => one !== undefined);
  const kind = kindFor(current, known, event, before !== undefined, now);
  if (typeof kind === 'object') return kind;
  if (kind === 'validation-wanted' && registration) {
    const later = roomForQuestion(known?.asked, registration, now);
    if (later !== undefined) return { later };
  }
  const invited = kind === 'delegation-invitation';
  return {
    send: {
      kind,
      to: email,
      before: invited ? undefined : before,
      renewed: delegation.link > 1,
      says: {
        noticeId,
        at: now.toISOString(),
        address: email,
        kind,
        language,
        invitedWith: invited ? delegation.link : (known?.invitedWith ?? 0),
        invitedAt: invited ? now.toISOString() : known?.invitedAt,
        // A question does not contain the arrangements, unless they have changed.
        arrangements:
          kind === 'validation-wanted' && before === undefined
            ? (known?.arrangements ?? NEVER_TOLD)
            : (meeting.calendarRevision ?? 1),
        cancelled: meeting.cancelled !== undefined,
        asked:
          kind === 'validation-wanted' && registration
            ? withQuestion(known?.asked, registration, { link: delegation.link, noticeId, now })
            : (known?.asked ?? {}),
      },
    },
  };
}

type Kind = FocalPointMessageKind | { readonly nothing: string };

function kindFor(
  current: FocalPointNow,
  known: FocalPointSaid | undefined,
  event: NoticeEvent,
  hasChanged: boolean,
  now: Date,
): Kind {
  const { delegation, meeting, presentSince } = current;
  switch (event.kind) {
    case 'meeting-changed':
      return kindOfChange(current, known, hasChanged);
    case 'focal-point-invited':
      return kindOfInvitation(current, known, event.requestedAt);
    case 'validation-wanted':
      return kindOfQuestion(current, known, event.version);
    case 'nomination-reminder':
      return isReminderTrue(delegation, meeting, event, presentSince, now)
        ? 'nomination-reminder'
        : { nothing: 'The reminder is no longer true' };
    default:
      return { nothing: 'The event is not for a focal point' };
  }
}

function kindOfChange(
  { delegation, meeting }: FocalPointNow,
  known: FocalPointSaid | undefined,
  hasChanged: boolean,
): Kind {
  if (meeting.cancelled)
    return known?.cancelled
      ? { nothing: 'The focal point knows that the meeting is cancelled' }
      : 'delegation-meeting-cancelled';
  // The focal point has no invitation with this link: it failed or is not sent yet. The invitation contains the
  // arrangements.
  if (known?.invitedWith !== delegation.link) return 'delegation-invitation';
  return hasChanged
    ? 'delegation-meeting-changed'
    : { nothing: 'The focal point knows the arrangements' };
}

/**
 * @param requestedAt when an organiser asked to send the same link again.
 */
function kindOfInvitation(
  { delegation, meeting }: FocalPointNow,
  known: FocalPointSaid | undefined,
  requestedAt: string | undefined,
): Kind {
  if (meeting.cancelled) return { nothing: 'The meeting is cancelled' };
  const isKnown = known !== undefined && known.invitedWith === delegation.link;
  const isAnswered = requestedAt === undefined || (known?.invitedAt ?? '') >= requestedAt;
  return isKnown && isAnswered
    ? { nothing: 'The focal point has this link' }
    : 'delegation-invitation';
}

/**
 * @param version the version of the registration when its question was enqueued.
 */
function kindOfQuestion(
  { delegation, meeting, registration }: FocalPointNow,
  known: FocalPointSaid | undefined,
  version: number,
): Kind {
  if (meeting.cancelled) return { nothing: 'The meeting is cancelled' };
  if (registration === undefined || !isWaitingFor(delegation, registration))
    return { nothing: 'Nobody waits for this validation' };
  return isAsked(known?.asked, registration, delegation.link, version)
    ? { nothing: 'The focal point was already asked' }
    : 'validation-wanted';
}

/**
 * The arrangements that a focal point knows, if they differ from the current ones. Focal points do not get the online
 * link.
 */
function changedFrom(
  { arrangements }: FocalPointSaid,
  meeting: Meeting,
  arrangementsAt: ArrangementsByRevision,
  now: Date,
): Arrangements | undefined {
  if (meeting.cancelled || isOver(meeting, now)) return undefined;
  const before = arrangementsAt(arrangements);
  if (before === undefined) return undefined;
  const { link: _, ...told } = before;
  const changes = changedArrangements(told, arrangementsOf(meeting), { confirmed: false });
  return changes.length > 0 ? told : undefined;
}

/** True if this focal point has to validate the registration. */
export const isWaitingFor = (
  delegation: Pick<Delegation, 'id' | 'meetingId'>,
  registration: Registration,
): boolean =>
  registration.status === 'pending' &&
  registration.erasedAt === undefined &&
  belongsTo(delegation, registration);

function isReminderTrue(
  delegation: Delegation,
  meeting: Meeting,
  { closesOn, checkedAt }: Extract<NoticeEvent, { kind: 'nomination-reminder' }>,
  presentSince: string | undefined,
  now: Date,
): boolean {
  if (delegation.remindersStoppedAt !== undefined) return false;
  if (nominationRefusal(meeting, delegation, now) !== undefined) return false;
  if (presentSince !== undefined && presentSince >= checkedAt) return false;
  return closesOn === undefined || closesOn === meeting.registration.closesOn;
}

const questionKey = (reference: string): string =>
  createHash('sha256').update(reference).digest('base64url').slice(0, 12);

/** True if a question was asked with this link, about this version of the registration or a later one. */
export function isAsked(
  asked: AskedQuestions | undefined,
  { reference }: Registration,
  link: number,
  version: number,
): boolean {
  const question = asked?.[questionKey(reference)];
  return question !== undefined && question.link === link && question.version >= version;
}

/** When the limit allows another question about the same person, an instant. `undefined` if it does now. */
export function roomForQuestion(
  asked: AskedQuestions | undefined,
  { reference }: Registration,
  now: Date,
): string | undefined {
  return roomAt(asked?.[questionKey(reference)]?.at ?? [], EDIT_LIMIT.statesToOne, now);
}

/** The questions asked, with one more. */
export function withQuestion(
  asked: AskedQuestions = {},
  { reference, version }: Registration,
  { link, noticeId, now }: { readonly link: number; readonly noticeId: string; readonly now: Date },
): AskedQuestions {
  const key = questionKey(reference);
  const others = Object.entries(asked).filter(([name]) => name !== key);
  const kept = others.slice(Math.max(0, others.length - REMEMBERED_QUESTIONS + 1));
  const at = [...(asked[key]?.at ?? []), now.toISOString()].slice(-EDIT_LIMIT.statesToOne);
  return Object.fromEntries([...kept, [key, { link, version, noticeId, at }]]);
}

/** What a newer message said, without what only an earlier, bounced message said. */
export function withoutBouncedQuestion(
  newer: FocalPointSaid,
  gone: FocalPointSaid,
  before: FocalPointSaid | undefined,
): FocalPointSaid {
  const asked = Object.entries(newer.asked).filter(([, one]) => one.noticeId !== gone.noticeId);
  const invited = gone.kind === 'delegation-invitation' && newer.kind !== 'delegation-invitation';
  return {
    ...newer,
    asked: Object.fromEntries(asked),
    invitedWith: invited ? (before?.invitedWith ?? 0) : newer.invitedWith,
    arrangements:
      newer.arrangements !== gone.arrangements || before === undefined
        ? newer.arrangements
        : before.arrangements,
    cancelled:
      gone.kind === 'delegation-meeting-cancelled' ? (before?.cancelled ?? false) : newer.cancelled,
  };
}
