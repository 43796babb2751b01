import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { fromItem } from '../store/client.ts';
import { type Key, outboxKeys } from '../store/keys.ts';
import { inParallel } from '../store/parallel.ts';
import { type Dependencies, deliver } from './deliver.ts';

/** Few enough for the sending rate of a new SES account not to throttle most of them. */
const WIDTH = 4;

/**
 * Delivers every message of a batch of the outbox's stream. A record fails only when the outbox could not
 * be read or written. Lambda then repeats the batch from there, also what went well after it: the
 * claim makes that harmless.
 */
export async function deliverBatch(
  dependencies: Dependencies,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const failed = await inParallel(records, WIDTH, (record) =>
    deliver(dependencies, messageIdOf(record)),
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
