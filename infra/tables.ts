import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { BY_DUE, BY_KIND, BY_MEETING, TABLE } from '../functions/store/platform/keys.ts';

/** An index of a table: its key attributes, and which attributes it holds. */
export type IndexDefinition = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  readonly projection: 'ALL' | 'KEYS_ONLY';
};

/**
 * The definition of a table. Each table has the key and the time to live of `TABLE` in
 * functions/store/platform/keys.ts.
 */
export type TableDefinition = {
  readonly indexes: readonly IndexDefinition[];
  /** What its stream contains, if it has one. */
  readonly stream?: 'KEYS_ONLY';
};

/** The tables of a stage. The stack creates them on AWS, and the development server in DynamoDB Local. */
export const TABLES = {
  registry: { indexes: [{ ...BY_KIND, projection: 'ALL' }] },
  outbox: {
    indexes: [
      // The sweeper claims the notices that it finds, and the claim returns the whole notice.
      { ...BY_DUE, projection: 'KEYS_ONLY' },
      // Some days after a meeting, its notices are found here and deleted.
      { ...BY_MEETING, projection: 'KEYS_ONLY' },
    ],
    // The notifier reads notices from the table, because streams are copied and kept elsewhere.
    stream: 'KEYS_ONLY',
  },
  /** Sensitive data is in a table of its own: it has its own grants, its own key and its own deletion days. */
  vault: { indexes: [] },
} as const satisfies Readonly<Record<string, TableDefinition>>;

/** The request that creates a table without CloudFormation. The time to live needs a request of its own. */
export function createTableInput(
  TableName: string,
  { indexes, stream }: TableDefinition,
): CreateTableCommandInput {
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const names = [TABLE, ...indexes].flatMap(({ partition, sort }) => [partition, sort]);
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(names)].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    KeySchema: keys(TABLE.partition, TABLE.sort),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(({ name, partition, sort, projection }) => ({
        IndexName: name,
        KeySchema: keys(partition, sort),
        Projection: { ProjectionType: projection },
      })),
    }),
    ...(stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    }),
  };
}
