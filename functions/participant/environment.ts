import * as z from 'zod';

/** What the participant function must be told; a missing value stops it at start-up, by name. */
export const participantEnvironment = z.object({
  STAGE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  /** Where participants reach the service, without a slash at the end. */
  PUBLIC_URL: z.url(),
});
