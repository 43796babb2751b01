import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { emailKey } from '../domain/email.ts';
import type { Registration, Status } from '../domain/registration.ts';
import { fromItem, type Outbox, toItem } from './client.ts';
import { hash, type Key, outboxKeys } from './keys.ts';
import type { StoredMeeting } from './meeting.ts';
import type { NewMessage } from './message.ts';
import { expiry } from './outbox.ts';

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

/** How a meeting stands, as far as what is sent to many depends on it; none where it never changed. */
export type MeetingStanding = { readonly edition: number; readonly cancelled: boolean };

/** An address, to be compared. */
export const addressMark = (email: string): string => hash(emailKey(email));

/** For whom somebody comes, to be compared. */
export const representsMark = ({
  state,
  organisation,
}: Pick<Registration, 'state' | 'organisation'>): string =>
  hash(JSON.stringify([state ?? '', organisation ?? '']));

/** Whether a message tells a participant where the registration stands, so that the next that does takes its place. */
export const saysStanding = ({ content, bulk }: Pick<NewMessage, 'content' | 'bulk'>): boolean =>
  'registration' in content && content.kind !== 'address-changed' && bulk !== true;

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
  const item = { ...outboxKeys.standing(after.reference), ...is, expiresAt: expiry(now) };
  return [{ Put: { TableName: outbox, Item: toItem(item) } }];
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

/** The write that makes a new edition of a meeting known to reminders of an older one; none where it is the same. */
export function meetingStandingWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  before: StoredMeeting | undefined,
  { meeting: { id, edition = 1, cancelled } }: StoredMeeting,
  now: Date,
): TransactWriteItem[] {
  if (before === undefined || (before.meeting.edition ?? 1) === edition) return [];
  const standing: MeetingStanding = { edition, cancelled: cancelled !== undefined };
  const item = { ...outboxKeys.meetingStanding(id), ...standing, expiresAt: expiry(now) };
  return [{ Put: { TableName: outbox, Item: toItem(item) } }];
}

/** The write that makes it known to reminders which wait whether they are wanted. `path`: see unsubscribe.ts. */
export function remindersWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  path: string,
  stopped: boolean,
  now: Date,
): TransactWriteItem {
  const item = { ...outboxKeys.reminders(path), stopped, expiresAt: expiry(now) };
  return { Put: { TableName: outbox, Item: toItem(item) } };
}

/** Where a registration stands at this moment; `undefined` where all that was ever written about it is still so. */
export const readStanding = (outbox: Outbox, reference: string) =>
  read<Standing>(outbox, outboxKeys.standing(reference));

/** How a meeting stands at this moment; `undefined` where it never changed. */
export const readMeetingStanding = (outbox: Outbox, meetingId: string) =>
  read<MeetingStanding>(outbox, outboxKeys.meetingStanding(meetingId));

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
