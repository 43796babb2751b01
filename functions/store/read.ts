import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
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

/** All items of a partition whose sort key begins so, in its order, as they are at this moment. */
export async function readAll<T>(
  { client, registry }: Registry,
  pk: string,
  beginsWith: string,
): Promise<T[]> {
  const found: T[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: registry,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':prefix': beginsWith }),
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => fromItem<T>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}
