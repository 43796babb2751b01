import { randomUUID } from 'node:crypto';
import { OWN } from './adapter.ts';
import type { Fate } from './judge.ts';

/** A mail as SES accepted it: its id at SES, when, and with which tags. */
export type SentMail = {
  readonly messageId: string;
  readonly at: Date;
  readonly tags: Readonly<Record<string, string>>;
};

/**
 * The events that SES publishes about a mail, in order. A complaint happens when it is reported, and everything else when
 * the mail was accepted.
 *
 * @param now when they are published
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function eventsOf(mail: SentMail, fate: Fate, now: Date): unknown[] {
  const timestamp = mail.at.toISOString();
  const event = (eventType: string, more: Record<string, unknown> = {}) => ({
    version: '0',
    id: randomUUID(),
    source: 'aws.ses',
    account: OWN.account,
    time: timestamp,
    region: 'us-east-1',
    resources: [],
    detail: {
      eventType,
      mail: {
        timestamp,
        messageId: mail.messageId,
        tags: {
          'ses:configuration-set': [OWN.configurationSet],
          ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
        },
      },
      ...more,
    },
  });
  const bounce = (bounceType: string) =>
    event('Bounce', { bounce: { timestamp, bounceType, bounceSubType: 'General' } });
  const send = event('Send');
  switch (fate) {
    case 'delivered':
      return [send, event('Delivery', { delivery: { timestamp } })];
    case 'soft-bounce':
      return [send, bounce('Transient')];
    case 'hard-bounce':
      return [send, bounce('Permanent')];
    case 'complaint':
      return [
        send,
        event('Delivery', { delivery: { timestamp } }),
        event('Complaint', {
          complaint: { timestamp: now.toISOString(), complaintFeedbackType: 'abuse' },
        }),
      ];
  }
}
