import { GetItemCommand, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { auditWrite } from '../platform/audit.ts';
import { fromItem, type Outbox, type Store, toItem } from '../platform/client.ts';
import { DUE, DUE_BULK, OUTBOX_MESSAGE, outboxKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';
import type { MessageKind, OutboxMessage } from './message.ts';

/** A message that has failed, as far as nobody is named. */
export type FailedMessage = {
  readonly id: string;
  readonly meetingId: string;
  /** Not there where the message holds something that is none. */
  readonly kind?: MessageKind | undefined;
  readonly createdAt: string;
  readonly lastError?: OutboxMessage['lastError'];
};

/** Every message that has failed, in no order. It reads the whole outbox: for somebody who asks, and for no function. */
export async function* failedMessages({ client, outbox }: Outbox): AsyncGenerator<FailedMessage> {
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: outbox,
        FilterExpression: 'sk = :message AND #status = :failed',
        ProjectionExpression: 'id, meeting.id, content.kind, createdAt, lastError',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: toItem({ ':message': OUTBOX_MESSAGE, ':failed': 'failed' }),
        ExclusiveStartKey: start,
      }),
    );
    for (const item of page.Items ?? []) {
      const { id, meeting, content, createdAt, lastError } = fromItem<OutboxMessage>(item);
      yield { id, meetingId: meeting.id, kind: content?.kind, createdAt, lastError };
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

/** What became of putting a message back. `not-failed`: it is under way, or was sent. */
export type RequeueOutcome = 'queued' | 'not-there' | 'not-failed';

/**
 * Puts a message that has failed back into the queue, with as many attempts and as much time as a new one; the sweeper
 * takes it within a minute, and drops it where what it says has ceased to be so. It is for after what made it fail has
 * been mended.
 *
 * @param deadline milliseconds since the epoch
 * @throws StoreBusy when the table takes nothing before the deadline
 */
export async function requeueMessage(
  store: Store,
  id: string,
  now: Date,
  deadline: number,
): Promise<RequeueOutcome> {
  const Key = toItem(outboxKeys.message(id));
  const { Item } = await store.client.send(
    new GetItemCommand({ TableName: store.outbox, Key, ConsistentRead: true }),
  );
  if (Item === undefined) return 'not-there';
  const { meeting, content, bulk } = fromItem<OutboxMessage>(Item);
  const registration =
    content !== undefined && 'registration' in content ? content.registration : undefined;
  const at = now.toISOString();
  const result = await transact(
    store.client,
    [
      {
        Update: {
          TableName: store.outbox,
          Key,
          UpdateExpression:
            'SET #status = :queued, attempts = :none, requeuedAt = :now, due = :due, dueAt = :now REMOVE #lease, lastError, sesMessageId, sentAt',
          ConditionExpression: '#status = :failed',
          ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease' },
          ExpressionAttributeValues: toItem({
            ':failed': 'failed',
            ':queued': 'queued',
            ':none': 0,
            ':due': bulk ? DUE_BULK : DUE,
            ':now': at,
          }),
        },
      },
      auditWrite(
        store,
        meeting.id,
        {
          action: 'message-requeued',
          actor: 'operator',
          reference: registration?.reference,
          detail: id,
        },
        now,
      ),
    ],
    deadline,
  );
  if (result.written) return 'queued';
  return 'not-failed';
}
