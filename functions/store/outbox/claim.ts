import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { parseNoticeId, recipientKey } from '../../domain/notifications/recipient.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { type Key, outboxKeys } from '../platform/keys.ts';
import type { Notice } from './notice.ts';

/**
 * How long a claim lasts. Its holder is done long before: a Lambda function ends after two minutes at most, which
 * leaves eight minutes for clocks that differ. If SES accepted the message, its `Send` event arrives before the next
 * attempt.
 */
export const LEASE_MS = 10 * 60_000;

/** A notice that its holder may send until the lease ends. */
export type Claimed = Notice & { readonly lease: NonNullable<Notice['lease']> };

/** The key of a notice; `undefined` if the text is no id of a notice. */
export function noticeKey(id: string): Key | undefined {
  const parsed = parseNoticeId(id);
  return parsed && outboxKeys.notice(recipientKey(parsed.recipient), parsed.name);
}

/**
 * Claims a notice for `holder`: a queued one, one whose next attempt is due, or one whose former lease has ended. If
 * several callers try at the same time, one of them gets it.
 *
 * @param lane `prompt` leaves bulk notices to the sweeper.
 * @returns `undefined` if this caller does not get it.
 */
export async function claimNotice(
  { client, outbox }: Outbox,
  id: string,
  holder: string,
  now: Date,
  lane: 'prompt' | 'any' = 'any',
): Promise<Claimed | undefined> {
  const key = noticeKey(id);
  if (key === undefined) return undefined;
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(key),
        UpdateExpression:
          'SET #status = :sending, #lease = :lease, dueAt = :until ADD attempts :one',
        ConditionExpression: `${lane === 'prompt' ? 'lane = :prompt AND ' : ''}(#status = :queued OR (#status = :retrying AND dueAt <= :now) OR (#status = :sending AND #lease.#until <= :now))`,
        ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease', '#until': 'until' },
        ExpressionAttributeValues: toItem({
          ...(lane === 'prompt' && { ':prompt': 'prompt' }),
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
