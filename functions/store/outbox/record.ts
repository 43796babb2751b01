import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { NoticeState } from '../../domain/notifications/notice.ts';
import { type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { type Claimed, noticeKey } from './claim.ts';
import type { Notice } from './notice.ts';

/** The result of an attempt to send. */
export type Result =
  | {
      readonly status: 'sent';
      readonly sesMessageId: string;
      readonly at: Date;
      readonly sent: Sent;
    }
  /** The next attempt is at `dueAt`. */
  | { readonly status: 'retrying'; readonly dueAt: Date; readonly error: LastError }
  /** There was no turn within the rate or quota of SES. It does not count as an attempt. */
  | { readonly status: 'waiting'; readonly dueAt: Date; readonly error?: LastError | undefined }
  /** It is unclear whether SES has accepted the message. The notice stays claimed until then, so that SES can report it. */
  | { readonly status: 'sending'; readonly until: Date; readonly error: LastError }
  /** The recipient knows everything already, or must not be notified any more. */
  | { readonly status: 'nothing-to-tell' }
  /** The address is suppressed. */
  | { readonly status: 'suppressed'; readonly error: LastError }
  | { readonly status: 'failed'; readonly error: LastError };
export type LastError = NonNullable<Notice['lastError']>;

/** What is kept of a message that was sent: its kind, its language and the hash of the address. */
export type Sent = Required<Pick<Notice, 'kind' | 'language' | 'to'>>;

/**
 * Records the result of an attempt, on the condition that the claim is still held. A final state removes the notice
 * from the index of due notices.
 *
 * @returns false if the claim was lost. Then somebody else records what becomes of the notice.
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

/** Placeholders for names that DynamoDB reserves, or may reserve. */
const SENT_NAMES = {
  '#kind': 'kind',
  '#language': 'language',
  '#to': 'to',
  '#document': 'document',
} as const;

type StateChange = {
  readonly expression: string;
  readonly values: Record<string, unknown>;
  /** Set if it differs from the status of the result. */
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
