import { createApp } from '../../functions/participant/app.ts';
import { participantEnvironment } from '../../functions/participant/environment.ts';
import { dynamoClient } from '../../functions/store/platform/client.ts';

/**
 * The handlers that the development server runs. Import this file after `setEnvironment` and `allowTsx`: each handler
 * reads its environment when it is imported.
 */
export { handler as feedback } from '../../functions/feedback/handler.ts';
export { handler as notifier } from '../../functions/notifier/handler.ts';
export { handler as sweeper } from '../../functions/notifier/sweep.ts';
export { handler as scheduler } from '../../functions/scheduler/handler.ts';

/** The web application for participants, without the adapter for events of API Gateway. */
export function participantApp(report: (error: unknown) => void) {
  const environment = participantEnvironment.parse(process.env);
  const store = {
    client: dynamoClient(),
    registry: environment.REGISTRY_TABLE,
    outbox: environment.OUTBOX_TABLE,
    vault: environment.VAULT_TABLE,
  };
  return createApp({ store, publicUrl: environment.PUBLIC_URL }, report);
}
