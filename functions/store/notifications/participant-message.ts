import { reasonNow } from '../../domain/eligibility/category-at.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import {
  TOLD_CHANGES,
  type ToldChange,
  toldChanges,
} from '../../domain/notifications/notifiable-changes.ts';
import type { Telling } from '../../domain/notifications/telling.ts';
import { fullName } from '../../domain/registration/name.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import type {
  MessageMeeting,
  MessageRegistration,
  NewMessage,
  ParticipantMessageKind,
} from '../outbox/message.ts';

/** The path of a registration's private address. Pages use it, so that they stay on the host they came from. */
export function managePath({
  reference,
  secret,
}: Pick<Registration, 'reference' | 'secret'>): string {
  return `/registrations/${reference}/${secret}`;
}

/** The private address of a registration: whoever has it may see and withdraw it. */
export function manageUrl(
  publicUrl: string,
  registration: Pick<Registration, 'reference' | 'secret'>,
): string {
  return `${publicUrl}${managePath(registration)}`;
}

/** What every message says of its meeting. */
export function messageMeeting(meeting: Meeting): MessageMeeting {
  const { id, title, venue, timeZone, startsOn, endsOn, contactEmail } = meeting;
  const { sittings, edition, entries, texts, cancelled } = meeting;
  return {
    id,
    title,
    venue,
    timeZone,
    startsOn,
    endsOn,
    contactEmail,
    sittings,
    edition,
    entries,
    ...(cancelled && { cancelledBecause: cancelled.reason }),
    ...(texts && { texts }),
  };
}

/** What a message to a participant says of the registration. */
export function messageRegistration(
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): MessageRegistration {
  const { reference, version, title, givenName = '', familyName = '', category } = registration;
  const { state, organisation, offeredUntil, decision, nominatedBy } = registration;
  const confirmed = registration.status === 'confirmed';
  const cancelled = isLive(registration.status) ? meeting.cancelled : undefined;
  return {
    reference,
    version,
    manageUrl: manageUrl(publicUrl, registration),
    title,
    givenName,
    familyName,
    category,
    categoryReason: reasonNow(meeting, registration),
    state,
    organisation,
    // With the meeting the offer ends, and not at its time.
    offeredUntil: cancelled ? undefined : offeredUntil,
    reason: cancelled ? cancelled.reason : decision?.reason,
    link: linkFor(meeting, registration),
    inCalendar: confirmed && !cancelled ? undefined : registration.inCalendar,
    ...(nominatedBy !== undefined && {
      nomination: { by: nominatedBy, confirmed },
    }),
  };
}

/** Where to attend online, for whoever may know. */
export const linkFor = (
  { link, cancelled }: Pick<Meeting, 'link' | 'cancelled'>,
  { status }: Pick<Registration, 'status'>,
): string | undefined => (status === 'confirmed' && cancelled === undefined ? link : undefined);

/** Which message says where a registration stands. */
function kindOf({ cancelled }: Meeting, registration: Registration): ParticipantMessageKind {
  const { status, withdrawnBecause } = registration;
  if (cancelled && isLive(status)) return 'meeting-cancelled';
  if (isNews(registration)) return 'nomination';
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

/** Whoever was nominated is told so until the details are completed; before that a confirmation would be none of theirs. */
function isNews({ nominated, privacyNotice, status }: Registration): boolean {
  return (
    nominated === true &&
    privacyNotice === undefined &&
    (status === 'confirmed' || status === 'waitlisted')
  );
}

/**
 * The message that tells a participant where the registration stands. Its id says which
 * registration, which message and which version of it (or which repeat), so that the outbox can hold it only once.
 *
 * @returns none for somebody whose address is not known.
 */
export function participantMessages(
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
  repeat?: Date,
): NewMessage[] {
  const kind = kindOf(meeting, registration);
  const mark = repeat ? `r${repeat.getTime()}` : `v${registration.version}`;
  const says = messageRegistration(meeting, registration, publicUrl);
  return messageTo(meeting, registration, `${kind}-${mark}`, { kind, registration: says });
}

/**
 * The messages about a registration that its participant has edited: where it now stands, if that has changed, or else
 * what of importance has; to the new address where that is part of it, and then the old one is told too.
 */
export function editMessages(
  meeting: Meeting,
  before: Registration,
  after: Registration,
  publicUrl: string,
): NewMessage[] {
  const now = toldChanges(before, after);
  // What could not be told when it was changed comes with the next message.
  const changed = TOLD_CHANGES.filter(
    (one) => now.includes(one) || (now.length > 0 && before.untold?.includes(one)),
  );
  const { status, version } = after;
  const about = (kind: ParticipantMessageKind, to: Registration) =>
    messageTo(meeting, to, `${kind}-v${version}`, {
      kind,
      registration: { ...messageRegistration(meeting, to, publicUrl), version, changed, status },
    });
  return [
    ...(before.status !== status
      ? participantMessages(meeting, after, publicUrl).map((one) => withChanges(one, changed))
      : changed.length === 0
        ? []
        : about('details-changed', after)),
    ...(now.includes('email') ? about('address-changed', before) : []),
  ];
}

/** Where a registration stands, as a message says it which also says that its details were changed. */
const withChanges = (message: NewMessage, changed: readonly ToldChange[]): NewMessage =>
  'registration' in message.content && changed.length > 0
    ? {
        ...message,
        content: {
          ...message.content,
          registration: { ...message.content.registration, changed },
        },
      }
    : message;

/**
 * The message that tells a participant how the meeting has changed, or that it is cancelled. Its id says which edition
 * of the meeting it is of.
 */
export function tellingMessages(
  meeting: Meeting,
  registration: Registration,
  telling: Telling,
  publicUrl: string,
): NewMessage[] {
  const { kind } = telling;
  const says = messageRegistration(meeting, registration, publicUrl);
  const content = {
    kind,
    registration: { ...says, status: registration.status },
    ...('before' in telling && { before: telling.before }),
  };
  const id = `${kind}-e${meeting.edition ?? 1}`;
  return messageTo(meeting, registration, id, content).map((one) => ({ ...one, bulk: true }));
}

/**
 * A message that waits, as it is to be sent now that the meeting has changed: what it says of the meeting is what is so.
 *
 * @param link where its reader attends online, who may know.
 */
export function ofMeetingNow(
  meeting: Meeting,
  { id, to, language, content }: NewMessage,
  link?: string | undefined,
): NewMessage {
  return {
    id: `${id.replace(/-e\d+$/, '')}-e${meeting.edition ?? 1}`,
    to,
    language,
    meeting: messageMeeting(meeting),
    content:
      'registration' in content
        ? { ...content, registration: { ...content.registration, link } }
        : content,
  };
}

/** The message that reminds of an offer. Its id says of which, by its end, as an offer can be edited. */
export function offerExpiringMessages(
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): NewMessage[] {
  const id = `offer-expiring-u${Date.parse(registration.offeredUntil ?? '')}`;
  const says = messageRegistration(meeting, registration, publicUrl);
  return messageTo(meeting, registration, id, { kind: 'offer-expiring', registration: says });
}

/** A message to the address of a registration; none where it is not known. */
function messageTo(
  meeting: Meeting,
  { reference, email, givenName, familyName, language }: Registration,
  id: string,
  content: NewMessage['content'],
): NewMessage[] {
  if (email === undefined) return [];
  return [
    {
      id: `${reference}-${id}`,
      to: { email, name: fullName({ givenName, familyName }) },
      language,
      meeting: messageMeeting(meeting),
      content,
    },
  ];
}
