import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { type Ses, sendQuota, sesClient } from '../mail/ses/ses.ts';
import { takeSend } from '../store/outbox/send-rate.ts';
import { dynamoClient, type Outbox } from '../store/platform/client.ts';
import type { Dependencies } from './deliver.ts';
import { notifierEnvironment } from './environment.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** Creates what the notifier and the sweeper work with in Lambda, from the environment. */
export function notifierDependencies(): Dependencies {
  const environment = notifierEnvironment.parse(process.env);
  const outbox: Outbox = { client: dynamoClient(), outbox: environment.OUTBOX_TABLE };
  const ses: Ses = {
    client: sesClient(),
    sender: { name: environment.SENDER_NAME, address: environment.SENDER_ADDRESS },
    configurationSet: environment.CONFIGURATION_SET,
    stage: environment.STAGE,
  };
  const log = new Logger({ serviceName: 'notifier' });
  const rateLimiter = createRateLimiter({
    quota: () => sendQuota(ses),
    take: (second, limit) => takeSend(outbox, second, limit),
    now: Date.now,
    sleep,
    warn: (message, error) =>
      log.warn(message, { error: error instanceof Error ? error.name : typeof error }),
  });
  return {
    registry: { client: outbox.client, registry: environment.REGISTRY_TABLE },
    publicUrl: environment.PUBLIC_URL,
    outbox,
    ses,
    rateLimiter,
    log,
    now: () => new Date(),
  };
}
