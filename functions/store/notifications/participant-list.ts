import {
  type AttributeValue,
  GetItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import type { NewNotice } from '../../domain/notifications/notice.ts';
import { recipientKey } from '../../domain/notifications/recipient.ts';
import { noticeKey } from '../outbox/claim.ts';
import {
  type Attachment,
  attachmentWrites,
  noticeWrite,
  type PreparedDocument,
} from '../outbox/notice.ts';
import { type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';

/** Whether a notice with this id was written, no matter what has become of it since. */
export async function hasNotice({ client, outbox }: Outbox, id: string): Promise<boolean> {
  const key = noticeKey(id);
  if (key === undefined) return false;
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(key),
      ProjectionExpression: 'pk',
      ConsistentRead: true,
    }),
  );
  return Item !== undefined;
}

/**
 * Writes the notice of a document together with its attachment. The chunks are written before the notice, as the notice
 * wakes the notifier. They can be replaced until then, and the notice is written only while they are this caller's: of two
 * callers that make the same document at the same time, from lists that differ, the one whose chunks stand writes it. A
 * transaction takes 4 MB, some 50,000 people after compression, which is more than a mail can carry. Chunks whose notice
 * was never written are replaced, or expire.
 *
 * @returns false when this notice exists already, or somebody else is just writing it.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function writeWithAttachment(
  store: Outbox,
  notice: NewNotice,
  message: PreparedDocument['message'],
  attachment: Attachment,
  now: Date,
  deadline: number,
): Promise<boolean> {
  const chunks = attachmentWrites(store, notice, attachment, now);
  const first = await transact(store.client, [isNotYet(store, notice), ...chunks], deadline);
  if (!first.written) return false;
  const document = { message, chunks: chunks.length };
  const items = [noticeWrite(store, notice, now, document), ...chunks.map(isStill)];
  return (await transact(store.client, items, deadline)).written;
}

/** The check that a notice was not written. */
function isNotYet({ outbox }: Outbox, { recipient, name }: NewNotice): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName: outbox,
      Key: toItem(outboxKeys.notice(recipientKey(recipient), name)),
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
