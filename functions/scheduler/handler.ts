import { Logger } from '@aws-lambda-powertools/logger';
import { dynamoClient } from '../store/client.ts';
import { schedulerEnvironment } from './environment.ts';
import { sendDueLists } from './send-due-lists.ts';

const environment = schedulerEnvironment.parse(process.env);
const logger = new Logger({ serviceName: 'scheduler' });
const store = {
  client: dynamoClient(),
  registry: environment.REGISTRY_TABLE,
  outbox: environment.OUTBOX_TABLE,
};

/**
 * Runs every hour. It fails when a meeting did, after all of them have had their turn: Lambda then runs
 * it again, which sends only what is missing, and the alarm on errors sees it.
 */
export async function handler(): Promise<void> {
  const failed: string[] = [];
  for (const run of await sendDueLists(store, new Date())) {
    if ('sent' in run) {
      logger.info('Lists sent', { meetingId: run.meetingId, messages: run.sent.length });
      continue;
    }
    failed.push(run.meetingId);
    logger.error('Lists not sent', {
      meetingId: run.meetingId,
      error: run.error instanceof Error ? run.error : new Error(String(run.error)),
    });
  }
  if (failed.length > 0) throw new Error(`No list could be sent for ${failed.join(', ')}`);
}
