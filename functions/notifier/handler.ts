import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { NOTIFIER_RESERVE_MS } from '../domain/shared/time-budgets.ts';
import { deliverBatch } from './batch.ts';
import { notifierDependencies } from './dependencies.ts';

const dependencies = notifierDependencies();

/** Is started by the stream of the outbox, and sends the message of each new notice. */
export const handler = (
  { Records }: DynamoDBStreamEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> =>
  deliverBatch(
    dependencies,
    Records,
    () => context.getRemainingTimeInMillis() > NOTIFIER_RESERVE_MS,
  );
