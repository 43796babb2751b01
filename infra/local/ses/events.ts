import { randomUUID } from 'node:crypto';
import { PLACE } from '../place.ts';

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

/** What is reported of a mail, in order: a type of event, and of a bounce what SES calls its type and subtype. */
type Happening = readonly ['Send' | 'Delivery' | 'Complaint'] | readonly ['Bounce', string, string];
type EventType = Happening[0];

/**
 * What becomes of a mail to the mailbox simulator of SES, with which all cases can be tried there and here; a mail to
 * any other address arrives. Nobody's answer that they are away is a soft bounce of a mail that was delivered. Addresses
 * may carry a label, as in `bounce+one@simulator.amazonses.com`, and so be of many people.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator
 */
const SIMULATOR: Readonly<Record<string, readonly Happening[]>> = {
  success: [['Send'], ['Delivery']],
  bounce: [['Send'], ['Bounce', 'Permanent', 'General']],
  suppressionlist: [['Send'], ['Bounce', 'Permanent', 'Suppressed']],
  ooto: [['Send'], ['Delivery'], ['Bounce', 'Transient', 'General']],
  complaint: [['Send'], ['Delivery'], ['Complaint']],
};
const ARRIVES = SIMULATOR.success ?? [];

function happeningsOf(address = ''): readonly Happening[] {
  const [, name = ''] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  return SIMULATOR[name.toLowerCase()] ?? ARRIVES;
}

function detailOf([eventType, bounceType, bounceSubType]: Happening, mail: SentMail, at: string) {
  const { destination } = mail;
  const recipients = destination.map((emailAddress) => ({ emailAddress }));
  switch (eventType) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: {
          timestamp: at,
          processingTimeMillis: 0,
          recipients: destination,
          smtpResponse: '250 ok',
          reportingMTA: 'localhost',
        },
      };
    case 'Bounce':
      return {
        bounce: {
          timestamp: at,
          bounceType,
          bounceSubType,
          bouncedRecipients: recipients,
          feedbackId: randomUUID(),
        },
      };
    case 'Complaint':
      return {
        complaint: {
          timestamp: at,
          complaintFeedbackType: 'abuse',
          complaintSubType: null,
          complainedRecipients: recipients,
          feedbackId: randomUUID(),
        },
      };
  }
}

const DETAIL_TYPES: Readonly<Record<EventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/** The configuration set whose mail is reported, and the types of events that it asks for, e.g. `DELIVERY`. */
export type Reporting = { readonly configurationSet: string; readonly events: readonly string[] };

/**
 * The events that SES puts on the bus about a mail that it has taken and, as the inbox is on this
 * machine, delivered: those that the configuration set asks for.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function reportsOf(
  mail: SentMail,
  messageId: string,
  { configurationSet, events }: Reporting,
  now: Date,
): object[] {
  const { source, destination } = mail;
  const asked = mail.configurationSet === configurationSet ? events : [];
  const time = now.toISOString();
  return happeningsOf(destination[0])
    .filter(([eventType]) => asked.includes(eventType.toUpperCase()))
    .map((happening) => ({
      version: '0',
      id: randomUUID(),
      'detail-type': DETAIL_TYPES[happening[0]],
      source: 'aws.ses',
      account: PLACE.account,
      time,
      region: PLACE.region,
      resources: [],
      detail: {
        eventType: happening[0],
        mail: {
          timestamp: time,
          source,
          sendingAccountId: PLACE.account,
          messageId,
          destination,
          headersTruncated: false,
          tags: tagsOf(mail),
        },
        ...detailOf(happening, mail, time),
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
