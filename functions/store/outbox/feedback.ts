import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { NoticeState } from '../../domain/notifications/notice.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { noticeKey } from './claim.ts';
import type { Notice } from './notice.ts';
import type { Sent } from './record.ts';

/** What SES can say of a message after it was given to it. */
export type Reported = Extract<
  NoticeState,
  'sent' | 'delivered' | 'bounced' | 'complained' | 'suppressed' | 'failed'
>;

const UNSENT = ['queued', 'sending', 'retrying', 'nothing-to-tell'] as const;

/**
 * From where each report leads on. SES reports more than once and in any order, so a report counts
 * only where it says more than what is known. What became of a message after sending proves that it was
 * sent, even where we had given it up after unclear answers or because nobody at its address is to be written to.
 */
const FROM: Readonly<Record<Reported, readonly NoticeState[]>> = {
  sent: UNSENT,
  delivered: [...UNSENT, 'sent', 'suppressed', 'failed'],
  bounced: [...UNSENT, 'sent', 'delivered', 'suppressed', 'failed'],
  complained: [...UNSENT, 'sent', 'delivered', 'bounced', 'suppressed', 'failed'],
  suppressed: [...UNSENT, 'sent', 'failed'],
  failed: [...UNSENT, 'sent'],
};

/**
 * An answer of a mailbox that is away reaches SES as a soft bounce too, after the message was delivered: it
 * takes back no delivery, and a delivery or a hard bounce takes back one.
 */
const FROM_SOFT_BOUNCE = FROM.bounced.filter((state) => state !== 'delivered');

export type Report = {
  readonly id: string;
  readonly status: Reported;
  readonly sesMessageId: string;
  /** When SES took the message. */
  readonly sentAt: string;
  /** What was sent, where the notice does not say so yet: the report has come before the answer of SES was recorded. */
  readonly sent?: Sent | undefined;
  readonly error?: Notice['lastError'];
  /** Of a bounce: `hard` when the address does not exist, `soft` for every other cause. */
  readonly bounce?: Notice['bounce'];
};

/** A notice, as far as feedback needs it; `undefined` where there is none, or not any more. */
export async function readNotice(
  { client, outbox }: Outbox,
  id: string,
): Promise<
  | Pick<
      Notice,
      'id' | 'recipient' | 'meetingId' | 'event' | 'status' | 'bounce' | 'to' | 'document'
    >
  | undefined
> {
  const key = noticeKey(id);
  if (key === undefined) return undefined;
  const { Item } = await client.send(
    new GetItemCommand({ TableName: outbox, Key: toItem(key), ConsistentRead: true }),
  );
  return Item && fromItem<Notice>(Item);
}

/**
 * Writes down what SES reports of a message. All that it can report are ends for the notifier: the
 * notice leaves the index of what is due, and a claim that is still held is void.
 *
 * @returns false when there is no such notice, or the report says nothing new.
 */
export async function recordReport({ client, outbox }: Outbox, report: Report): Promise<boolean> {
  const { id, status, sesMessageId, sentAt, error, bounce, sent } = report;
  const key = noticeKey(id);
  if (key === undefined) return false;
  const from = bounce === 'soft' ? FROM_SOFT_BOUNCE : FROM[status];
  const orSoft =
    status === 'delivered' || bounce === 'hard'
      ? ' OR (#status = :bounced AND bounce = :soft)'
      : '';
  const set = [
    '#status = :status',
    'sesMessageId = :ses',
    'sentAt = if_not_exists(sentAt, :sentAt)',
  ];
  const remove = ['#lease', '#document', 'due', 'dueAt'];
  if (sent) set.push('#kind = :kind', '#language = :language', '#to = :to');
  for (const [name, value] of Object.entries({ lastError: error, bounce }))
    if (value === undefined) remove.push(name);
    else set.push(`${name} = :${name}`);
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(key),
        UpdateExpression: `SET ${set.join(', ')} REMOVE ${remove.join(', ')}`,
        ConditionExpression: `#status IN (${from.map((_, at) => `:from${at}`).join(', ')})${orSoft}`,
        ExpressionAttributeNames: {
          '#status': 'status',
          '#lease': 'lease',
          '#document': 'document',
          ...(sent && { '#kind': 'kind', '#language': 'language', '#to': 'to' }),
        },
        ExpressionAttributeValues: toItem({
          ...(sent && { ':kind': sent.kind, ':language': sent.language, ':to': sent.to }),
          ':status': status,
          ':ses': sesMessageId,
          ':sentAt': sentAt,
          ':lastError': error,
          ':bounce': bounce,
          ...(orSoft && { ':bounced': 'bounced', ':soft': 'soft' }),
          ...Object.fromEntries(from.map((state, at) => [`:from${at}`, state])),
        }),
      }),
    ),
  );
  return item !== undefined;
}
