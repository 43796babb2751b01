import { Logger } from '@aws-lambda-powertools/logger';
import { sesClient } from '../mail/ses.ts';
import { dynamoClient } from '../store/client.ts';
import type { Dependencies } from './deliver.ts';
import { notifierEnvironment } from './environment.ts';

/** What the notifier and its sweeper work with in Lambda, from the environment. */
export function notifierDependencies(): Dependencies {
  const environment = notifierEnvironment.parse(process.env);
  return {
    outbox: { client: dynamoClient(), outbox: environment.OUTBOX_TABLE },
    ses: {
      client: sesClient(),
      sender: { name: environment.SENDER_NAME, address: environment.SENDER_ADDRESS },
      configurationSet: environment.CONFIGURATION_SET,
      stage: environment.STAGE,
    },
    log: new Logger({ serviceName: 'notifier' }),
    now: () => new Date(),
  };
}
