import { gzipSync } from 'node:zlib';
import { PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  LANE_OF,
  type Lane,
  type NewNotice,
  type NoticeEvent,
  type NoticeState,
} from '../../domain/notifications/notice.ts';
import { noticeId, recipientKey } from '../../domain/notifications/recipient.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { BY_MEETING, DUE, DUE_BULK, outboxKeys } from '../platform/keys.ts';

/** How long a notice is kept after it was written, for questions about what was sent; in days. */
export const KEPT_DAYS = 180;

/**
 * How long an attachment is kept: longer than sending is tried, and no longer, as somebody on a list may have themselves
 * erased in the meantime. In days.
 */
const ATTACHMENT_KEPT_DAYS = 7;

/**
 * When the sweeper first looks at a new notice. The stream wakes the notifier within a second; a notice that nobody has
 * touched by then has been missed. Bulk notices are the sweeper's from the beginning.
 */
const SWEPT_AFTER_MS = 60_000;

/** Bytes of a compressed attachment in one item: well under DynamoDB's limit of 400 kB an item. */
const CHUNK_BYTES = 350_000;

/** A notice as it is kept. It holds no name, address, link or text. Instants are ISO 8601 in UTC. */
export type Notice = {
  /** See domain/notifications/recipient.ts. */
  readonly id: string;
  readonly recipient: string;
  readonly meetingId: string;
  readonly event: NoticeEvent;
  readonly lane: Lane;
  readonly status: NoticeState;
  /** How often somebody has claimed it. */
  readonly attempts: number;
  readonly createdAt: string;
  /** When it was put back into the queue, after it had failed. */
  readonly requeuedAt?: string | undefined;
  /** While `sending`: whose it is, and until when nobody else may take it. */
  readonly lease?: { readonly holder: string; readonly until: string } | undefined;
  /** A document of its moment, until it is sent: the message, and how many items hold its attachment. */
  readonly document?: PreparedDocument | undefined;
  /** Once a message was composed: its kind, its language and a hash of the address. */
  readonly kind?: string | undefined;
  readonly language?: Language | undefined;
  readonly to?: string | undefined;
  readonly sesMessageId?: string | undefined;
  readonly sentAt?: string | undefined;
  /** Once `bounced`: `hard` when the address does not exist, `soft` when it did not take this message. */
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** The last error: a name and a sentence, never an address. */
  readonly lastError?:
    | { readonly name: string; readonly message: string; readonly at: string }
    | undefined;
};

/** A message that was composed when its notice was written, as `mail/message.ts` describes it. */
export type PreparedDocument = {
  readonly message: Readonly<Record<string, unknown>>;
  readonly chunks: number;
};

/** A file that goes with a message. Its name is ASCII. */
export type Attachment = {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

function itemOf(notice: NewNotice, now: Date, document?: PreparedDocument) {
  const { name, meetingId, event } = notice;
  const recipient = recipientKey(notice.recipient);
  const lane = LANE_OF[event.kind];
  const kept: Notice = {
    id: noticeId(notice.recipient, name),
    recipient,
    meetingId,
    event,
    lane,
    status: 'queued',
    attempts: 0,
    createdAt: now.toISOString(),
    ...(document && { document }),
  };
  return {
    ...outboxKeys.notice(recipient, name),
    ...kept,
    due: lane === 'bulk' ? DUE_BULK : DUE,
    dueAt: new Date(now.getTime() + (lane === 'bulk' ? 0 : SWEPT_AFTER_MS)).toISOString(),
    expiresAt: expiry(now),
  };
}

/**
 * The write that brings a notice into being, to be put into the transaction of what causes it. It fails when this notice
 * exists.
 */
export function noticeWrite(
  { outbox }: Pick<Outbox, 'outbox'>,
  notice: NewNotice,
  now: Date,
  document?: PreparedDocument,
): TransactWriteItem {
  return {
    Put: {
      TableName: outbox,
      Item: toItem(itemOf(notice, now, document)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/**
 * Writes a notice by itself, for what is sent to many.
 *
 * @returns false when this notice exists already.
 */
export async function enqueue(
  { client, outbox }: Outbox,
  notice: NewNotice,
  now: Date,
): Promise<boolean> {
  const { Put } = noticeWrite({ outbox }, notice, now);
  const item = Put && (await updated(() => client.send(new PutItemCommand(Put))));
  return item !== undefined;
}

/**
 * The writes of an attachment: compressed, in as many items as it needs. They are written before the notice itself, as
 * that wakes the notifier.
 */
export function attachmentWrites(
  { outbox }: Pick<Outbox, 'outbox'>,
  { recipient, name, meetingId }: Pick<NewNotice, 'recipient' | 'name' | 'meetingId'>,
  { content, ...file }: Attachment,
  now: Date,
): TransactWriteItem[] {
  const compressed = gzipSync(content);
  const count = Math.max(1, Math.ceil(compressed.length / CHUNK_BYTES));
  return Array.from({ length: count }, (_, number) => ({
    Put: {
      TableName: outbox,
      Item: toItem({
        ...outboxKeys.attachmentChunk(recipientKey(recipient), name, number),
        ...file,
        [BY_MEETING.partition]: meetingId,
        [BY_MEETING.sort]: now.toISOString(),
        content: compressed.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES),
        expiresAt: expiry(now, ATTACHMENT_KEPT_DAYS),
      }),
    },
  }));
}

/** Until when something in the outbox is kept, in seconds since the epoch. */
export function expiry(now: Date, days = KEPT_DAYS): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}
