import { setTimeout as sleep } from 'node:timers/promises';
import { FunctionError } from '../lambda/environments.ts';
import type { StreamDefinition } from '../template/definitions.ts';
import type { EventRecord } from './stream-records.ts';

/** How a stream's records reach a function. */
export type Delivery = Pick<StreamDefinition, 'reportsFailures' | 'bisects' | 'retries'> & {
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Takes what has failed too often: it is not tried again. */
  readonly giveUp: (records: readonly EventRecord[]) => void;
  /** Milliseconds before the next try, by how many there have been. */
  readonly pause: (attempt: number) => number;
};

/**
 * Hands a batch to a function until all of it is done or given up, as Lambda does: where the function names what
 * has failed, all from the first of it is tried again; where it cannot say, halves are tried by themselves, which
 * does not count as another try.
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
  if (failed === 0 && delivery.bisects && rest.length > 1) {
    const half = Math.ceil(rest.length / 2);
    await deliver(rest.slice(0, half), delivery, attempt);
    return deliver(rest.slice(half), delivery, attempt);
  }
  if (delivery.retries >= 0 && attempt >= delivery.retries) return delivery.giveUp(rest);
  await sleep(delivery.pause(attempt));
  return deliver(rest, delivery, attempt + 1);
}

/** The index of the first record that is not done, or `undefined` when all are. */
async function firstFailure(
  records: readonly EventRecord[],
  { invoke, reportsFailures }: Delivery,
): Promise<number | undefined> {
  let answer: unknown;
  try {
    answer = await invoke({ Records: records });
  } catch (error) {
    if (error instanceof FunctionError) return 0;
    throw error;
  }
  if (!reportsFailures) return undefined;
  const failures = (answer as BatchAnswer)?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  // An identifier that is not of this batch makes all of it a failure.
  return Math.max(0, Math.min(...places));
}

type BatchAnswer =
  | { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] }
  | null
  | undefined;
