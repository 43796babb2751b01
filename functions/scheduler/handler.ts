import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { SCHEDULER_RESERVE_MS } from '../domain/shared/time-budgets.ts';
import { dynamoClient } from '../store/platform/client.ts';
import { schedulerEnvironment } from './environment.ts';
import { meetingJobs } from './meeting-jobs.ts';
import { sendDueLists } from './send-due-lists.ts';
import { sendDueReminders } from './send-due-reminders.ts';

const environment = schedulerEnvironment.parse(process.env);
const logger = new Logger({ serviceName: 'scheduler' });
const store = {
  client: dynamoClient(),
  registry: environment.REGISTRY_TABLE,
  outbox: environment.OUTBOX_TABLE,
  vault: environment.VAULT_TABLE,
};

/**
 * Runs every few minutes. It fails if a meeting failed, after all others were handled. Lambda then runs it again, which
 * does only what is missing, and the alarm on errors sees the failure.
 */
export async function handler(
  _: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const now = new Date();
  const failed = new Set<string>();
  const fail = (meetingId: string, what: string, error: unknown) => {
    failed.add(meetingId);
    logger.error(what, {
      meetingId,
      error: error instanceof Error ? error : new Error(String(error)),
    });
  };
  const { NOTES_BUCKET } = environment;
  for (const run of await meetingJobs(store, now, NOTES_BUCKET)) {
    if ('error' in run) fail(run.meetingId, 'Meeting jobs failed', run.error);
    else logger.info('Meeting jobs done', { meetingId: run.meetingId, ...run.done });
  }
  for (const run of await sendDueLists(store, now)) {
    if ('error' in run) fail(run.meetingId, 'Lists not sent', run.error);
    else logger.info('Lists sent', { meetingId: run.meetingId, messages: run.sent.length });
  }
  const goOn = () => context.getRemainingTimeInMillis() > SCHEDULER_RESERVE_MS;
  for (const run of await sendDueReminders(store, now, goOn)) {
    if ('error' in run) fail(run.meetingId, 'Reminders not sent', run.error);
    else logger.info('Reminders sent', { ...run });
  }
  if (failed.size > 0) throw new Error(`Some jobs failed for ${[...failed].join(', ')}`);
}
