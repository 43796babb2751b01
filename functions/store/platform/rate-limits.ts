import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { emailKey } from '../../domain/shared/email.ts';
import {
  LIMITS,
  type Limit,
  type LimitedAct,
  type LimitedBy,
  windowAt,
} from '../../domain/shared/rate-limits.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { stageSecret } from './secret.ts';
import { isPassing } from './transact.ts';

/** Who attempts something. An unknown network or address is not counted. */
export type Attempting = {
  /** As domain/shared/network.ts writes it. */
  readonly network?: string | undefined;
  readonly address?: string | undefined;
};

/**
 * Counts an attempt against the limits of domain/shared/rate-limits.ts, with one conditional write for each limit that
 * applies. If the table does not accept the count, the attempt is allowed. Limits stop machines, and must not stop
 * people in a rush; the operation itself answers that the table is busy.
 *
 * @returns the seconds to wait if there were too many attempts; otherwise `undefined`.
 */
export async function countAttempt(
  store: Registry,
  act: LimitedAct,
  { network, address }: Attempting,
  now: Date,
): Promise<number | undefined> {
  const limits = LIMITS[act];
  const person = address === undefined ? undefined : emailKey(address);
  return (
    (await count(store, limits.network, now, [act, 'network', network])) ??
    (await count(store, limits.address, now, [act, 'address', person]))
  );
}

async function count(
  store: Registry,
  limit: Limit | undefined,
  now: Date,
  [act, by, who]: readonly [LimitedAct, LimitedBy, string | undefined],
): Promise<number | undefined> {
  if (limit === undefined || who === undefined) return undefined;
  const { start, end } = windowAt(limit, now);
  try {
    const secret = await stageSecret(store);
    await store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(registryKeys.limit(act, hidden(secret, by, who), start)),
        UpdateExpression: 'ADD attempts :one SET expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(attempts) OR attempts < :most',
        ExpressionAttributeValues: toItem({ ':one': 1, ':end': end, ':most': limit.most }),
      }),
    );
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      return Math.max(1, Math.ceil(end - now.getTime() / 1000));
    if (isPassing(error)) return undefined;
    throw error;
  }
}

/** All IPv4 addresses can be tried against a plain hash, because they are few. The secret prevents that. */
function hidden(secret: string, by: LimitedBy, who: string): string {
  return createHmac('sha256', secret).update(`limit\0${by}\0${who}`).digest('base64url');
}
