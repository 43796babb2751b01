import { randomUUID } from 'node:crypto';
import { PLACE } from '../place.ts';

/** A mail that SES was asked to send with SendRawEmail: the fields that its reports contain. */
export type SentMail = {
  readonly source: string;
  readonly destination: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
};

/** Reads a SendRawEmail request, which the SDK sends as a form; `undefined` for any other request. */
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

/** What SES reports of a mail, in order: the type of the event, and the type and subtype of a bounce. */
type Happening = readonly ['Send' | 'Delivery' | 'Complaint'] | readonly ['Bounce', string, string];
type EventType = Happening[0];

/**
 * What happens to mail to the mailbox simulator of SES, here and on AWS. Mail to any other address is delivered. An
 * automatic answer is a soft bounce of a mail that was delivered. Addresses may have a label, as
 * `bounce+one@simulator.amazonses.com` does, so that many people can use them.
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

/** The configuration set whose mail is reported, and the types of its events, e.g. `DELIVERY`. */
export type Reporting = { readonly configurationSet: string; readonly events: readonly string[] };

/**
 * The events of the types that the configuration set asks for, about a mail that SES has accepted. The inbox is on this
 * machine, so the mail is delivered.
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

/** The tags of the request, and the tags that SES adds. */
function tagsOf({ tags, configurationSet, source }: SentMail): Record<string, string[]> {
  const own = Object.entries(tags).map(([name, value]) => [name, [value]]);
  return {
    'ses:operation': ['SendRawEmail'],
    'ses:from-domain': [source.replace(/^.*@|>?$/g, '')],
    ...(configurationSet !== undefined && { 'ses:configuration-set': [configurationSet] }),
    ...Object.fromEntries(own),
  };
}
