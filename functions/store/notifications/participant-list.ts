import {
  type AttributeValue,
  GetItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import type { Attachment, NewMessage } from '../outbox/message.ts';
import { messageWrite, partWrites } from '../outbox/outbox.ts';
import { type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';

/** Whether a message with this id has been written, whatever has become of it since. */
export async function hasMessage({ client, outbox }: Outbox, id: string): Promise<boolean> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.message(id)),
      ProjectionExpression: 'pk',
      ConsistentRead: true,
    }),
  );
  return Item !== undefined;
}

/**
 * Writes a message together with its attachment. The parts are there before the message is, as the
 * message wakes the notifier. They can be replaced until it is, and it is written only while they are
 * this caller's: of two that make the same message at the same time, from lists that differ, the one
 * whose parts stand writes it. A transaction takes 4 MB, some 50,000 people after compression, which
 * is more than a mail can carry. Parts whose message was never written are replaced, or expire.
 *
 * @returns false when a message with this id was there already, or somebody else is just writing it.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function writeWithAttachment(
  store: Outbox,
  message: NewMessage,
  attachment: Attachment,
  now: Date,
  deadline: number,
): Promise<boolean> {
  const parts = partWrites(store, message, attachment, now);
  const laid = await transact(store.client, [isNotYet(store, message.id), ...parts], deadline);
  if (!laid.written) return false;
  const items = [messageWrite(store, message, now, parts.length), ...parts.map(isStill)];
  return (await transact(store.client, items, deadline)).written;
}

/** The check that a message has not been written. */
function isNotYet({ outbox }: Outbox, id: string): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName: outbox,
      Key: toItem(outboxKeys.message(id)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** The check that an item is as it was written. */
function isStill({ Put }: TransactWriteItem): TransactWriteItem {
  const { pk, sk, content } = Put?.Item ?? {};
  return {
    ConditionCheck: {
      TableName: Put?.TableName,
      Key: { pk, sk } as Record<string, AttributeValue>,
      ConditionExpression: 'content = :content',
      ExpressionAttributeValues: { ':content': content as AttributeValue },
    },
  };
}
