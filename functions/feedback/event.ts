import * as z from 'zod';
import { OUTBOX_TAG } from '../mail/ses/tag.ts';

/** What all events of SES have: which mail it is about, and with which tags it was sent. */
const mail = z.object({
  messageId: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** When it happened, as opposed to when SES took the mail. */
const timestamp = z.iso.datetime({ offset: true });

/**
 * An event of SES as EventBridge brings it: of what SES says, only what Plenary uses. A kind of event that
 * is not named here has not been asked for.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const sesEvent = z.object({
  source: z.literal('aws.ses'),
  account: z.string(),
  time: timestamp,
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Send'), mail }),
    z.object({
      eventType: z.literal('Delivery'),
      mail,
      delivery: z.object({ timestamp: timestamp.optional() }).default({}),
    }),
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({
        bounceType: z.string(),
        bounceSubType: z.string(),
        timestamp: timestamp.optional(),
      }),
    }),
    z.object({
      eventType: z.literal('Complaint'),
      mail,
      complaint: z.object({
        complaintFeedbackType: z.string().nullish(),
        complaintSubType: z.string().nullish(),
        timestamp: timestamp.optional(),
      }),
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

/** Whose SES, and through which configuration set, mail is sent that is ours. */
export type Own = { readonly account: string; readonly configurationSet: string };

/**
 * Whether an event is of mail that was sent as this stage: see infra/stacks/feedback.ts, whose rule lets nothing else
 * through.
 */
export function isOwn(
  { account, configurationSet }: Own,
  event: z.infer<typeof sesEvent>,
): boolean {
  const sets = event.detail.mail.tags['ses:configuration-set'] ?? [];
  return event.account === account && sets.length === 1 && sets[0] === configurationSet;
}
