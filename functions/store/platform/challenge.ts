import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { emailKey } from '../../domain/shared/email.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { stageSecret } from './secret.ts';
import { isPassing, StoreBusy } from './transact.ts';

/**
 * Spends a challenge on an e-mail address. The challenge stays valid for this address: somebody who sends the form
 * again, because the answer was lost or no seat was free, does no new work. It cannot be used for another address.
 *
 * @param challenge `expires`: the end of its validity, in seconds since the epoch.
 * @returns true if the challenge is unused, or was spent on this address.
 * @throws StoreBusy if the table does not accept the write. An unspent challenge could be used again and again.
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
