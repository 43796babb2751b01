import { GetItemCommand, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { auditWrite } from '../platform/audit.ts';
import { fromItem, type Outbox, type Store, toItem } from '../platform/client.ts';
import { DUE, DUE_BULK, OUTBOX_NOTICES } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';
import { noticeKey } from './claim.ts';
import type { Notice } from './notice.ts';

/** A notice that has failed. It names nobody. */
export type FailedNotice = Pick<Notice, 'id' | 'meetingId' | 'event' | 'createdAt' | 'lastError'>;

/** Finds all notices that have failed, in no order. It scans the whole outbox, so only a command may call it. */
export async function* failedNotices({ client, outbox }: Outbox): AsyncGenerator<FailedNotice> {
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: outbox,
        FilterExpression: 'begins_with(sk, :notices) AND #status = :failed',
        ProjectionExpression: 'id, meetingId, #event, createdAt, lastError',
        ExpressionAttributeNames: { '#status': 'status', '#event': 'event' },
        ExpressionAttributeValues: toItem({ ':notices': OUTBOX_NOTICES, ':failed': 'failed' }),
        ExclusiveStartKey: start,
      }),
    );
    yield* (page.Items ?? []).map((item) => fromItem<FailedNotice>(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

/** The outcome of putting a notice back. `not-failed`: it is under way, or was sent. */
export type RequeueOutcome = 'queued' | 'not-there' | 'not-failed';

/**
 * Puts a notice that has failed back into the queue, with the attempts and the time of a new one. The sweeper claims it
 * within a minute and sends what is true then. Call it after the cause of the failure is repaired.
 *
 * @param deadline milliseconds since the epoch.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function requeueNotice(
  store: Store,
  id: string,
  now: Date,
  deadline: number,
): Promise<RequeueOutcome> {
  const key = noticeKey(id);
  if (key === undefined) return 'not-there';
  const { Item } = await store.client.send(
    new GetItemCommand({ TableName: store.outbox, Key: toItem(key), ConsistentRead: true }),
  );
  if (Item === undefined) return 'not-there';
  const { meetingId, lane } = fromItem<Notice>(Item);
  const { written } = await transact(
    store.client,
    [
      {
        Update: {
          TableName: store.outbox,
          Key: toItem(key),
          UpdateExpression:
            'SET #status = :queued, attempts = :none, requeuedAt = :now, due = :due, dueAt = :now REMOVE #lease, lastError, sesMessageId, sentAt',
          ConditionExpression: '#status = :failed',
          ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease' },
          ExpressionAttributeValues: toItem({
            ':failed': 'failed',
            ':queued': 'queued',
            ':none': 0,
            ':due': lane === 'bulk' ? DUE_BULK : DUE,
            ':now': now.toISOString(),
          }),
        },
      },
      auditWrite(
        store,
        meetingId,
        { action: 'message-requeued', actor: 'operator', detail: id },
        now,
      ),
    ],
    deadline,
  );
  return written ? 'queued' : 'not-failed';
}
