import { GetItemCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { fromItem, type Registry, toItem } from './client.ts';
import type { Key } from './keys.ts';

/** MB. `attributes`: the attributes to read; without it, all. */
export async function readItem<T>(
  { client, registry }: Registry,
  key: Key,
): Promise<T | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: registry, Key: toItem(key), ConsistentRead: true }),
  );
  return Item && fromItem<T>(Item);
}

/** Reads all items of a partition whose sort key begins with a prefix, consistently, in the order of their sort keys. */
export async function readAll<T>(store: Registry, pk: string, beginsWith: string): Promise<T[]> {
  const found: T[] = [];
  for await (const { items } of readPages<T>(store, pk, beginsWith)) found.push(...items);
  return found;
}

/**
 * A page of what `readAll` returns. `last`: the sort key after which the next page begins; `undefined` on the last
 * page.
 */
export type Page<T> = { readonly items: readonly T[]; readonly last: string | undefined };

/**
 * Reads the same items as `readAll` page by page, for partitions that are too large for memory.
 *
 * @param options `after`: the sort key after which to begin. `limit`: the most items of a page; without it, a page has
 * up to
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
  // Numbered placeholders, because many of our attribute names are reserved words of DynamoDB.
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
