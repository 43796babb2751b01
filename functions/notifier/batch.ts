import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { fromItem } from '../store/platform/client.ts';
import { type Key, outboxKeys } from '../store/platform/keys.ts';
import { inParallel } from '../store/platform/parallel.ts';
import { type Dependencies, deliver, type Run } from './deliver.ts';

/** How many messages are under way at once. */
const WIDTH = 4;

/**
 * Delivers every message of a batch of the outbox's stream. A record fails only when the outbox could not
 * be read or written. Lambda then repeats the batch from there, also what went well after it: the
 * claim makes that harmless. What finds no turn before `goOn` says no, or while SES takes no more, is left to the
 * sweeper, and so is what is sent to many.
 */
export async function deliverBatch(
  dependencies: Dependencies,
  records: readonly DynamoDBRecord[],
  goOn: Run['goOn'] = () => true,
): Promise<DynamoDBBatchResponse> {
  const run: Run = { lane: 'prompt', goOn };
  const failed = await inParallel(
    records,
    WIDTH,
    (record) => deliver(dependencies, messageIdOf(record), run),
    () => goOn() && dependencies.pace.open('prompt'),
  );
  for (const { item, error } of failed)
    dependencies.log.error('Outbox not reachable', {
      messageId: messageIdOf(item),
      error: error instanceof Error ? error.name : typeof error,
    });
  return {
    batchItemFailures: failed.map(({ item }) => ({
      itemIdentifier: item.dynamodb?.SequenceNumber ?? '',
    })),
  };
}

/** The stream's filter lets only messages through, and the stream carries keys alone: the table knows the rest. */
function messageIdOf({ dynamodb }: DynamoDBRecord): string {
  const keys = dynamodb?.Keys as Parameters<typeof fromItem>[0] | undefined;
  return keys === undefined ? '' : outboxKeys.messageId(fromItem<Key>(keys));
}
