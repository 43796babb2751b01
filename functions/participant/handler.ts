import { handle, type LambdaContext } from 'hono/aws-lambda';
import { dynamoClient } from '../store/platform/client.ts';
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
  reportUnexpected,
);

const respond = handle(app);

/** The participant function: HTTP API events in, responses out. */
export const handler = (event: HttpEvent, context: LambdaContext) =>
  respond(requestable(event), context);

/**
 * Logs the name and the place of an unexpected error, without its message: that can contain personal data. The message
 * of an error of an AWS service is logged, because it describes the call. Lambda turns the object into a line of JSON,
 * so this function needs no logger, which would make its start slower.
 */
function reportUnexpected(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const service = error instanceof Error && '$fault' in error;
  console.error({
    event: 'unforeseen',
    name,
    ...(service && { sentence: message }),
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  });
}
