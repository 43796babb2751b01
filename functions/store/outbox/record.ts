import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { type Claimed, updated } from './claim.ts';
import type { DeliveryState, OutboxMessage } from './message.ts';

/** What came of an attempt to send. */
export type Result =
  | { readonly status: 'sent'; readonly sesMessageId: string; readonly at: Date }
  /** It will be tried again at `dueAt`. */
  | { readonly status: 'retrying'; readonly dueAt: Date; readonly error: LastError }
  /** It was not tried, or SES had no room for it: that counts as no attempt. */
  | { readonly status: 'waiting'; readonly dueAt: Date; readonly error?: LastError | undefined }
  /** Nobody knows whether SES has it: it stays claimed until then, so that SES can say so. */
  | { readonly status: 'sending'; readonly until: Date; readonly error: LastError }
  /** What it says has ceased to be so. */
  | { readonly status: 'superseded' }
  /** Its address is not written to. */
  | { readonly status: 'suppressed'; readonly error: LastError }
  | { readonly status: 'failed'; readonly error: LastError };
export type LastError = NonNullable<OutboxMessage['lastError']>;

/**
 * Writes down what came of an attempt, as long as the message is still the claimant's. An end takes
 * the message out of the index of what is due.
 *
 * @returns false when the claim was lost: then somebody else has said, or will, what became of it.
 */
export async function recordResult(
  { client, outbox }: Outbox,
  { id, lease, attempts }: Claimed,
  result: Result,
): Promise<boolean> {
  const { expression, values, status = result.status } = changeOf(result, attempts);
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(outboxKeys.message(id)),
        UpdateExpression: expression,
        ConditionExpression: '#status = :sending AND #lease.holder = :holder',
        ExpressionAttributeNames: {
          '#status': 'status',
          '#lease': 'lease',
          ...(result.status === 'sending' && { '#until': 'until' }),
        },
        ExpressionAttributeValues: toItem({
          ...values,
          ':status': status,
          ':sending': 'sending',
          ':holder': lease.holder,
        }),
      }),
    ),
  );
  return item !== undefined;
}

type StateChange = {
  readonly expression: string;
  readonly values: Record<string, unknown>;
  /** Where it is not what the result is called. */
  readonly status?: DeliveryState;
};

function changeOf(result: Result, attempts: number): StateChange {
  switch (result.status) {
    case 'sent':
      return {
        expression:
          'SET #status = :status, sesMessageId = :ses, sentAt = :at REMOVE #lease, due, dueAt, lastError',
        values: { ':ses': result.sesMessageId, ':at': result.at.toISOString() },
      };
    case 'retrying':
      return {
        expression: 'SET #status = :status, dueAt = :due, lastError = :error REMOVE #lease',
        values: { ':due': result.dueAt.toISOString(), ':error': result.error },
      };
    case 'waiting':
      return {
        status: attempts === 1 ? 'queued' : 'retrying',
        expression: `SET #status = :status, dueAt = :due${result.error ? ', lastError = :error' : ''} REMOVE #lease ADD attempts :minusOne`,
        values: { ':due': result.dueAt.toISOString(), ':error': result.error, ':minusOne': -1 },
      };
    case 'sending':
      return {
        expression:
          'SET #status = :status, #lease.#until = :until, dueAt = :until, lastError = :error',
        values: { ':until': result.until.toISOString(), ':error': result.error },
      };
    case 'superseded':
      return {
        expression: 'SET #status = :status REMOVE #lease, due, dueAt, lastError',
        values: {},
      };
    case 'suppressed':
    case 'failed':
      return {
        expression: 'SET #status = :status, lastError = :error REMOVE #lease, due, dueAt',
        values: { ':error': result.error },
      };
  }
}
