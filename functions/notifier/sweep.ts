import type { Context, ScheduledEvent } from 'aws-lambda';
import { NOTIFIER_RESERVE_MS } from '../domain/shared/time-budgets.ts';
import { notifierDependencies } from './dependencies.ts';
import { sweep } from './sweeping.ts';

const dependencies = notifierDependencies();

/** Runs every minute and sends what is due. */
export async function handler(
  _: ScheduledEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const seen = await sweep(
    dependencies,
    () => context.getRemainingTimeInMillis() > NOTIFIER_RESERVE_MS,
  );
  if (seen > 0) dependencies.log.info('Swept', { seen });
}
