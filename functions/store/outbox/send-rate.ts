import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { outboxKeys } from '../platform/keys.ts';

/** How long the count of a second is kept, in seconds. */
const KEPT_SECONDS = 3600;

/**
 * Takes one of the sends that all instances together may make in one second.
 *
 * @param second since the epoch.
 * @param limit the maximum number of sends in this second, over all instances.
 * @returns false if they are used up.
 */
export async function takeSend(
  { client, outbox }: Outbox,
  second: number,
  limit: number,
): Promise<boolean> {
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(outboxKeys.rate(second)),
        UpdateExpression: 'ADD taken :one SET expiresAt = :expiry',
        ConditionExpression: 'attribute_not_exists(taken) OR taken < :limit',
        ExpressionAttributeValues: toItem({
          ':one': 1,
          ':limit': limit,
          ':expiry': second + KEPT_SECONDS,
        }),
      }),
    ),
  );
  return item !== undefined;
}
