import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { BY_DUE, type DUE, type DUE_BULK, type Key, outboxKeys } from '../platform/keys.ts';

/**
 * The ids of the notices to be looked at by `now`, those that have waited longest first, page by page. The index
 * follows the table a moment later: a notice may come that has been sent in the meantime, so only the claim decides.
 *
 * @param partition notices that somebody waits for, or bulk notices.
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
