import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import { arrangementsOf, hasMoved } from '../../domain/meeting/arrangements.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Registration, Status } from '../../domain/registration/registration.ts';
import { lastMinuteOf } from '../../domain/shared/day.ts';
import { addressHash } from '../../domain/shared/email.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { MessageKind, NewMessage } from '../outbox/message.ts';
import { expiry } from '../outbox/outbox.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { BY_MEETING, hash, type Key, outboxKeys } from '../platform/keys.ts';

/**
 * Where a registration stands, as far as messages about it depend on it. It is in the outbox, as the notifier reads
 * nothing of the register, and is written with the change that makes older messages untrue: whoever never
 * changed has none. Address and delegation are hashed; they are only compared.
 */
export type Standing = {
  /** What an older version says of where the registration stands is no longer so. */
  readonly version: number;
  readonly status: Status;
  /** Of nobody any more, once the address is deleted. */
  readonly address?: string | undefined;
  readonly represents: string;
};

/** How a meeting stands, as far as messages depend on it; none where nothing of this ever changed. */
export type MeetingStanding = {
  /** The edition that changed when, where or how it takes place. */
  readonly edition: number;
  readonly cancelled: boolean;
  /** Whether everybody has been told of it, and whatever waited has been restated: see announce.ts. */
  readonly allTold: boolean;
  /** The last minute of registration, an instant. */
  readonly closesAt: string;
};

/** How a delegation stands, as far as messages to its focal point depend on it; none while its first link is good. */
export type DelegationStanding = {
  /** Which link of its page works. */
  readonly link: number;
};

/** Since when somebody of a delegation comes whose focal point was reminded that nobody does. */
export type PeopleStanding = { readonly since: string };

/** An address, to be compared. */
export const addressMark = (email: string): string => addressHash(email);

/** For whom somebody comes, to be compared. */
export const representsMark = ({
  state,
  organisation,
}: Pick<Registration, 'state' | 'organisation'>): string =>
  hash(JSON.stringify([state ?? '', organisation ?? '']));

/** Whether a message tells a participant where the registration stands, so that the next that does takes its place. */
export const saysStanding = ({ content, bulk }: Pick<NewMessage, 'content' | 'bulk'>): boolean =>
  'registration' in content && content.kind !== 'address-changed' && bulk !== true;

/** Whether a message tells how the meeting has changed, or that it is cancelled. */
export const isNews = ({ content, bulk }: Pick<NewMessage, 'content' | 'bulk'>): boolean =>
  bulk === true && (content.kind === 'meeting-changed' || content.kind === 'meeting-cancelled');

/** Messages to people who come, or may yet, that say when and where the meeting is. */
const SAY_MEETING: ReadonlySet<MessageKind> = new Set([
  'acknowledgement',
  'waiting-list',
  'offer',
  'offer-expiring',
  'confirmation',
  'details-changed',
  'nomination',
  'meeting-changed',
  'delegation-invitation',
  'delegation-meeting-changed',
]);

/** Whether a message says when and where the meeting is, and is restated when that changes while it waits. */
export const saysMeeting = ({ content }: Pick<NewMessage, 'content'>): boolean =>
  SAY_MEETING.has(content.kind);

/**
 * The write that makes a change of a registration known to messages that were written before it. None where they
 * stay true: for a new registration, and for changes that they do not speak of.
 */
export function standingWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  before: Registration | undefined,
  after: Registration,
  messages: readonly NewMessage[],
  now: Date,
): TransactWriteItem[] {
  if (before === undefined) return [];
  const [was, is] = [standingOf(before), standingOf(after)];
  const stays =
    was.status === is.status && was.address === is.address && was.represents === is.represents;
  if (stays && !messages.some(saysStanding)) return [];
  return [standingPut(outbox, after.meetingId, outboxKeys.standing(after.reference), is, now)];
}

/** An item that says how something stands: it is deleted with the messages of its meeting. */
function standingPut(
  outbox: string,
  meetingId: string,
  key: Key,
  standing: object,
  now: Date,
): TransactWriteItem {
  const found = { [BY_MEETING.partition]: meetingId, [BY_MEETING.sort]: now.toISOString() };
  const Item = toItem({ ...key, ...standing, ...found, expiresAt: expiry(now) });
  return { Put: { TableName: outbox, Item } };
}

