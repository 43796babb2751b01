import { randomUUID } from 'node:crypto';
import type { ReportDefinition } from '../template/definitions.ts';
import { PLACE } from '../template/names.ts';

/** A mail that SES was asked to send with SendRawEmail, as far as its reports speak of it. */
export type SentMail = {
  readonly source: string;
  readonly destination: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
};

/** The request SendRawEmail, which the SDK sends as a form; `undefined` for any other. */
export function readSendRawEmail(body: string): SentMail | undefined {
  const form = new URLSearchParams(body);
  if (form.get('Action') !== 'SendRawEmail') return undefined;
  const members = <T>(list: string, read: (name: string) => T | null): T[] => {
    const found: T[] = [];
    for (let number = 1; ; number += 1) {
      const member = read(`${list}.member.${number}`);
      if (member === null) return found;
      found.push(member);
    }
  };
  const tags = members('Tags', (name) => {
    const key = form.get(`${name}.Name`);
    return key === null ? null : ([key, form.get(`${name}.Value`) ?? ''] as const);
  });
  return {
    source: form.get('Source') ?? '',
    destination: members('Destinations', (name) => form.get(name)),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
    tags: Object.fromEntries(tags),
  };
}

/** What becomes of a mail; SES itself has addresses with which to try the bad cases. */
const OUTCOMES: Readonly<Record<string, readonly EventType[]>> = {
  'bounce@simulator.amazonses.com': ['Send', 'Bounce'],
  'complaint@simulator.amazonses.com': ['Send', 'Delivery', 'Complaint'],
};

type EventType = keyof typeof DETAILS;

const DETAILS = {
  Send: () => ({ send: {} }),
  Delivery: ({ destination }: SentMail, at: string) => ({
    delivery: {
      timestamp: at,
      processingTimeMillis: 0,
      recipients: destination,
      smtpResponse: '250 ok',
      reportingMTA: 'localhost',
    },
  }),
  Bounce: ({ destination }: SentMail, at: string) => ({
    bounce: {
      timestamp: at,
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: destination.map((emailAddress) => ({ emailAddress })),
      feedbackId: randomUUID(),
    },
  }),
  Complaint: ({ destination }: SentMail, at: string) => ({
    complaint: {
      timestamp: at,
      complaintFeedbackType: 'abuse',
      complainedRecipients: destination.map((emailAddress) => ({ emailAddress })),
      feedbackId: randomUUID(),
    },
  }),
};

const DETAIL_TYPES: Readonly<Record<EventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/**
 * The events that SES puts on the bus about a mail that it has taken and, as the inbox is on this
 * machine, delivered: those that the configuration set asks for.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function reportsOf(
  mail: SentMail,
  messageId: string,
  definitions: readonly ReportDefinition[],
  now: Date,
): object[] {
  const { configurationSet, source, destination } = mail;
  const asked = definitions.find((one) => one.configurationSet === configurationSet)?.events ?? [];
  const types = OUTCOMES[destination[0] ?? ''] ?? ['Send', 'Delivery'];
  const time = now.toISOString();
  return types
    .filter((type) => asked.includes(type.toUpperCase()))
    .map((eventType) => ({
      version: '0',
      id: randomUUID(),
      'detail-type': DETAIL_TYPES[eventType],
      source: 'aws.ses',
      account: PLACE.account,
      time,
      region: PLACE.region,
      resources: [],
      detail: {
        eventType,
        mail: {
          timestamp: time,
          source,
          sendingAccountId: PLACE.account,
          messageId,
          destination,
          headersTruncated: false,
          tags: tagsOf(mail),
        },
        ...DETAILS[eventType](mail, time),
      },
    }));
}

/** The tags of the request, and those that SES adds. */
function tagsOf({ tags, configurationSet, source }: SentMail): Record<string, string[]> {
  const own = Object.entries(tags).map(([name, value]) => [name, [value]]);
  return {
    'ses:operation': ['SendRawEmail'],
    'ses:from-domain': [source.replace(/^.*@|>?$/g, '')],
    ...(configurationSet !== undefined && { 'ses:configuration-set': [configurationSet] }),
    ...Object.fromEntries(own),
  };
}
