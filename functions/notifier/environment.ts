import * as z from 'zod';

/** What the notifier, its sweeper included, must be told; a missing value stops it at start-up, by name. */
export const notifierEnvironment = z.object({
  STAGE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  /** Where participants reach the service: messages carry private links. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  /** The verified address that mail comes from, and the name it goes by. */
  SENDER_ADDRESS: z.email(),
  SENDER_NAME: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
});
