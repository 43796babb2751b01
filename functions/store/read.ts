import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, type Registry, toItem } from './client.ts';
import type { Key } from './keys.ts';

/** The item with this key as it is at this moment, or `undefined`. The caller names the type it wrote there. */
export async function readItem<T>(
  { client, registry }: Registry,
  key: Key,
): Promise<T | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: registry, Key: toItem(key), ConsistentRead: true }),
  );
  return Item && fromItem<T>(Item);
}
