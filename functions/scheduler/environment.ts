import * as z from 'zod';

/** The environment of the scheduler. A missing value stops it when it starts; the error names the value. */
export const schedulerEnvironment = z.object({
  STAGE: z.string().min(1),
  REGISTRY_TABLE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  VAULT_TABLE: z.string().min(1),
  /** The bucket of notes of nomination, if the stage accepts files. */
  NOTES_BUCKET: z.string().min(1).optional(),
});
