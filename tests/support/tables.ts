import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../../functions/store/client.ts';
import { BY_DUE, BY_KIND, TABLE } from '../../functions/store/keys.ts';

/** Both tables, empty and of this caller alone, with the keys and indexes that store/keys.ts says. */
export async function createTables(client: DynamoDBClient): Promise<Store> {
  const suffix = randomUUID();
  const store: Store = { client, registry: `registry-${suffix}`, outbox: `outbox-${suffix}` };
  await Promise.all([
    createTable(client, store.registry, BY_KIND),
    createTable(client, store.outbox, BY_DUE),
  ]);
  return store;
}

async function createTable(
  client: DynamoDBClient,
  name: string,
  index: typeof BY_KIND | typeof BY_DUE,
): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [TABLE.partition, TABLE.sort, index.partition, index.sort].map(
        (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
      ),
      KeySchema: [
        { AttributeName: TABLE.partition, KeyType: 'HASH' },
        { AttributeName: TABLE.sort, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partition, KeyType: 'HASH' },
            { AttributeName: index.sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
}
