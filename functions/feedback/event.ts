import * as z from 'zod';
import { OUTBOX_TAG } from '../mail/tag.ts';

/** What all events of SES have: which mail it is about, and with which tags it was sent. */
const mail = z.object({
  messageId: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/**
 * An event of SES as EventBridge brings it: of what SES says, only what Plenary uses. A kind of event that
 * is not named here has not been asked for.
 */
export const sesEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Send'), mail }),
    z.object({ eventType: z.literal('Delivery'), mail }),
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }),
    }),
    z.object({
      eventType: z.literal('Complaint'),
      mail,
      complaint: z.object({ complaintFeedbackType: z.string().nullish() }),
    }),
    z.object({
      eventType: z.literal('Reject'),
      mail,
      reject: z.object({ reason: z.string() }),
    }),
  ]),
});
export type SesEvent = z.infer<typeof sesEvent>['detail'];

/** The outbox id that a mail was tagged with; mail that is not ours has none. */
export function outboxIdOf({ mail }: SesEvent): string | undefined {
  return mail.tags[OUTBOX_TAG]?.[0];
}
