import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRecord } from './stream-records.ts';

/** How a function receives the records of a stream. */
export type Delivery = {
  /** Calls the function with a batch. Rejects if the function fails as a whole. */
  readonly invoke: (batch: { readonly Records: readonly EventRecord[] }) => Promise<BatchAnswer>;
  /** Takes records that have failed too often. They are not tried again. */
  readonly giveUp: (records: readonly EventRecord[]) => void;
  /** How often a failed batch is retried. */
  readonly retries: number;
  /** Milliseconds before the next attempt, by the number of attempts so far. */
  readonly pause: (attempt: number) => number;
};

/** The records of a batch that have failed, by their sequence numbers. */
type BatchAnswer =
  | { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] }
  | null
  | undefined;

/**
 * Gives a batch to a function until all records are done or given up, as Lambda does. If the function names failed
 * records, all records from the first of them are retried. If it fails as a whole, each half is tried alone, and that
 * does not count as a retry.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export async function deliver(
  records: readonly EventRecord[],
  delivery: Delivery,
  attempt = 0,
): Promise<void> {
  if (records.length === 0) return;
  const failed = await firstFailure(records, delivery);
  if (failed === undefined) return;
  const rest = records.slice(failed);
  if (failed === 0 && rest.length > 1) {
    const half = Math.ceil(rest.length / 2);
    await deliver(rest.slice(0, half), delivery, attempt);
    return deliver(rest.slice(half), delivery, attempt);
  }
  if (attempt >= delivery.retries) return delivery.giveUp(rest);
  await sleep(delivery.pause(attempt));
  return deliver(rest, delivery, attempt + 1);
}

/** The index of the first record that is not done; `undefined` if all are. */
async function firstFailure(
  records: readonly EventRecord[],
  { invoke }: Delivery,
): Promise<number | undefined> {
  const answer = await invoke({ Records: records }).catch(() => 'failed' as const);
  if (answer === 'failed') return 0;
  const failures = answer?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  // An identifier that is not in this batch makes the whole batch fail.
  return Math.max(0, Math.min(...places));
}
