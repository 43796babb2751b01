import { gzipSync } from 'node:zlib';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Outbox, toItem } from '../platform/client.ts';
import { BY_MEETING, DUE, DUE_BULK, outboxKeys } from '../platform/keys.ts';
import type { Attachment, MessageMeeting, NewMessage, OutboxMessage } from './message.ts';

/** How long a message is kept after it was written, for questions about what was sent; in days. */
export const KEPT_DAYS = 180;

/**
 * How long an attachment is: longer than it is tried to send it, and no longer, as somebody on a list may have
 * themselves erased meanwhile.
 */
const PARTS_KEPT_DAYS = 7;

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
    [BY_MEETING.partition]: message.meeting.id,
    meeting: withItsTexts(message),
    parts,
    // One that is for later is like one that is to be tried again: nobody takes it before its time.
    status: message.notBefore === undefined ? 'queued' : 'retrying',
    attempts: 0,
    createdAt: now.toISOString(),
    due: message.bulk ? DUE_BULK : DUE,
    dueAt:
      message.notBefore ??
      new Date(now.getTime() + (message.bulk ? 0 : SWEPT_AFTER_MS)).toISOString(),
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

/** Of the texts in the organisers' own words a message keeps those that it can say: mail, in its language. */
function withItsTexts({ meeting: { texts, ...meeting }, language }: NewMessage): MessageMeeting {
  const own = Object.entries(texts?.[language] ?? {}).filter(([key]) => key.startsWith('mail.'));
  return own.length === 0
    ? meeting
    : { ...meeting, texts: { [language]: Object.fromEntries(own) } };
}

/**
 * The writes of a message's attachment: compressed, in as many items as it needs. They are written
 * before the message itself, as it is the message that wakes the notifier.
 */
export function partWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  { id, meeting }: Pick<NewMessage, 'id' | 'meeting'>,
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
        [BY_MEETING.partition]: meeting.id,
        [BY_MEETING.sort]: now.toISOString(),
        content: compressed.subarray(number * PART_BYTES, (number + 1) * PART_BYTES),
        expiresAt: expiry(now, PARTS_KEPT_DAYS),
      }),
    },
  }));
}

/** Until when what is in the outbox is kept, in seconds since the epoch. */
export function expiry(now: Date, days = KEPT_DAYS): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}
