import {
  type AttributeValue,
  ConditionalCheckFailedException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import type { OutboxMessage } from './message.ts';

/**
 * How long a claim lasts. Whoever holds it sends or dies well before: a Lambda's time limit is two minutes, which
 * leaves eight for clocks to differ. And if SES took the message, its `Send` event arrives and says so before the
 * next try.
 */
export const LEASE_MS = 10 * 60_000;

/** What a claim gives: the message, and that it is ours until the lease ends. */
export type Claimed = OutboxMessage & { readonly lease: NonNullable<OutboxMessage['lease']> };

/**
 * Takes a message for `holder`, if nobody else has it: one that nobody has tried, one that is to be
 * tried again by now, or one whose holder's lease has ended. Of any number of callers at once, one gets it.
 *
 * @param lane `prompt` leaves what is sent to many to somebody else.
 * @returns `undefined` when it is not to be sent, by this caller or at all.
 */
export async function claimMessage(
  { client, outbox }: Outbox,
  id: string,
  holder: string,
  now: Date,
  lane: 'prompt' | 'any' = 'any',
): Promise<Claimed | undefined> {
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(outboxKeys.message(id)),
        UpdateExpression:
          'SET #status = :sending, #lease = :lease, dueAt = :until ADD attempts :one',
        ConditionExpression: `${lane === 'prompt' ? 'attribute_not_exists(#bulk) AND ' : ''}(#status = :queued OR (#status = :retrying AND dueAt <= :now) OR (#status = :sending AND #lease.#until <= :now))`,
        ExpressionAttributeNames: {
          '#status': 'status',
          '#lease': 'lease',
          '#until': 'until',
          ...(lane === 'prompt' && { '#bulk': 'bulk' }),
        },
        ExpressionAttributeValues: toItem({
          ':queued': 'queued',
          ':retrying': 'retrying',
          ':sending': 'sending',
          ':lease': { holder, until },
          ':until': until,
          ':now': now.toISOString(),
          ':one': 1,
        }),
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return item && fromItem<Claimed>(item);
}

/** The item as an update left it, or `undefined` when its condition was not met. */
export async function updated(
  update: () => Promise<{ Attributes?: Record<string, AttributeValue> | undefined }>,
): Promise<Record<string, AttributeValue> | undefined> {
  try {
    return (await update()).Attributes ?? {};
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
