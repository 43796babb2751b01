import * as z from 'zod';

/** The environment of the feedback function. A missing value stops it when it starts; the error names the value. */
export const feedbackEnvironment = z.object({
  STAGE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  /** Only events of this account, of mail that was sent through this configuration set, are accepted. */
  ACCOUNT: z.string().regex(/^\d{12}$/),
  CONFIGURATION_SET: z.string().min(1),
});
