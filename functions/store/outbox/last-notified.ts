import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type LastNotified,
  NEVER_NOTIFIED,
  type SaidBase,
} from '../../domain/notifications/last-notified.ts';
import { DELIVERY_REPORT_MS } from '../../domain/shared/time-budgets.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { BY_MEETING, outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';

/**
 * What a recipient was last notified of, as it is stored. `version` rises with every change. `createdAt`, the time of the
 * first write, never changes, so a change does not move the item in the index `byMeeting`.
 */
export type KeptLastNotified<Said extends SaidBase> = LastNotified<Said> & {
  readonly version: number;
  readonly createdAt: string;
};

/** Reads what a recipient was last notified of, consistently. */
export async function readLastNotified<Said extends SaidBase>(
  { client, outbox }: Outbox,
  recipient: string,
): Promise<KeptLastNotified<Said> | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.lastNotified(recipient)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<KeptLastNotified<Said>>(Item);
}

/**
 * Changes what a recipient was last notified of. If somebody else changes it at the same moment, it reads and changes
 * it again.
 *
 * @param change returns the new value, or `undefined` to change nothing.
 * @returns the stored value; `undefined` if nothing changed.
 * @throws StoreBusy if other writers keep changing the item.
 */
export async function changeLastNotified<Said extends SaidBase>(
  outbox: Outbox,
  { recipient, meetingId }: { readonly recipient: string; readonly meetingId: string },
  change: (last: LastNotified<Said>) => LastNotified<Said> | undefined,
  now: Date,
): Promise<KeptLastNotified<Said> | undefined> {
  const retry = {
    deadline: Date.now() + DELIVERY_REPORT_MS,
    busy: 'Recording what a recipient was told took too long',
  };
  return optimisticRetry(retry, async () => {
    const kept = await readLastNotified<Said>(outbox, recipient);
    const before: LastNotified<Said> = kept ?? NEVER_NOTIFIED;
    const after = change(before);
    if (after === undefined || after === before) return undefined;
    const written = await writeLastNotified(outbox, { recipient, meetingId }, kept, after, now);
    return written ?? CONFLICT;
  });
}

/**
 * Writes what a recipient was last notified of, on the condition that it is still `seen`.
 *
 * @returns the stored value; `undefined` if somebody else has changed it.
 */
export async function writeLastNotified<Said extends SaidBase>(
  { client, outbox }: Outbox,
  { recipient, meetingId }: { readonly recipient: string; readonly meetingId: string },
  seen: KeptLastNotified<Said> | undefined,
  after: LastNotified<Said>,
  now: Date,
): Promise<KeptLastNotified<Said> | undefined> {
  const createdAt = seen?.createdAt ?? now.toISOString();
  const next = { ...after, version: (seen?.version ?? 0) + 1, createdAt };
  const item = await updated(() =>
    client.send(
      new PutItemCommand({
        TableName: outbox,
        // It has no expiry of its own. It is deleted with its meeting: see store/privacy/purge-notices.ts.
        Item: toItem({
          ...next,
          ...outboxKeys.lastNotified(recipient),
          [BY_MEETING.partition]: meetingId,
          [BY_MEETING.sort]: createdAt,
        }),
        ...(seen === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :seen',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: toItem({ ':seen': seen.version }),
            }),
      }),
    ),
  );
  return item && next;
}
