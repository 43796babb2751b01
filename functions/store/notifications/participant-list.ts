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

/** Whether a notice with this id was written, whatever its state is now. */
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
 * Writes the notice of a document together with its attachment. The chunks are written before the notice, because the
 * notice starts the notifier. Until then another caller may replace them, so the notice is written only if they are
 * still this caller's: if two callers make the same document at the same time from different lists, the one with the
 * last chunks writes the notice. A transaction accepts 4 MB, which is a list of about 50,000 people after compression,
 * and more than a mail can carry. Chunks without a notice are replaced, or expire.
 *
 * @param deadline milliseconds since the epoch.
 * @returns false if this notice exists already, or if somebody else is just writing it.
 * @throws StoreBusy if the deadline passes.
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

/** Builds the check that a notice was not written. */
function isNotYet({ outbox }: Outbox, { recipient, name }: NewNotice): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName: outbox,
      Key: toItem(outboxKeys.notice(recipientKey(recipient), name)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** Builds the check that a chunk has not changed since it was written. */
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
