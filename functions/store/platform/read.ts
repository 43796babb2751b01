import { GetItemCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
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
export async function readAll<T>(store: Registry, pk: string, beginsWith: string): Promise<T[]> {
  const found: T[] = [];
  for await (const { items } of readPages<T>(store, pk, beginsWith)) found.push(...items);
  return found;
}

/** A part of what `readAll` would give. `last`: the sort key after which the next page begins; none on the last page. */
export type Page<T> = { readonly items: readonly T[]; readonly last: string | undefined };

/**
 * As `readAll`, a page at a time, for what is too much to be held at once.
 *
 * @param after the sort key to go on after. @param limit the most items of a page; otherwise 1 MB of them.
 * @param attributes which attributes are wanted; otherwise all.
 */
export async function* readPages<T>(
  { client, registry }: Registry,
  pk: string,
  beginsWith: string,
  {
    after,
    limit,
    attributes,
  }: {
    readonly after?: string | undefined;
    readonly limit?: number;
    readonly attributes?: readonly (keyof T & string)[];
  } = {},
): AsyncGenerator<Page<T>> {
  // By numbered names: many of ours are words that DynamoDB keeps for itself.
  const names = attributes?.map((name, at): [string, string] => [`#a${at}`, name]);
  let start = after === undefined ? undefined : toItem({ pk, sk: after });
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: registry,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':prefix': beginsWith }),
        ...(names && {
          ProjectionExpression: names.map(([name]) => name).join(', '),
          ExpressionAttributeNames: Object.fromEntries(names),
        }),
        ConsistentRead: true,
        Limit: limit,
        ExclusiveStartKey: start,
      }),
    );
    start = page.LastEvaluatedKey;
    yield {
      items: (page.Items ?? []).map((item) => fromItem<T>(item)),
      last: start && fromItem<Key>(start).sk,
    };
  } while (start !== undefined);
}
