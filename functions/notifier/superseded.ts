import { isLive } from '../domain/registration/registration.ts';
import { dayIn } from '../domain/shared/day.ts';
import {
  addressMark,
  type DelegationStanding,
  type MeetingStanding,
  type PeopleStanding,
  readDelegationStanding,
  readMeetingStanding,
  readPeopleStanding,
  readRemindersStopped,
  readStanding,
  representsMark,
  type Standing,
  saysMeeting,
} from '../store/notifications/standing.ts';
import {
  type MessageKind,
  type NewMessage,
  type OutboxMessage,
  unsubscribeUrlOf,
} from '../store/outbox/message.ts';
import type { Outbox } from '../store/platform/client.ts';

type Written = Pick<OutboxMessage, 'content' | 'to' | 'bulk' | 'meeting' | 'createdAt'>;

/** How all that a message depends on stands; nothing where it has never changed. */
export type Standings = {
  readonly registration?: Standing | undefined;
  readonly meeting?: MeetingStanding | undefined;
  readonly delegation?: DelegationStanding | undefined;
  readonly people?: PeopleStanding | undefined;
  readonly remindersStopped?: boolean | undefined;
};

/** What is still so once a meeting is cancelled: its end, what has ended before, and lists for those who wind it up. */
const OUTLIVE_MEETING: ReadonlySet<MessageKind> = new Set([
  'meeting-cancelled',
  'delegation-meeting-cancelled',
  'withdrawal',
  'replaced',
  'declined',
  'offer-expired',
  'address-changed',
  'participant-list',
]);

/** What is about a meeting that is still to come. */
const ENDS_WITH_MEETING: ReadonlySet<MessageKind> = new Set([
  'meeting-reminder',
  'meeting-changed',
  'delegation-meeting-changed',
]);

/**
 * Whether a message says when and where a meeting was before it changed. As long as not all are told it is to wait: it is
 * restated, or taken back, by whoever tells them. See store/announce.ts.
 */
export const isOfFormerMeeting = (
  message: Pick<Written, 'content' | 'meeting'>,
  { meeting }: Standings,
): boolean =>
  meeting !== undefined && meeting.edition > (message.meeting.edition ?? 1) && saysMeeting(message);

/**
 * Whether what a message says has ceased to be so, and it must not be sent any more.
 *
 * - Where a registration stands: once a later version says otherwise, or an offer is over.
 * - That an address is no longer the participant's: once it is again.
 * - What is sent to many at its time: once the registration has ended, or has another address.
 * - That somebody waits for an answer: once they do not, or not from this delegation.
 * - The link of a delegation's page: once it has been replaced.
 * - That nobody of a delegation comes: once somebody does, or registration has closed or closes at another time.
 * - That a meeting is to come: once it is cancelled, or over; a reminder of it once it is of other arrangements, and
 *   whatever else says when and where it is once all are told that this has changed.
 * - Whatever its reader has stopped.
 */
export function isSuperseded(message: Written, standings: Standings, now: Date): boolean {
  const { content, meeting } = message;
  if (standings.meeting?.cancelled && !OUTLIVE_MEETING.has(content.kind)) return true;
  if (unsubscribeUrlOf(content) !== undefined) {
    if (standings.remindersStopped) return true;
    if (standings.meeting && standings.meeting.edition > (meeting.edition ?? 1)) return true;
  }
  if (ENDS_WITH_MEETING.has(content.kind) && dayIn(meeting.timeZone, now) > meeting.endsOn)
    return true;
  if (isOfFormerMeeting(message, standings) && standings.meeting?.allTold) return true;
  return (
    isOfFormerDelegation(message, standings, now) || isOfFormerRegistration(message, standings, now)
  );
}

function isOfFormerDelegation(
  { content, createdAt }: Written,
  { delegation, people, meeting }: Standings,
  now: Date,
): boolean {
  if (!('delegation' in content)) return false;
  const hasLink = 'url' in content && content.url !== undefined;
  const { link } = content.delegation;
  if (hasLink && link !== undefined && delegation !== undefined && delegation.link > link)
    return true;
  if (content.kind !== 'nomination-reminder') return false;
  const { closesAt } = content;
  return (
    closesAt <= now.toISOString() ||
    (meeting !== undefined && meeting.closesAt !== closesAt) ||
    (people !== undefined && people.since >= createdAt)
  );
}

function isOfFormerRegistration(
  { content, to, bulk }: Written,
  { registration: standing }: Standings,
  now: Date,
): boolean {
  if (content.kind === 'validation-wanted')
    return (
      standing !== undefined &&
      (standing.status !== 'pending' || standing.represents !== representsMark(content.delegation))
    );
  if (!('registration' in content)) return false;
  const { version, status, offeredUntil } = content.registration;
  const sameAddress = standing?.address === addressMark(to.email);
  if (content.kind === 'address-changed') return standing !== undefined && sameAddress;
  if (offeredUntil !== undefined && offeredUntil <= now.toISOString()) return true;
  if (standing === undefined) return false;
  if (bulk !== true) return standing.version > version;
  return (
    !sameAddress || !isLive(standing.status) || (status !== undefined && status !== standing.status)
  );
}

/** The registration that a message depends on; none for lists and invitations. */
function referenceOf({ content }: Pick<NewMessage, 'content'>): string | undefined {
  if ('registration' in content) return content.registration.reference;
  return content.kind === 'validation-wanted' ? content.reference : undefined;
}

/**
 * What is to be done with a message that is about to be sent, by what the outbox says at this moment: it is dropped, or
 * waits to be restated.
 */
export async function judged(
  outbox: Outbox,
  message: Written,
  now: Date,
): Promise<'send' | 'wait' | 'drop'> {
  const standings = await standingsOf(outbox, message);
  if (isSuperseded(message, standings, now)) return 'drop';
  return isOfFormerMeeting(message, standings) ? 'wait' : 'send';
}

async function standingsOf(outbox: Outbox, message: Written): Promise<Standings> {
  const { content, meeting } = message;
  const reference = referenceOf(message);
  const delegationId = 'delegation' in content ? content.delegation.id : undefined;
  const url = unsubscribeUrlOf(content);
  const [registration, ofMeeting, delegation, people, remindersStopped] = await Promise.all([
    reference === undefined ? undefined : readStanding(outbox, reference),
    readMeetingStanding(outbox, meeting.id),
    delegationId === undefined
      ? undefined
      : readDelegationStanding(outbox, meeting.id, delegationId),
    delegationId === undefined || content.kind !== 'nomination-reminder'
      ? undefined
      : readPeopleStanding(outbox, meeting.id, delegationId),
    url === undefined ? undefined : readRemindersStopped(outbox, new URL(url).pathname),
  ]);
  return { registration, meeting: ofMeeting, delegation, people, remindersStopped };
}
