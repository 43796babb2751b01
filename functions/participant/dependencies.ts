import type { Handler } from 'hono';
import type { Store, Vault } from '../store/client.ts';
import type { WebEnv } from '../web/context.ts';

/** What the participant function works with. */
export type Dependencies = {
  readonly store: Store & Vault;
  /** Where participants reach the service, without a slash at the end. */
  readonly publicUrl: string;
  /** Where files of notes of nomination are kept, at a stage that takes them. */
  readonly notes?: NoteBucket | undefined;
};

/** A bucket, and the origin by which browsers reach it. */
export type NoteBucket = { readonly name: string; readonly origin: string };

/** A route's handler. */
export type Route = Handler<WebEnv>;
