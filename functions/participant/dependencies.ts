import type { Handler } from 'hono';
import type { Store, Vault } from '../store/client.ts';
import type { WebEnv } from '../web/context.ts';

/** What the participant function works with. */
export type Dependencies = {
  readonly store: Store & Vault;
  /** Where participants reach the service, without a slash at the end. */
  readonly publicUrl: string;
};

/** A route's handler. */
export type Route = Handler<WebEnv>;
