import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { updated } from './claim.ts';
import type { DeliveryState, OutboxMessage } from './message.ts';

/** What SES can say of a message after it was given to it. */
export type Reported = Extract<
  DeliveryState,
  'sent' | 'delivered' | 'bounced' | 'complained' | 'suppressed' | 'failed'
>;

const UNSENT = ['queued', 'sending', 'retrying', 'superseded'] as const;

/**
 * From where each report leads on. SES reports more than once and in any order, so a report counts
 * only where it says more than what is known. What became of a message after sending proves that it was
 * sent, even where we had given it up after unclear answers or because nobody at its address is to be written to.
 */
const FROM: Readonly<Record<Reported, readonly DeliveryState[]>> = {
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
  readonly error?: OutboxMessage['lastError'];
  /** Of a bounce: `hard` when the address does not exist, `soft` for every other cause. */
  readonly bounce?: OutboxMessage['bounce'];
};

/** The address that a message is written to; none where there is no such message, or not any more. */
export async function addressedTo(
  { client, outbox }: Outbox,
  id: string,
): Promise<string | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.message(id)),
      ProjectionExpression: '#to',
      ExpressionAttributeNames: { '#to': 'to' },
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<Pick<OutboxMessage, 'to'>>(Item).to.email;
}

/**
 * Writes down what SES reports of a message. All that it can report are ends for the notifier: the
 * message leaves the index of what is due, and a claim that is still held is void.
 *
 * @returns false when there is no such message, or the report says nothing new.
 */
export async function recordReport({ client, outbox }: Outbox, report: Report): Promise<boolean> {
  const { id, status, sesMessageId, sentAt, error, bounce } = report;
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
  const remove = ['#lease', 'due', 'dueAt'];
  for (const [name, value] of Object.entries({ lastError: error, bounce }))
    if (value === undefined) remove.push(name);
    else set.push(`${name} = :${name}`);
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(outboxKeys.message(id)),
        UpdateExpression: `SET ${set.join(', ')} REMOVE ${remove.join(', ')}`,
        ConditionExpression: `#status IN (${from.map((_, at) => `:from${at}`).join(', ')})${orSoft}`,
        ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease' },
        ExpressionAttributeValues: toItem({
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
