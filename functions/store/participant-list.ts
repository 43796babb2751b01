import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Outbox, toItem } from './client.ts';
import { outboxKeys } from './keys.ts';
import type { Attachment, NewMessage } from './message.ts';
import { messageWrite, partWrites } from './outbox.ts';
import { transact } from './transact.ts';

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
 * message wakes the notifier, and all at once: of two callers that make the same message at the same
 * time, from lists that differ, one has written all of them, whoever writes the message. A transaction
 * takes 4 MB, some 50,000 people after compression, which is more than a mail can carry. Parts whose
 * message was never written are replaced by the next try, or expire.
 *
 * @returns false when a message with this id was there already.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function writeWithAttachment(
  store: Outbox,
  message: NewMessage,
  attachment: Attachment,
  now: Date,
  deadline: number,
): Promise<boolean> {
  const parts = partWrites(store, message.id, attachment, now);
  await transact(store.client, parts, deadline);
  const write = messageWrite(store, message, now, parts.length);
  return (await transact(store.client, [write], deadline)).written;
}
