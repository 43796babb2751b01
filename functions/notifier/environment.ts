import * as z from 'zod';

/**
 * The environment of the notifier and the sweeper. A missing value stops them when they start; the error names the
 * value.
 */
export const notifierEnvironment = z.object({
  STAGE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  /** The address of the service for participants. Messages contain private links. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  /** The verified address of the sender, and the sender's name. */
  SENDER_ADDRESS: z.email(),
  SENDER_NAME: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
});
