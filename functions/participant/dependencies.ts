import type { Handler } from 'hono';
import type { Store, Vault } from '../store/platform/client.ts';
import type { WebEnv } from '../web/context.ts';

/** The dependencies of the participant function. */
export type Dependencies = {
  readonly store: Store & Vault;
  /** The URL of the service, without a slash at the end. */
  readonly publicUrl: string;
  /** The bucket for notes of nomination, if the stage stores files. */
  readonly notes?: string | undefined;
};

/** A route's handler. */
export type Route = Handler<WebEnv>;
