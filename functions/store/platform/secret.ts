import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { readItem } from './read.ts';

type Kept = { readonly secret: string };

const remembered = new Map<string, Promise<string>>();

/**
 * The secret of a stage, 256 random bits, for signing and for hashing what must not be readable. It is kept beside the
 * registrations, since whoever may read those needs no secret, and is made by whoever first needs it. Each
 * instance reads it once. (Deleted, it is made anew: forms that are open then ask for their button to be pressed again,
 * and the links in mail that end reminders cease.)
 */
export function stageSecret(store: Registry): Promise<string> {
  const known = remembered.get(store.registry);
  if (known !== undefined) return known;
  const found = findOrMake(store);
  remembered.set(store.registry, found);
  found.catch(() => remembered.delete(store.registry));
  return found;
}

async function findOrMake(store: Registry): Promise<string> {
  const key = registryKeys.secret();
  const found = await readItem<Kept>(store, key);
  if (found !== undefined) return found.secret;
  const secret = randomBytes(32).toString('base64url');
  try {
    await store.client.send(
      new PutItemCommand({
        TableName: store.registry,
        Item: toItem({ ...key, secret }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return secret;
  } catch (error) {
    // Somebody else has made it at the same moment; or we have, and the answer was lost.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const made = await readItem<Kept>(store, key);
    if (made === undefined) throw error;
    return made.secret;
  }
}
