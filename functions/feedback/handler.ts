import { Logger } from '@aws-lambda-powertools/logger';
import { dynamoClient } from '../store/platform/client.ts';
import { feedbackEnvironment } from './environment.ts';
import { recordEvent } from './record.ts';

const environment = feedbackEnvironment.parse(process.env);
const dependencies = {
  outbox: { client: dynamoClient(), outbox: environment.OUTBOX_TABLE },
  log: new Logger({ serviceName: 'feedback' }),
  now: () => new Date(),
  stage: environment.STAGE,
  own: { account: environment.ACCOUNT, configurationSet: environment.CONFIGURATION_SET },
};

/** Is started by EventBridge with each report of SES. */
export const handler = (event: unknown): Promise<void> => recordEvent(dependencies, event);
