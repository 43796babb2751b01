import * as z from 'zod';
import { OUTBOX_TAG } from '../mail/ses/tag.ts';

/** What all events of SES contain: the mail, and the tags that it was sent with. */
const mail = z.object({
  messageId: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** When the event happened. `mail.timestamp` is when SES accepted the mail. */
const timestamp = z.iso.datetime({ offset: true });

/**
 * An event of SES as EventBridge delivers it, with only the fields that Plenary uses. The configuration set asks for no
 * other types of events.
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

/** The notice id in the tags of a mail; `undefined` if Plenary did not send it. */
export function outboxIdOf({ mail }: SesEvent): string | undefined {
  return mail.tags[OUTBOX_TAG]?.[0];
}

/** The account and the configuration set with which this stage sends mail. */
export type Own = { readonly account: string; readonly configurationSet: string };

/** Whether an event is about mail of this stage. The rule in infra/stacks/feedback.ts passes no other event. */
export function isOwn(
  { account, configurationSet }: Own,
  event: z.infer<typeof sesEvent>,
): boolean {
  const sets = event.detail.mail.tags['ses:configuration-set'] ?? [];
  return event.account === account && sets.length === 1 && sets[0] === configurationSet;
}
