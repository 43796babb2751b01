import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { BY_DUE, type DUE, type DUE_BULK, type Key, outboxKeys } from '../platform/keys.ts';

/**
 * Finds the ids of the notices that are due at `now`, page by page, the oldest first. The index is eventually
 * consistent and may show a notice that was sent a moment ago, so only the claim decides.
 *
 * @param partition the prompt lane or the bulk lane.
 */
export async function* dueNotices(
  { client, outbox }: Outbox,
  now: Date,
  partition: typeof DUE | typeof DUE_BULK,
): AsyncGenerator<string[]> {
  let start: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: outbox,
        IndexName: BY_DUE.name,
        KeyConditionExpression: '#due = :due AND #dueAt <= :now',
        ExpressionAttributeNames: { '#due': BY_DUE.partition, '#dueAt': BY_DUE.sort },
        ExpressionAttributeValues: toItem({ ':due': partition, ':now': now.toISOString() }),
        Limit: 100,
        ExclusiveStartKey: start,
      }),
    );
    yield (page.Items ?? []).map((item) => outboxKeys.noticeId(fromItem<Key>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
