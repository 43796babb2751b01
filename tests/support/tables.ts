import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store, Vault } from '../../functions/store/platform/client.ts';
import { BY_DUE, BY_KIND, BY_MEETING, TABLE } from '../../functions/store/platform/keys.ts';

/** All tables, empty and of this caller alone, with the keys and indexes of store/platform/keys.ts, and the projections of infra/stacks/data.ts. */
export async function createTables(client: DynamoDBClient): Promise<Store & Vault> {
  const suffix = randomUUID();
  const store = {
    client,
    registry: `registry-${suffix}`,
    outbox: `outbox-${suffix}`,
    vault: `vault-${suffix}`,
  };
  await Promise.all([
    createTable(client, store.registry, [BY_KIND], 'ALL'),
    createTable(client, store.outbox, [BY_DUE, BY_MEETING], 'KEYS_ONLY'),
    createTable(client, store.vault, []),
  ]);
  return store;
}

async function createTable(
  client: DynamoDBClient,
  name: string,
  indexes: readonly (typeof BY_KIND | typeof BY_DUE | typeof BY_MEETING)[],
  ProjectionType: 'ALL' | 'KEYS_ONLY' = 'ALL',
): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        TABLE.partition,
        TABLE.sort,
        ...indexes.flatMap((index) => [index.partition, index.sort]),
      ].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: TABLE.partition, KeyType: 'HASH' },
        { AttributeName: TABLE.sort, KeyType: 'RANGE' },
      ],
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partition, KeyType: 'HASH' },
            { AttributeName: index.sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType },
        })),
      }),
    }),
  );
}
