import * as z from 'zod';

/** What the feedback function must be told; a missing value stops it at start-up, by name. */
export const feedbackEnvironment = z.object({
  STAGE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
});
