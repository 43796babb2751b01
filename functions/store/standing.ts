import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { emailKey } from '../domain/email.ts';
import type { Registration, Status } from '../domain/registration.ts';
import { fromItem, type Outbox, toItem } from './client.ts';
import { hash, outboxKeys } from './keys.ts';
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

/** Where a registration stands at this moment; `undefined` where all that was ever written about it is still so. */
export async function readStanding(
  { client, outbox }: Outbox,
  reference: string,
): Promise<Standing | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.standing(reference)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<Standing>(Item);
}
