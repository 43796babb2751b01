import type { Handler } from 'hono';
import type { Store, Vault } from '../store/platform/client.ts';
import type { WebEnv } from '../web/context.ts';

/** What the participant function works with. */
export type Dependencies = {
  readonly store: Store & Vault;
  /** Where participants reach the service, without a slash at the end. */
  readonly publicUrl: string;
  /** The bucket of the notes of nomination, where the stage takes files. */
  readonly notes?: string | undefined;
};

/** A route's handler. */
export type Route = Handler<WebEnv>;
