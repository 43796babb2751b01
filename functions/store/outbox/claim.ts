import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { parseNoticeId, recipientKey } from '../../domain/notifications/recipient.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { type Key, outboxKeys } from '../platform/keys.ts';
import type { Notice } from './notice.ts';

/**
 * How long a claim lasts. Its holder sends or dies well before: a Lambda's time limit is two minutes, which leaves eight
 * for clocks that differ. If SES took the message, its `Send` event arrives before the next try.
 */
export const LEASE_MS = 10 * 60_000;

/** A notice that is ours until its lease ends. */
export type Claimed = Notice & { readonly lease: NonNullable<Notice['lease']> };

/** The key of a notice by its id; `undefined` where the text is no id of a notice. */
export function noticeKey(id: string): Key | undefined {
  const parsed = parseNoticeId(id);
  return parsed && outboxKeys.notice(recipientKey(parsed.recipient), parsed.name);
}

/**
 * Takes a notice for `holder`, if nobody else has it: one that nobody has tried, one that is to be tried again by now, or
 * one whose holder's lease has ended. Of any number of callers at once, one gets it.
 *
 * @param lane `prompt` leaves bulk notices to the sweeper.
 * @returns `undefined` when it is not to be sent, by this caller or at all.
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
