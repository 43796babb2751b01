import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { fromItem } from '../store/platform/client.ts';
import { type Key, outboxKeys } from '../store/platform/keys.ts';
import { inParallel } from '../store/platform/parallel.ts';
import { type Dependencies, deliver, type Run } from './deliver.ts';

/** The number of recipients at a time. One recipient gets one message after the other. */
const WIDTH = 4;

/**
 * Delivers the notices of a batch of the outbox's stream. A record fails only if a table could not be read or written.
 * Lambda then repeats the batch from that record, with those after it that have succeeded; the claim makes this
 * harmless. Bulk notices are left to the sweeper, and so are notices without a turn when `goOn` returns false or SES
 * accepts no more.
 */
export async function deliverBatch(
  dependencies: Dependencies,
  records: readonly DynamoDBRecord[],
  goOn: Run['goOn'] = () => true,
): Promise<DynamoDBBatchResponse> {
  const run: Run = { lane: 'prompt', goOn };
  const inOrder = Object.values(Object.groupBy(records, recipientOf));
  const failed: { readonly item: DynamoDBRecord; readonly error: unknown }[] = [];
  await inParallel(
    inOrder,
    WIDTH,
    async (ofOne = []) => {
      for (const item of ofOne)
        await deliver(dependencies, noticeIdOf(item), run).catch((error: unknown) =>
          failed.push({ item, error }),
        );
    },
    () => goOn() && dependencies.rateLimiter.open('prompt'),
  );
  for (const { item, error } of failed)
    dependencies.log.error('A table could not be read or written', {
      noticeId: noticeIdOf(item),
      error: error instanceof Error ? error.name : typeof error,
    });
  return {
    batchItemFailures: failed.map(({ item }) => ({
      itemIdentifier: item.dynamodb?.SequenceNumber ?? '',
    })),
  };
}

const recipientOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.pk?.S ?? '';

/** The stream's filter passes only notices, and the stream contains only keys. */
function noticeIdOf({ dynamodb }: DynamoDBRecord): string {
  const keys = dynamodb?.Keys as Parameters<typeof fromItem>[0] | undefined;
  return keys === undefined ? '' : outboxKeys.noticeId(fromItem<Key>(keys));
}
