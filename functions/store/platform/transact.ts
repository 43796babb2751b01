import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** After how many seconds it makes sense to try again what found the table busy. */
export const RETRY_AFTER = 5;

/**
 * The table could not take a transaction in the time there was. Nothing of it has been written, unless the last
 * answer was lost on its way: whoever tries again finds out by the condition or by the key of the request.
 */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  /** After how many seconds trying again makes sense. */
  readonly retryAfter = RETRY_AFTER;
}

/** What became of a transaction: all of it is written, or none, and then which conditions were not met. */
export type TransactionResult =
  | { readonly written: true }
  | { readonly written: false; readonly failed: ReadonlySet<number> };

/** Reasons for which DynamoDB cancels a transaction that may succeed a moment later. */
const PASSING = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
]);

/** Errors of the whole request after which the same request may be sent again. */
const PASSING_ERRORS = new Set([
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'AbortError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
]);

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 800;

/**
 * Writes all of `items` or none. A condition that is not met is an answer, and is returned. The SDK
 * does not retry a cancelled transaction, so a conflict or a throttle is retried here, with full jitter, until
 * `deadline` (milliseconds since the epoch). Every try carries the same token: should an earlier
 * one have been written without our hearing of it, DynamoDB says so instead of writing it twice.
 *
 * @param isVain asked after a conflict, where nothing can have been written: whether there is no use in trying again.
 * Then nothing is written, and no condition has failed. Looking costs a read, which meets no conflict.
 * @throws StoreBusy when the deadline is reached.
 */
export async function transact(
  client: DynamoDBClient,
  items: readonly TransactWriteItem[],
  deadline: number,
  isVain?: () => Promise<boolean>,
): Promise<TransactionResult> {
  const command = new TransactWriteItemsCommand({
    TransactItems: [...items],
    ClientRequestToken: randomUUID(),
  });
  let unheard = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const left = Math.max(1, deadline - Date.now());
      await client.send(command, { abortSignal: AbortSignal.timeout(left) });
      return { written: true };
    } catch (error) {
      const failed = unmetConditions(error);
      if (failed.size > 0) return { written: false, failed };
      if (!isPassing(error)) throw error;
      const pause = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
      if (Date.now() + pause >= deadline)
        throw new StoreBusy('The table is busy', { cause: error });
      await sleep(pause);
      unheard ||= !(error instanceof TransactionCanceledException);
      if (!unheard && (await isVain?.())) return { written: false, failed: new Set() };
    }
  }
}

/** The items, by index, whose condition was not met. */
function unmetConditions(error: unknown): ReadonlySet<number> {
  if (!(error instanceof TransactionCanceledException)) return new Set();
  const reasons = error.CancellationReasons ?? [];
  return new Set(
    reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : [])),
  );
}

/** Whether an error of DynamoDB passes by itself: a conflict, a throttle, a cut connection. */
export function isPassing(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).every(
      ({ Code }) => Code === undefined || Code === 'None' || PASSING.has(Code),
    );
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return PASSING_ERRORS.has(error.name) || PASSING_ERRORS.has(code);
}
