import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { deliverBatch } from './batch.ts';
import { notifierDependencies } from './dependencies.ts';
import { RESERVE_MS } from './reserve.ts';

const dependencies = notifierDependencies();

/** Woken by the outbox's stream: sends each new message. */
export const handler = (
  { Records }: DynamoDBStreamEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> =>
  deliverBatch(dependencies, Records, () => context.getRemainingTimeInMillis() > RESERVE_MS);