function standingOf(registration: Registration): Standing {
  const { version, status, email } = registration;
  return {
    version,
    status,
    address: email === undefined ? undefined : addressMark(email),
    represents: representsMark(registration),
  };
}

/** The write that makes it known to messages which wait how a meeting has changed; none where they stay true. */
export function meetingStandingWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  before: StoredMeeting | undefined,
  stored: StoredMeeting,
  now: Date,
): TransactWriteItem[] {
  if (before === undefined) return [];
  const { meeting } = stored;
  const moved = hasMoved(arrangementsOf(before.meeting), arrangementsOf(meeting));
  if (!moved && closesAt(before.meeting) === closesAt(meeting)) return [];
  return [meetingStandingWrite({ outbox }, stored, now)];
}

/** The same, however it was before: once all are told, what says a former state and turns up again is not sent. */
export function meetingStandingWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  { meeting, past = [] }: Pick<StoredMeeting, 'meeting' | 'past'>,
  now: Date,
): TransactWriteItem {
  const { id, edition = 1, cancelled } = meeting;
  const standing: MeetingStanding = {
    edition,
    cancelled: cancelled !== undefined,
    allTold: past.length <= 1,
    closesAt: closesAt(meeting),
  };
  return standingPut(outbox, id, outboxKeys.meetingStanding(id), standing, now);
}

/** The last minute of a meeting's registration, an instant. */
export const closesAt = ({ timeZone, registration }: Meeting): string =>
  lastMinuteOf(timeZone, registration.closesOn).toISOString();

/** The write that makes it known to messages which wait that another link of a delegation's page works. */
export function delegationStandingWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  { meetingId, id, link }: Delegation,
  now: Date,
): TransactWriteItem {
  const standing: DelegationStanding = { link };
  const key = outboxKeys.delegationStanding(meetingId, id);
  return standingPut(outbox, meetingId, key, standing, now);
}

/** The write that makes it known to a reminder which waits that somebody of the delegation comes. */
export function peopleWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  { meetingId, id }: Pick<Delegation, 'meetingId' | 'id'>,
  now: Date,
): TransactWriteItem {
  const standing: PeopleStanding = { since: now.toISOString() };
  return standingPut(outbox, meetingId, outboxKeys.people(meetingId, id), standing, now);
}

/** The write that makes it known to reminders which wait whether they are wanted. `path`: see unsubscribe.ts. */
export function remindersWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  meetingId: string,
  path: string,
  stopped: boolean,
  now: Date,
): TransactWriteItem {
  return standingPut(outbox, meetingId, outboxKeys.reminders(path), { stopped }, now);
}

/** Where a registration stands at this moment; `undefined` where all that was ever written about it is still so. */
export const readStanding = (outbox: Outbox, reference: string) =>
  read<Standing>(outbox, outboxKeys.standing(reference));

/** How a meeting stands at this moment; `undefined` where it never changed. */
export const readMeetingStanding = (outbox: Outbox, meetingId: string) =>
  read<MeetingStanding>(outbox, outboxKeys.meetingStanding(meetingId));

/** How a delegation stands at this moment; `undefined` where its first link is good. */
export const readDelegationStanding = (outbox: Outbox, meetingId: string, id: string) =>
  read<DelegationStanding>(outbox, outboxKeys.delegationStanding(meetingId, id));

/** Since when somebody of a delegation comes; `undefined` where nobody has come after a reminder. */
export const readPeopleStanding = (outbox: Outbox, meetingId: string, id: string) =>
  read<PeopleStanding>(outbox, outboxKeys.people(meetingId, id));

/** Whether reminders have been stopped that are stopped at this path. */
export async function readRemindersStopped(outbox: Outbox, path: string): Promise<boolean> {
  const found = await read<{ stopped: boolean }>(outbox, outboxKeys.reminders(path));
  return found?.stopped === true;
}

async function read<T>({ client, outbox }: Outbox, key: Key): Promise<T | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: outbox, Key: toItem(key), ConsistentRead: true }),
  );
  return Item && fromItem<T>(Item);
}
