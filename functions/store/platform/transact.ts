import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** Seconds after which to try again if the table is busy. */
export const RETRY_AFTER = 5;

/**
 * The table did not accept a transaction before the deadline. Nothing was written, unless the last answer was lost. If
 * so, the condition of the next attempt, or the idempotency key of the request, shows it.
 */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  /** Seconds after which to try again. */
  readonly retryAfter = RETRY_AFTER;
}

/**
 * The result of a transaction: all of it was written, or nothing. `failed`: the indexes of the items whose condition
 * was not met.
 */
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

/** Errors of a whole request. The same request may be sent again. */
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
 * Writes all of `items` or none. A condition that is not met is a result and no error. The SDK does not retry a
 * cancelled transaction, so this function retries conflicts and throttles with full jitter until `deadline`
 * (milliseconds since the epoch). Each attempt carries the same request token: if an earlier one was written and its
 * answer was lost, DynamoDB does not write it twice.
 *
 * @param isVain is called after a conflict that has certainly written nothing. It returns true if another attempt is
 * useless; then nothing is written, and `failed` is empty. It costs a read, which causes no conflict.
 * @throws StoreBusy if the deadline passes.
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

/** The indexes of the items whose condition was not met. */
function unmetConditions(error: unknown): ReadonlySet<number> {
  if (!(error instanceof TransactionCanceledException)) return new Set();
  const reasons = error.CancellationReasons ?? [];
  return new Set(
    reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : [])),
  );
}

/** Whether an error of DynamoDB is temporary: a conflict, a throttle or a lost connection. */
export function isPassing(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).every(
      ({ Code }) => Code === undefined || Code === 'None' || PASSING.has(Code),
    );
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return PASSING_ERRORS.has(error.name) || PASSING_ERRORS.has(code);
}
