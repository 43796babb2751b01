import { handle } from 'hono/aws-lambda';
import { dynamoClient } from '../store/client.ts';
import { reportUnforeseen } from '../web/report.ts';
import { createApp } from './app.ts';
import { participantEnvironment } from './environment.ts';

const environment = participantEnvironment.parse(process.env);

const app = createApp(
  {
    store: {
      client: dynamoClient(),
      registry: environment.REGISTRY_TABLE,
      outbox: environment.OUTBOX_TABLE,
    },
    publicUrl: environment.PUBLIC_URL.replace(/\/$/, ''),
  },
  reportUnforeseen,
);

/** The participant function: HTTP API events in, responses out. */
export const handler = handle(app);
