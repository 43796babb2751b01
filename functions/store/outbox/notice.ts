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

/** How long a notice is kept, for questions about what was sent; in days. */
export const KEPT_DAYS = 180;

/**
 * How long an attachment is kept, in days: longer than attempts to send it last. It is not kept longer, because a
 * person on the list may be erased.
 */
const ATTACHMENT_KEPT_DAYS = 7;

/**
 * When the sweeper first looks at a new notice. The stream starts the notifier within a second; a notice that is still
 * untouched after a minute was missed. Bulk notices belong to the sweeper from the beginning.
 */
const SWEPT_AFTER_MS = 60_000;

/** Bytes of a compressed attachment in one item: well below DynamoDB's limit of 400 kB for an item. */
const CHUNK_BYTES = 350_000;

/** A notice as it is stored. It contains no name, address, link or text. Instants are ISO 8601 in UTC. */
export type Notice = {
  /** See domain/notifications/recipient.ts. */
  readonly id: string;
  readonly recipient: string;
  readonly meetingId: string;
  readonly event: NoticeEvent;
  readonly lane: Lane;
  readonly status: NoticeState;
  /** How often it was claimed. */
  readonly attempts: number;
  readonly createdAt: string;
  /** When it was put back into the queue after a failure. */
  readonly requeuedAt?: string | undefined;
  /** While `sending`: who holds the claim, and until when nobody else may take it. */
  readonly lease?: { readonly holder: string; readonly until: string } | undefined;
  /** A document that was prepared when the notice was written. It is deleted when it is sent. */
  readonly document?: PreparedDocument | undefined;
  /** After a message was composed: its kind, its language and the hash of the address. */
  readonly kind?: string | undefined;
  readonly language?: Language | undefined;
  readonly to?: string | undefined;
  readonly sesMessageId?: string | undefined;
  readonly sentAt?: string | undefined;
  /** After a bounce: `hard` if the address does not exist, `soft` if it did not accept this message. */
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** The last error: a name and a sentence, never an address. */
  readonly lastError?:
    | { readonly name: string; readonly message: string; readonly at: string }
    | undefined;
};

/**
 * A message that was composed when its notice was written, in the form of `Message` in mail/message.ts. `chunks`: the
 * number of chunks of its attachment.
 */
export type PreparedDocument = {
  readonly message: Readonly<Record<string, unknown>>;
  readonly chunks: number;
};

/** A file that is sent with a message. Its name is ASCII. */
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
 * Builds the write of a new notice, for the transaction of the change that causes it. Its condition fails if the notice
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
 * Writes a notice without a transaction, for fan-outs.
 *
 * @returns false if this notice exists already.
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
 * Builds the writes of an attachment: compressed, in as many chunks as it needs. They must be written before the
 * notice, because the notice starts the notifier.
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

/** When an item of the outbox expires, in seconds since the epoch. */
function expiry(now: Date, days = KEPT_DAYS): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}
