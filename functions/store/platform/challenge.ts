import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { emailKey } from '../../domain/shared/email.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { stageSecret } from './secret.ts';
import { isPassing, StoreBusy } from './transact.ts';

/**
 * Spends a challenge on an e-mail address, for which it stays good: sending a form again, because the answer was lost or
 * because no seat was free, asks for no new work. For another address it is used up.
 *
 * @param expires when the challenge ceases to be good by itself, in seconds since the epoch
 * @returns whether it was still to be had for this address
 * @throws StoreBusy when the table does not take it: what is not spent could be used again and again
 */
export async function spendChallenge(
  store: Registry,
  { nonce, expires }: { nonce: string; expires: number },
  address: string,
): Promise<boolean> {
  const secret = await stageSecret(store);
  const holder = createHmac('sha256', secret)
    .update(`challenge\0${emailKey(address)}`)
    .digest('base64url');
  try {
    await store.client.send(
      new PutItemCommand({
        TableName: store.registry,
        Item: toItem({ ...registryKeys.challenge(nonce), holder, expiresAt: expires }),
        ConditionExpression: 'attribute_not_exists(pk) OR holder = :holder',
        ExpressionAttributeValues: toItem({ ':holder': holder }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (isPassing(error)) throw new StoreBusy('The table is busy', { cause: error });
    throw error;
  }
}
