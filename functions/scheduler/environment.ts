import * as z from 'zod';

/** What the scheduler must be told; a missing value stops it at start-up, by name. */
export const schedulerEnvironment = z.object({
  STAGE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  VAULT_TABLE: z.string().min(1),
  /** The bucket of the notes of nomination, where the stage takes files. */
  NOTES_BUCKET: z.string().min(1).optional(),
  /** Where participants reach the service: offers carry their private links. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, '')),
});
