import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { readItem } from './read.ts';

type Kept = { readonly secret: string };

const remembered = new Map<string, Promise<string>>();

/**
 * Reads the secret of a stage, 256 random bits, for signatures and for hashes that nobody can reverse. The first reader
 * makes it. It is stored beside the registrations, because who can read those needs no secret. Each instance reads it
 * once. If somebody deletes it, the next reader makes a new one: open forms then ask people to press their button
 * again, and the links in mail that end reminders stop working.
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
    // Another caller has made it at the same moment. Or this one has, and the answer was lost.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const made = await readItem<Kept>(store, key);
    if (made === undefined) throw error;
    return made.secret;
  }
}
