import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { NoticeState } from '../../domain/notifications/notice.ts';
import { type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { type Claimed, noticeKey } from './claim.ts';
import type { Notice } from './notice.ts';

/** What came of an attempt to send. */
export type Result =
  | {
      readonly status: 'sent';
      readonly sesMessageId: string;
      readonly at: Date;
      readonly sent: Sent;
    }
  /** It will be tried again at `dueAt`. */
  | { readonly status: 'retrying'; readonly dueAt: Date; readonly error: LastError }
  /** It was not tried, or SES had no room for it: that counts as no attempt. */
  | { readonly status: 'waiting'; readonly dueAt: Date; readonly error?: LastError | undefined }
  /** Nobody knows whether SES has it: it stays claimed until then, so that SES can say so. */
  | { readonly status: 'sending'; readonly until: Date; readonly error: LastError }
  /** The recipient knows all there was to say, or nobody is to be told any more. */
  | { readonly status: 'nothing-to-tell' }
  /** Its address is not written to. */
  | { readonly status: 'suppressed'; readonly error: LastError }
  | { readonly status: 'failed'; readonly error: LastError };
export type LastError = NonNullable<Notice['lastError']>;

/** What is kept of a message that was sent: its kind, its language and a hash of the address. */
export type Sent = Required<Pick<Notice, 'kind' | 'language' | 'to'>>;

/**
 * Writes down what came of an attempt, as long as the notice is still the claimant's. An end takes
 * the notice out of the index of what is due.
 *
 * @returns false when the claim was lost: then somebody else has said, or will, what became of it.
 */
export async function recordResult(
  { client, outbox }: Outbox,
  { id, lease, attempts }: Claimed,
  result: Result,
): Promise<boolean> {
  const { expression, values, status = result.status } = changeOf(result, attempts);
  const key = noticeKey(id);
  if (key === undefined) return false;
  const item = await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: outbox,
        Key: toItem(key),
        UpdateExpression: expression,
        ConditionExpression: '#status = :sending AND #lease.holder = :holder',
        ExpressionAttributeNames: {
          '#status': 'status',
          '#lease': 'lease',
          ...(result.status === 'sending' && { '#until': 'until' }),
          ...(result.status === 'sent' && SENT_NAMES),
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

/** Names that DynamoDB keeps for itself, or may one day. */
const SENT_NAMES = {
  '#kind': 'kind',
  '#language': 'language',
  '#to': 'to',
  '#document': 'document',
} as const;

type StateChange = {
  readonly expression: string;
  readonly values: Record<string, unknown>;
  /** Where it is not what the result is called. */
  readonly status?: NoticeState;
};

function changeOf(result: Result, attempts: number): StateChange {
  switch (result.status) {
    case 'sent':
      return {
        expression:
          'SET #status = :status, sesMessageId = :ses, sentAt = :at, #kind = :kind, #language = :language, #to = :to REMOVE #lease, #document, due, dueAt, lastError',
        values: {
          ':ses': result.sesMessageId,
          ':at': result.at.toISOString(),
          ':kind': result.sent.kind,
          ':language': result.sent.language,
          ':to': result.sent.to,
        },
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
    case 'nothing-to-tell':
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
