import { randomUUID } from 'node:crypto';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { startStream } from '../../infra/local/dynamodb/stream.ts';
import type { EventRecord } from '../../infra/local/dynamodb/stream-records.ts';
import { ensureTable } from '../../infra/local/dynamodb/tables.ts';
import { FunctionError } from '../../infra/local/lambda/environments.ts';
import type { StreamDefinition, TableDefinition } from '../../infra/local/template/definitions.ts';
import { dynamo } from './dynamo.ts';

const client = dynamo();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const keyOf = (partition: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];

/** A table as a template of the CDK declares it. */
function tableOf(change: object = {}): TableDefinition {
  return {
    name: `local-${randomUUID()}`,
    properties: {
      AttributeDefinitions: ['pk', 'sk', 'due'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: keyOf('pk'),
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byDue',
          KeySchema: keyOf('due'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      ...change,
    },
  };
}

describe('ensureTable', () => {
  it('makes what the template declares', async () => {
    const table = tableOf();
    await ensureTable(client, table);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
    expect(Table?.KeySchema).toEqual(keyOf('pk'));
    expect(Table?.GlobalSecondaryIndexes).toMatchObject([
      { IndexName: 'byDue', Projection: { ProjectionType: 'KEYS_ONLY' } },
    ]);
    expect(Table?.StreamSpecification).toMatchObject({ StreamViewType: 'KEYS_ONLY' });
    const { TimeToLiveDescription } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: table.name }),
    );
    expect(TimeToLiveDescription?.AttributeName).toBe('expiresAt');
  });

  it('leaves a table of an earlier run as it is', async () => {
    const table = tableOf();
    await ensureTable(client, table);
    await put(table.name, 'MESSAGE', 'kept');
    await ensureTable(client, table);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
    expect(Table?.ItemCount).toBe(1);
  });

  it.each<[string, object]>([
    ['keys', { KeySchema: keyOf('due') }],
    ['attributes', { AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'N' }] }],
    ['indexes', { GlobalSecondaryIndexes: undefined }],
    ['stream settings', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }],
  ])('refuses in one line a table of an earlier run with other %s', async (what, change) => {
    const table = tableOf();
    await ensureTable(client, table);
    const other = { ...tableOf(change), name: table.name };
    await expect(ensureTable(client, other)).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(new RegExp(`^.*${what}.*$`)),
    });
  });
});

const put = (table: string, sk: string, id: string) =>
  client.send(
    new PutItemCommand({
      TableName: table,
      Item: { pk: { S: id }, sk: { S: sk }, content: { B: new Uint8Array([1, 2, 3]) } },
    }),
  );

/** Reads the stream of a table; a record is known by the partition key that it was written with. */
function read(
  table: string,
  answer: (ids: string[]) => unknown,
  change: Partial<StreamDefinition> = {},
) {
  const seen: string[] = [];
  const batches: EventRecord[][] = [];
  const givenUp: string[] = [];
  const interruptions: unknown[] = [];
  const idOf = ({ dynamodb }: EventRecord) => (dynamodb.Keys as { pk: { S: string } }).pk.S;
  const streams = new DynamoDBStreamsClient({
    endpoint: inject('dynamoEndpoint'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const definition: StreamDefinition = {
    table,
    function: 'f',
    filters: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['MESSAGE'] } } } }],
    batchSize: 2,
    reportsFailures: true,
    bisects: true,
    retries: 1,
    ...change,
  };
  stops.push(
    startStream(streams, definition, {
      invoke: async (event) => {
        const { Records } = event as { Records: EventRecord[] };
        const result = answer(Records.map(idOf));
        batches.push(Records);
        seen.push(...Records.map(idOf));
        return result;
      },
      giveUp: (records) => givenUp.push(...records.map(idOf)),
      interrupted: (error) => interruptions.push(error),
    }),
  );
  return { seen, batches, givenUp, interruptions };
}

describe('startStream', () => {
  it('hands over what passes the filter, in order, in batches, as Lambda does', async () => {
    const table = tableOf();
    await ensureTable(client, table);
    await put(table.name, 'MESSAGE', 'a');
    await put(table.name, 'PART#0000', 'part');
    // A change of what is there is no insertion.
    await client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: { pk: { S: 'a' }, sk: { S: 'MESSAGE' }, status: { S: 'sent' } },
      }),
    );
    for (const id of ['b', 'c']) await put(table.name, 'MESSAGE', id);
    const { seen, batches, interruptions } = read(table.name, () => ({ batchItemFailures: [] }));
    await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['a', 'b', 'c']);
    expect(batches.every((batch) => batch.length <= 2)).toBe(true);
    expect(batches[0]?.[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining(table.name),
      dynamodb: {
        StreamViewType: 'KEYS_ONLY',
        Keys: { pk: { S: 'a' }, sk: { S: 'MESSAGE' } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
      },
    });
    await put(table.name, 'MESSAGE', 'later');
    await expect.poll(() => seen.at(-1), { timeout: 20_000 }).toBe('later');
    expect(interruptions).toEqual([]);
  });

  it('lets one poisoned record cost only itself, and goes on', async () => {
    const table = tableOf();
    await ensureTable(client, table);
    const { seen, givenUp } = read(table.name, (ids) => {
      if (ids.includes('poison')) throw new FunctionError('Error', 'no');
      return { batchItemFailures: [] };
    });
    for (const id of ['a', 'poison', 'b', 'c']) await put(table.name, 'MESSAGE', id);
    await expect.poll(() => seen.toSorted(), { timeout: 20_000 }).toEqual(['a', 'b', 'c']);
    expect(givenUp).toEqual(['poison']);
  });

  it('begins again at the oldest record after a restart', async () => {
    const table = tableOf();
    await ensureTable(client, table);
    await put(table.name, 'MESSAGE', 'a');
    const first = read(table.name, () => undefined);
    await expect.poll(() => first.seen, { timeout: 20_000 }).toEqual(['a']);
    stops.pop()?.();
    await put(table.name, 'MESSAGE', 'b');
    const second = read(table.name, () => undefined);
    await expect.poll(() => second.seen, { timeout: 20_000 }).toEqual(['a', 'b']);
    expect(first.seen).toEqual(['a']);
  });
});
