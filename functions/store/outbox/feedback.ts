import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { NoticeState } from '../../domain/notifications/notice.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { noticeKey } from './claim.ts';
import type { Notice } from './notice.ts';
import type { Sent } from './record.ts';

/** The states that an SES report can lead to. */
type Reported = Extract<
  NoticeState,
  'sent' | 'delivered' | 'bounced' | 'complained' | 'suppressed' | 'failed'
>;

const UNSENT = ['queued', 'sending', 'retrying', 'nothing-to-tell'] as const;

/**
 * The states in which each report is accepted. SES reports more than once and in any order, so a report counts only if
 * it says more than the notice does. A report after sending proves that the message was sent, even if the notice was
 * marked as failed after unclear answers, or as suppressed.
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
 * An automatic answer ("out of office") also reaches SES as a soft bounce, after the delivery. It does not replace a
 * delivery; a delivery or a hard bounce replaces it.
 */
const FROM_SOFT_BOUNCE = FROM.bounced.filter((state) => state !== 'delivered');

export type Report = {
  readonly id: string;
  readonly status: Reported;
  readonly sesMessageId: string;
  /** When SES accepted the message; ISO 8601. */
  readonly sentAt: string;
  /** What was sent. It is set if the report has come before the notifier recorded the answer of SES. */
  readonly sent?: Sent | undefined;
  readonly error?: Notice['lastError'];
  /** Of a bounce: `hard` if the address does not exist, `soft` for every other cause. */
  readonly bounce?: Notice['bounce'];
};

/** Reads the attributes of a notice that feedback needs; `undefined` if there is no such notice. */
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
 * Records what SES reports about a message. Every report ends the work of the notifier: the notice leaves the index of
 * due notices, and a claim becomes void.
 *
 * @returns false if there is no such notice, or if the report changes nothing.
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
