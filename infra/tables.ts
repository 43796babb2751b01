import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { BY_DUE, BY_KIND, BY_MEETING, TABLE } from '../functions/store/platform/keys.ts';

/** An index of a table: its key attributes, and which attributes it holds. */
export type IndexDefinition = {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  readonly projection: 'ALL' | 'KEYS_ONLY';
};

/** A table. Each has the key and the time to live of `TABLE` in functions/store/keys.ts. */
export type TableDefinition = {
  readonly indexes: readonly IndexDefinition[];
  /** What its stream carries, if it has one. */
  readonly stream?: 'KEYS_ONLY';
};

/** The tables of a stage: the stack makes them on AWS, the development server in DynamoDB Local. */
export const TABLES = {
  registry: { indexes: [{ ...BY_KIND, projection: 'ALL' }] },
  outbox: {
    indexes: [
      // The sweeper claims the messages that it finds, and the claim answers with the whole message.
      { ...BY_DUE, projection: 'KEYS_ONLY' },
      // Some days after a meeting its messages are found here and deleted.
      { ...BY_MEETING, projection: 'KEYS_ONLY' },
    ],
    // The content of a message stays in the table. The notifier reads it there: streams are copied and kept elsewhere.
    stream: 'KEYS_ONLY',
  },
  /** Sensitive data, in a table of its own: it is granted, encrypted and deleted apart. */
  vault: { indexes: [] },
} as const satisfies Readonly<Record<string, TableDefinition>>;

/** The request that makes a table without the help of CloudFormation. The time to live is a request of its own. */
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
