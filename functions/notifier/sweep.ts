import type { Context, ScheduledEvent } from 'aws-lambda';
import { notifierDependencies } from './dependencies.ts';
import { sweep } from './sweeping.ts';

const dependencies = notifierDependencies();

/** Longer than one message can take: DynamoDB and SES, each with its time limit. */
const RESERVE_MS = 25_000;

/** Runs every minute: sends what is due. */
export async function handler(
  _: ScheduledEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const seen = await sweep(dependencies, () => context.getRemainingTimeInMillis() > RESERVE_MS);
  if (seen > 0) dependencies.log.info('Swept', { seen });
}
