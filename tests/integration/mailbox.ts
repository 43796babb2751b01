import type { SESClient } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { recordEvent } from '../../functions/feedback/record.ts';
import type { Dependencies } from '../../functions/notifier/deliver.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
import type { RateLimiter } from '../../functions/notifier/rate-limiter.ts';
import type { Notice } from '../../functions/store/outbox/notice.ts';
import type { Store } from '../../functions/store/platform/client.ts';
import { openInbox } from './inbox.ts';
import { notices, PUBLIC_URL } from './service.ts';

/** As if SES took everything: the rate limiter has tests of its own. */
export const UNLIMITED: RateLimiter = {
  open: () => true,
  acquire: async () => true,
  backOff: () => undefined,
};

/** A mail that SES has accepted. `kind`: of the message, as its notice says. */
export type SentMail = {
  readonly noticeId: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The iCalendar text; empty where the mail brings none. */
  readonly calendar: string;
  readonly listUnsubscribe: string;
};

const OWN = { account: '123456789012', configurationSet: 'plenary-test' };
const SENDER = { name: 'Plenary', address: 'plenary@example.org' };
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const log = QUIET as unknown as Dependencies['log'];

type Captured = { readonly noticeId: string; readonly to: string; readonly raw: Uint8Array };

/** The local SES of this process, and the mails of all stores that it has accepted. */
let shared: Promise<{ readonly client: SESClient; readonly mails: Captured[] }> | undefined;

function localSes() {
  shared ??= openInbox().then(({ client: connect }) => {
    const client = connect();
    const mails: Captured[] = [];
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next(args);
        if (context.commandName === 'SendRawEmailCommand') {
          const {
            Destinations = [],
            RawMessage,
            Tags = [],
          } = args.input as never as {
            Destinations?: string[];
            RawMessage?: { Data?: Uint8Array };
            Tags?: { Name?: string; Value?: string }[];
          };
          const noticeId = Tags.find(({ Name }) => Name === 'outbox-id')?.Value ?? '';
          mails.push({
            noticeId,
            to: Destinations[0] ?? '',
            raw: RawMessage?.Data ?? new Uint8Array(),
          });
        }
        return result;
      },
      { step: 'initialize', name: 'capture' },
    );
    return { client, mails };
  });
  return shared;
}

/** A notifier on these tables that sends to the local SES of this process. @param now its clock */
export async function notifier(store: Store, now = () => new Date()): Promise<Dependencies> {
  const { client } = await localSes();
  return {
    outbox: { client: store.client, outbox: store.outbox },
    registry: { client: store.client, registry: store.registry },
    publicUrl: PUBLIC_URL,
    ses: { client, sender: SENDER, configurationSet: OWN.configurationSet, stage: 'test' },
    rateLimiter: UNLIMITED,
    log,
    now,
  };
}

/** Has every notice that waits looked at, in the order in which they were written, and sends what there is to tell. */
export async function drainOutbox(store: Store, now = () => new Date()): Promise<void> {
  const dependencies = await notifier(store, now);
  const waiting = (await notices(store)).filter(({ status }) => OPEN.has(status));
  for (const { id } of waiting.sort(byTime)) await deliver(dependencies, id);
}

const OPEN: ReadonlySet<string> = new Set(['queued', 'retrying', 'sending']);
const byTime = (a: Notice, b: Notice) => (a.createdAt < b.createdAt ? -1 : 1);

/** Every mail about these tables so far, in the order in which SES accepted them. Sends nothing. */
export async function sentMail(store: Store): Promise<SentMail[]> {
  const { mails } = await localSes();
  const known = new Map((await notices(store)).map((one) => [one.id, one]));
  const ours = mails.filter(({ noticeId }) => known.has(noticeId));
  return Promise.all(
    ours.map(async ({ noticeId, to, raw }) => {
      const {
        subject = '',
        html = '',
        text = '',
        attachments,
        headers,
      } = await PostalMime.parse(raw, {
        attachmentEncoding: 'utf8',
      });
      const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      const unsubscribe = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
      return {
        noticeId,
        kind: known.get(noticeId)?.kind ?? '',
        to,
        subject,
        html,
        text,
        calendar: String(calendar?.content ?? ''),
        listUnsubscribe: unsubscribe,
      };
    }),
  );
}

/** What SES can report of a mail. */
export type Fate = 'Send' | 'Delivery' | 'HardBounce' | 'SoftBounce' | 'Complaint';

/** Brings what SES reports of a mail to the feedback function. */
export async function report(
  store: Store,
  noticeId: string,
  fate: Fate,
  at = new Date(),
): Promise<void> {
  const timestamp = at.toISOString();
  const details = {
    Send: { eventType: 'Send' },
    Delivery: { eventType: 'Delivery', delivery: { timestamp } },
    HardBounce: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bounceSubType: 'General', timestamp },
    },
    SoftBounce: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull', timestamp },
    },
    Complaint: {
      eventType: 'Complaint',
      complaint: { complaintFeedbackType: 'abuse', complaintSubType: null, timestamp },
    },
  } as const;
  const event = {
    source: 'aws.ses',
    account: OWN.account,
    time: timestamp,
    detail: {
      ...details[fate],
      mail: {
        messageId: `ses-${noticeId}`,
        timestamp,
        tags: {
          'outbox-id': [noticeId],
          'ses:configuration-set': [OWN.configurationSet],
        },
      },
    },
  };
  const outbox = { client: store.client, outbox: store.outbox };
  await recordEvent({ outbox, log, now: () => at, stage: 'test', own: OWN }, event);
}
