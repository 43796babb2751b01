import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { deliverBatch } from './batch.ts';
import { notifierDependencies } from './dependencies.ts';

const dependencies = notifierDependencies();

/** Woken by the outbox's stream: sends each new message. */
export const handler = ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  deliverBatch(dependencies, Records);
