import { gzipSync } from 'node:zlib';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Outbox, toItem } from './client.ts';
import { DUE, DUE_BULK, outboxKeys } from './keys.ts';
import type { Attachment, NewMessage, OutboxMessage } from './message.ts';

/** How long a message is kept after it was written, for questions about what was sent; in days. */
export const KEPT_DAYS = 180;

/**
 * When the sweeper first looks at a new message. The stream wakes the notifier within a second; a
 * message that nobody has touched by then has been missed. What is sent to many is the sweeper's from the beginning.
 */
const SWEPT_AFTER_MS = 60_000;

/** Bytes of compressed attachment in one item: well under DynamoDB's limit of 400 kB an item. */
const PART_BYTES = 350_000;

/**
 * The write that brings a message into being, to be put into the transaction of whatever causes it.
 * It fails when a message with this id exists.
 */
export function messageWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  message: NewMessage,
  now: Date,
  parts = 0,
): TransactWriteItem {
  const stored: OutboxMessage & Record<string, unknown> = {
    ...outboxKeys.message(message.id),
    ...message,
    parts,
    status: 'queued',
    attempts: 0,
    createdAt: now.toISOString(),
    due: message.bulk ? DUE_BULK : DUE,
    dueAt: new Date(now.getTime() + (message.bulk ? 0 : SWEPT_AFTER_MS)).toISOString(),
    expiresAt: expiry(now),
  };
  return {
    Put: {
      TableName: outbox,
      Item: toItem(stored),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/**
 * The writes of a message's attachment: compressed, in as many items as it needs. They are written
 * before the message itself, as it is the message that wakes the notifier.
 */
export function partWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  id: string,
  { content, ...file }: Attachment,
  now: Date,
): TransactWriteItem[] {
  const compressed = gzipSync(content);
  const count = Math.max(1, Math.ceil(compressed.length / PART_BYTES));
  return Array.from({ length: count }, (_, number) => ({
    Put: {
      TableName: outbox,
      Item: toItem({
        ...outboxKeys.part(id, number),
        ...file,
        content: compressed.subarray(number * PART_BYTES, (number + 1) * PART_BYTES),
        expiresAt: expiry(now),
      }),
    },
  }));
}

/** Until when what is in the outbox is kept, in seconds since the epoch. */
export function expiry(now: Date): number {
  return Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400;
}
