import { randomUUID } from 'node:crypto';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterEach, describe, expect, inject, it } from 'vitest';
import type { Delivery } from '../../../infra/local/dynamodb/batches.ts';
import { startStream } from '../../../infra/local/dynamodb/stream.ts';
import type { EventRecord } from '../../../infra/local/dynamodb/stream-records.ts';
import { ensureTable } from '../../../infra/local/dynamodb/tables.ts';
import { TABLES, type TableDefinition } from '../../../infra/tables.ts';
import { dynamo } from '../dynamo.ts';

const client = dynamo();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const BY_DUE = { name: 'byDue', partition: 'due', sort: 'sk', projection: 'KEYS_ONLY' } as const;
const TABLE = { indexes: [BY_DUE], stream: 'KEYS_ONLY' } as const satisfies TableDefinition;

/** Makes a table with an index and a stream. @returns its name */
async function makeTable(): Promise<string> {
  const name = `local-${randomUUID()}`;
  await ensureTable(client, name, TABLE);
  return name;
}

describe('ensureTable', () => {
  it.each(Object.entries(TABLES))('makes the table of the stack: %s', async (_, definition) => {
    const name = `local-${randomUUID()}`;
    await ensureTable(client, name, definition);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table?.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [
      IndexName,
      Projection?.ProjectionType,
    ]);
    expect(new Map(indexes as [string, string][])).toEqual(
      new Map(definition.indexes.map((one) => [one.name, one.projection])),
    );
    expect(Table?.StreamSpecification?.StreamViewType).toBe(
      'stream' in definition ? definition.stream : undefined,
    );
    const { TimeToLiveDescription } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: name }),
    );
    expect(TimeToLiveDescription?.AttributeName).toBe('expiresAt');
  });

  it('leaves a table of an earlier run as it is', async () => {
    const table = await makeTable();
    await put(table, 'NOTICE#v1', 'kept');
    await ensureTable(client, table, TABLE);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    expect(Table?.ItemCount).toBe(1);
  });

  it.each<[string, TableDefinition]>([
    ['attributes', { ...TABLE, indexes: [{ ...BY_DUE, partition: 'dueAt' }] }],
    ['indexes', { ...TABLE, indexes: [{ ...BY_DUE, projection: 'ALL' }] }],
    ['stream settings', { indexes: TABLE.indexes }],
  ])('refuses in one line a table of an earlier run with other %s', async (what, other) => {
    const table = await makeTable();
    await expect(ensureTable(client, table, other)).rejects.toMatchObject({
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
function read(table: string, answer: (ids: string[]) => Awaited<ReturnType<Delivery['invoke']>>) {
  const seen: string[] = [];
  const batches: EventRecord[][] = [];
  const givenUp: string[] = [];
  const interruptions: unknown[] = [];
  const idOf = ({ dynamodb }: EventRecord) => dynamodb.Keys.pk?.S ?? '';
  const streams = new DynamoDBStreamsClient({
    endpoint: inject('dynamoEndpoint'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const filter = { event: 'INSERT', sortKeyPrefix: 'NOTICE#', batchSize: 2 };
  stops.push(
    startStream(streams, table, filter, {
      retries: 1,
      invoke: async ({ Records }) => {
        const result = answer(Records.map(idOf));
        batches.push([...Records]);
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
    const table = await makeTable();
    await put(table, 'NOTICE#v1', 'a');
    await put(table, 'ATTACHMENT#v1#0000', 'chunk');
    await put(table, 'LAST_NOTIFIED', 'told');
    // A change of what is there is no insertion.
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { pk: { S: 'a' }, sk: { S: 'NOTICE#v1' }, status: { S: 'sent' } },
      }),
    );
    for (const id of ['b', 'c']) await put(table, 'NOTICE#v1', id);
    const { seen, batches, interruptions } = read(table, () => ({ batchItemFailures: [] }));
    await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['a', 'b', 'c']);
    expect(batches.every((batch) => batch.length <= 2)).toBe(true);
    expect(batches[0]?.[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining(table),
      dynamodb: {
        StreamViewType: 'KEYS_ONLY',
        Keys: { pk: { S: 'a' }, sk: { S: 'NOTICE#v1' } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
      },
    });
    await put(table, 'NOTICE#v1', 'later');
    await expect.poll(() => seen.at(-1), { timeout: 20_000 }).toBe('later');
    expect(interruptions).toEqual([]);
  });

  it('lets one poisoned record cost only itself, and goes on', async () => {
    const table = await makeTable();
    const { seen, givenUp } = read(table, (ids) => {
      if (ids.includes('poison')) throw new Error('no');
      return { batchItemFailures: [] };
    });
    for (const id of ['a', 'poison', 'b', 'c']) await put(table, 'NOTICE#v1', id);
    await expect.poll(() => seen.toSorted(), { timeout: 20_000 }).toEqual(['a', 'b', 'c']);
    expect(givenUp).toEqual(['poison']);
  });

  it('begins again at the oldest record after a restart', async () => {
    const table = await makeTable();
    await put(table, 'NOTICE#v1', 'a');
    const first = read(table, () => undefined);
    await expect.poll(() => first.seen, { timeout: 20_000 }).toEqual(['a']);
    stops.pop()?.();
    await put(table, 'NOTICE#v1', 'b');
    const second = read(table, () => undefined);
    await expect.poll(() => second.seen, { timeout: 20_000 }).toEqual(['a', 'b']);
    expect(first.seen).toEqual(['a']);
  });
});
