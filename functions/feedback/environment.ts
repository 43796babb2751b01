import * as z from 'zod';

/** What the feedback function must be told; a missing value stops it at start-up, by name. */
export const feedbackEnvironment = z.object({
  STAGE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  /** Whose events count: those of this account's SES, of mail sent through this configuration set. */
  ACCOUNT: z.string().regex(/^\d{12}$/),
  CONFIGURATION_SET: z.string().min(1),
});
