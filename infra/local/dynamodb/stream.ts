import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { TABLE } from '../../../functions/store/platform/keys.ts';
import { type Delivery, deliver } from './batches.ts';
import { type EventRecord, toEventRecord } from './stream-records.ts';

/** How long to wait before the next read of a stream that has no new records or did not answer, in milliseconds. */
const IDLE_MS = 250;

/** Which records of a stream are passed on, and the largest size of a batch. */
export type StreamFilter = {
  readonly event: string;
  readonly sortKeyPrefix: string;
  readonly batchSize: number;
};

/** The receiver of a stream's records. */
export type StreamReceiver = Omit<Delivery, 'pause'> & {
  /** Takes the error that has interrupted the reading. The reading starts again at the oldest record. */
  readonly interrupted: (error: unknown) => void;
};

/**
 * Reads a table's stream and passes the records that match the filter to a function, from the oldest record on. After a
 * restart it passes records again; Lambda does not promise to pass them only once either.
 *
 * @returns a function that ends it.
 */
export function startStream(
  client: DynamoDBStreamsClient,
  table: string,
  { event, sortKeyPrefix, batchSize }: StreamFilter,
  { interrupted, ...receiver }: StreamReceiver,
): () => void {
  let stopped = false;
  const delivery: Delivery = {
    ...receiver,
    pause: (attempt) => Math.min(10_000, 500 * 2 ** attempt),
  };

  const handOver = async (records: readonly EventRecord[]) => {
    const wanted = records.filter(
      ({ eventName, dynamodb }) =>
        eventName === event && dynamodb.Keys[TABLE.sort]?.S?.startsWith(sortKeyPrefix),
    );
    for (let at = 0; at < wanted.length && !stopped; at += batchSize)
      await deliver(wanted.slice(at, at + batchSize), delivery);
  };

  const run = async () => {
    const reader = await openStream(client, table);
    while (!stopped) {
      const records = await reader.next();
      await handOver(records);
      if (records.length === 0) await sleep(IDLE_MS);
    }
  };

  const keepRunning = async () => {
    while (!stopped) {
      await run().catch((error: unknown) => {
        if (!stopped) interrupted(error);
        return sleep(IDLE_MS * 4);
      });
    }
  };
  void keepRunning();
  return () => {
    stopped = true;
  };
}

/** Reads the stream of a table shard by shard. It reads a shard when the one before it has ended. */
async function openStream(client: DynamoDBStreamsClient, table: string) {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }));
  const arn = Streams.at(-1)?.StreamArn;
  if (arn === undefined) throw new Error(`The table ${table} has no stream`);
  const read = new Set<string>();
  let shardId = '';
  let iterator: string | undefined;

  const nextShard = async () => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    const shard = StreamDescription?.Shards?.find(({ ShardId = '' }) => !read.has(ShardId));
    if (shard?.ShardId === undefined) return undefined;
    shardId = shard.ShardId;
    read.add(shardId);
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: arn,
        ShardId: shardId,
        ShardIteratorType: 'TRIM_HORIZON',
      }),
    );
    return ShardIterator;
  };

  return {
    /** Reads new records, as many as one request returns. */
    next: async (): Promise<EventRecord[]> => {
      iterator ??= await nextShard();
      if (iterator === undefined) return [];
      const page = await client
        .send(new GetRecordsCommand({ ShardIterator: iterator }))
        .catch((error: unknown) => {
          if (!(error instanceof TrimmedDataAccessException)) throw error;
          // Its oldest records have expired, so the shard is read from the oldest record that is left.
          read.delete(shardId);
          return undefined;
        });
      iterator = page?.NextShardIterator;
      return (page?.Records ?? []).map((record) => toEventRecord(record, arn));
    },
  };
}
