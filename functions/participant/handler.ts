import { handle, type LambdaContext } from 'hono/aws-lambda';
import { dynamoClient } from '../store/platform/client.ts';
import { reportUnforeseen } from '../web/report.ts';
import { createApp } from './app.ts';
import { participantEnvironment } from './environment.ts';
import { type HttpEvent, requestable } from './event.ts';

const environment = participantEnvironment.parse(process.env);

const app = createApp(
  {
    store: {
      client: dynamoClient(),
      registry: environment.REGISTRY_TABLE,
      outbox: environment.OUTBOX_TABLE,
      vault: environment.VAULT_TABLE,
    },
    publicUrl: environment.PUBLIC_URL.replace(/\/$/, ''),
    notes: environment.NOTES_BUCKET,
  },
  reportUnforeseen,
);

const respond = handle(app);

/** The participant function: HTTP API events in, responses out. */
export const handler = (event: HttpEvent, context: LambdaContext) =>
  respond(requestable(event), context);
