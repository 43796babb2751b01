import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetItemCommand,
  type GetItemCommandInput,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { SESClient, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import type { DynamoDBRecord } from 'aws-lambda';
import PostalMime from 'postal-mime';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { type Dependencies as Feedback, recordEvent } from '../../functions/feedback/record.ts';
import { sendQuota } from '../../functions/mail/ses/ses.ts';
import { OUTBOX_TAG } from '../../functions/mail/ses/tag.ts';
import { deliverBatch } from '../../functions/notifier/batch.ts';
import { type Dependencies, deliver } from '../../functions/notifier/deliver.ts';
import { createRateLimiter, type RateLimiter } from '../../functions/notifier/rate-limiter.ts';
import { sweep } from '../../functions/notifier/sweeping.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { LEASE_MS, noticeKey } from '../../functions/store/outbox/claim.ts';
import type { Notice } from '../../functions/store/outbox/notice.ts';
import { takeSend } from '../../functions/store/outbox/send-rate.ts';
import { fromItem, type Store, toItem } from '../../functions/store/platform/client.ts';
import { OUTBOX_LAST_NOTIFIED } from '../../functions/store/platform/keys.ts';
import { deliver as deliverAsLambda } from '../../infra/local/dynamodb/batches.ts';
import type { EventRecord } from '../../infra/local/dynamodb/stream-records.ts';
import { PLACE } from '../../infra/local/place.ts';
import { reportsOf } from '../../infra/local/ses/events.ts';
import { startSes } from '../../infra/local/ses/server.ts';
import { meetingOn } from '../support/fixtures.ts';
import { numberedPerson, queuePeople } from '../support/queued-people.ts';
import { dynamo, freshTables } from './dynamo.ts';
import { notices, PUBLIC_URL } from './service.ts';

/** The account and the configuration set whose events are ours. */
const OWN = { account: PLACE.account, configurationSet: 'plenary-test' };
const SENDER = { name: 'Plenary', address: 'plenary@example.org' };
const ROOMY = { perSecond: 10_000, perDay: 1_000_000 };

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
  /** All that comes with it, the calendar too. */
  readonly attachments: readonly { readonly fileName: string; readonly content: string }[];
};

/** What a notifier's clients run into, at each request; whatever it throws, the request ends with. */
export type Fault = {
  readonly beforeSend?: () => unknown;
  /** SES has accepted the mail. */
  readonly afterSend?: () => unknown;
  readonly beforeTable?: (request: TableRequest) => unknown;
  readonly afterTable?: (request: TableRequest) => unknown;
};

/**
 * What a notifier asks of the tables. `turn`: a send within the rate. `truth`: an item of the registry. `last-notified`:
 * it reads what the recipient was last told. `opening`: it makes that item for a recipient who was told nothing yet.
 * `flight`: it writes there what it is about to say. `landing`: it writes there what has become of that. `record`: it
 * writes the result to the notice.
 */
export type TableRequest =
  | 'claim'
  | 'turn'
  | 'truth'
  | 'last-notified'
  | 'opening'
  | 'flight'
  | 'landing'
  | 'record'
  | 'other';

function requestOf(input: unknown): TableRequest {
  const { Key, Item, UpdateExpression, ExpressionAttributeValues } = input as Partial<
    GetItemCommandInput & PutItemCommandInput & UpdateItemCommandInput
  >;
  if (Item?.sk?.S === OUTBOX_LAST_NOTIFIED) {
    if (Item.inFlight) return 'flight';
    return Item.version?.N === '1' ? 'opening' : 'landing';
  }
  if (Key?.sk?.S === OUTBOX_LAST_NOTIFIED) return 'last-notified';
  if (UpdateExpression?.includes('ADD attempts :one')) return 'claim';
  if (UpdateExpression?.includes('ADD taken')) return 'turn';
  if (ExpressionAttributeValues?.[':holder'] !== undefined) return 'record';
  return Key?.pk?.S?.startsWith('MEETING#') ? 'truth' : 'other';
}

/** A mail as SES has accepted it. */
type Accepted = {
  readonly noticeId: string;
  readonly to: string;
  readonly raw: Uint8Array;
  readonly from: SESClient;
};

const SEND = 'SendRawEmailCommand';

const mailIn = (
  { Destinations, RawMessage, Tags }: SendRawEmailCommandInput,
  from: SESClient,
): Accepted => ({
  from,
  noticeId: Tags?.find(({ Name }) => Name === OUTBOX_TAG)?.Value ?? '',
  to: Destinations?.[0] ?? '',
  raw: RawMessage?.Data ?? new Uint8Array(),
});

/** A local SES, and the mails that it has accepted from its clients. */
async function openSes(
  onAccepted: Parameters<typeof startSes>[1] = () => undefined,
  limits = ROOMY,
) {
  const { endpoint, stop } = await startSes(0, onAccepted, limits);
  const accepted: Accepted[] = [];
  /** A client that asks once, as ours do. */
  const connect = (fault: Fault = {}) => {
    const client = new SESClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== SEND) return next(args);
          await fault.beforeSend?.();
          const result = await next(args);
          await fault.afterSend?.();
          return result;
        },
      { step: 'initialize', name: 'fault' },
    );
    // Next to the wire, so that no fault of a test hides what SES has accepted.
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName === SEND)
            accepted.push(mailIn(args.input as SendRawEmailCommandInput, client));
          return result;
        },
      { step: 'deserialize', priority: 'high', name: 'mailbox' },
    );
    return client;
  };
  return { endpoint, stop, accepted, connect };
}

async function readMail({ noticeId, to, raw }: Accepted, kind = ''): Promise<SentMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const { subject = '', html = '', text = '', attachments, headers } = mail;
  const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    noticeId,
    kind,
    to,
    subject,
    html,
    text,
    calendar: String(calendar?.content ?? ''),
    listUnsubscribe: headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '',
    attachments: attachments.map(({ filename, content }) => ({
      fileName: filename ?? '',
      content: String(content),
    })),
  };
}

/** The mails of these tables among those that SES has accepted, in their order. */
async function mailsAbout(store: Store, accepted: readonly Accepted[]): Promise<SentMail[]> {
  const kinds = new Map((await notices(store)).map(({ id, kind }) => [id, kind]));
  const ours = accepted.filter(({ noticeId }) => kinds.has(noticeId));
  return Promise.all(ours.map((one) => readMail(one, kinds.get(one.noticeId))));
}

/** The local SES of this process, for all tests that only want to see what is sent. */
let shared: ReturnType<typeof openSes> | undefined;
/** The client of each outbox: ids of notices may be the same in two stores. */
const clients = new Map<string, SESClient>();

async function sharedSes({ outbox }: Store) {
  shared ??= openSes();
  const { connect, accepted } = await shared;
  const client = clients.get(outbox) ?? connect();
  clients.set(outbox, client);
  return { client, accepted };
}

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const quiet = QUIET as unknown as Dependencies['log'];

/** What a notifier and the feedback function work with, but for their clients. */
const seenFrom = ({ client, outbox, registry }: Store) => ({
  outbox: { client, outbox },
  registry: { client, registry },
  publicUrl: PUBLIC_URL,
});
const sesOf = (client: SESClient) => ({
  client,
  sender: SENDER,
  configurationSet: OWN.configurationSet,
  stage: 'test',
});

/** A notifier on these tables that sends to the local SES of this process. @param now its clock */
export async function notifier(store: Store, now = () => new Date()): Promise<Dependencies> {
  const ses = sesOf((await sharedSes(store)).client);
  return { ...seenFrom(store), ses, rateLimiter: UNLIMITED, log: quiet, now };
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
  const { client, accepted } = await sharedSes(store);
  const ours = accepted.filter(({ from }) => from === client);
  return mailsAbout(store, ours);
}

const bounce = (bounceType: string, bounceSubType: string, at: string) => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType, timestamp: at },
});
const complaint = (complaintFeedbackType: string, at: string) => ({
  eventType: 'Complaint',
  complaint: { complaintFeedbackType, complaintSubType: null, timestamp: at },
});

/** What SES can report of a mail, by a name, as its events say it. `OnList`: the list of addresses that SES suppresses. */
const FATES = {
  Send: () => ({ eventType: 'Send', send: {} }),
  Delivery: (at: string) => ({ eventType: 'Delivery', delivery: { timestamp: at } }),
  HardBounce: (at: string) => bounce('Permanent', 'NoEmail', at),
  SoftBounce: (at: string) => bounce('Transient', 'MailboxFull', at),
  OnList: (at: string) => bounce('Permanent', 'OnAccountSuppressionList', at),
  Complaint: (at: string) => complaint('abuse', at),
  NotSpam: (at: string) => complaint('not-spam', at),
  Reject: () => ({ eventType: 'Reject', reject: { reason: 'Bad content' } }),
} as const;
export type Fate = keyof typeof FATES;

/**
 * An event of SES as EventBridge brings it, shortened, with a recipient in it.
 *
 * @param tags of the mail, beside those that SES adds.
 */
export function sesEvent(fate: Fate, tags: Readonly<Record<string, readonly string[]>>, at: Date) {
  const time = at.toISOString();
  return {
    version: '0',
    source: 'aws.ses',
    account: OWN.account,
    time,
    'detail-type': 'Email event',
    detail: {
      ...FATES[fate](time),
      mail: {
        messageId: `ses-${tags[OUTBOX_TAG]?.[0] ?? 'unknown'}`,
        timestamp: time,
        destination: ['somebody@example.org'],
        tags: { 'ses:configuration-set': [OWN.configurationSet], ...tags },
      },
    },
  };
}

/** Brings what SES reports of a mail to the feedback function. */
export async function report(
  store: Store,
  noticeId: string,
  fate: Fate,
  at = new Date(),
): Promise<void> {
  const { outbox } = seenFrom(store);
  const event = sesEvent(fate, { [OUTBOX_TAG]: [noticeId] }, at);
  await recordEvent({ outbox, log: quiet, now: () => at, stage: 'test', own: OWN }, event);
}

export type MailRigOptions = {
  /** Tables with a meeting `focal-points` that are there already. */
  readonly store?: Store;
  /** Whether what SES reports reaches the feedback function. */
  readonly events?: boolean;
  /** What SES takes. */
  readonly limits?: typeof ROOMY;
};

/** The id of the meeting of the rig. */
export const MEETING = 'focal-points';

/**
 * The whole way of a message: tables, any number of notifiers, an SES of its own and what that reports, a clock that the
 * test moves, and what is logged.
 */
export async function openMailRig({
  store: given,
  events = false,
  limits = ROOMY,
}: MailRigOptions = {}) {
  const store: Store = given ?? (await freshTables());
  const clock = { now: Date.now() };
  const now = () => new Date(clock.now);
  if (given === undefined)
    await applyMeeting(store, meetingOn(dayIn('Asia/Bangkok', now())), now());
  const logged: { readonly level: string; readonly text: string }[] = [];
  const write = (level: string) => (message: unknown, facts: unknown) => {
    logged.push({ level, text: JSON.stringify([message, facts]) });
  };
  const log = {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  } as unknown as Dependencies['log'];
  const reports: Promise<void>[] = [];
  const feedback: Feedback = { ...seenFrom(store), log, now, stage: 'test', own: OWN };
  const reporting = { configurationSet: OWN.configurationSet, events: ['SEND', 'DELIVERY'] };
  const ses = await openSes((mail, messageId) => {
    if (!events) return;
    for (const event of reportsOf(mail, messageId, reporting, now()))
      reports.push(recordEvent(feedback, event));
  }, limits);
  // All inboxes of a process are one.
  await fetch(`${ses.endpoint}/clear-store`, { method: 'POST' });

  /** A notifier as one Lambda instance is: with clients, a rate limiter and a clock of its own. @param skew in milliseconds */
  const worker = (fault: Fault = {}, { skew = 0, knownLimits = limits } = {}): Dependencies => {
    const client = dynamo();
    client.middlewareStack.add(
      (next) => async (args) => {
        const request = requestOf(args.input);
        await fault.beforeTable?.(request);
        const result = await next(args);
        await fault.afterTable?.(request);
        return result;
      },
      { step: 'initialize', name: 'fault' },
    );
    const asks = sesOf(ses.connect(fault));
    const mine = seenFrom({ ...store, client });
    const rateLimiter = createRateLimiter({
      quota: async () => ({ ...(await sendQuota(asks)), perSecond: knownLimits.perSecond }),
      take: (second, limit) => takeSend(mine.outbox, second, limit),
      now: Date.now,
      sleep,
      warn: () => undefined,
    });
    return { ...mine, ses: asks, rateLimiter, log, now: () => new Date(clock.now + skew) };
  };

  return {
    store,
    clock,
    now,
    /** Lets time go by, in milliseconds. */
    pass: (ms: number) => {
      clock.now += ms;
    },
    logged,
    worker,
    feedback,
    /** Brings the feedback function what SES reports of a mail. */
    report: (noticeId: string, fate: Fate) =>
      recordEvent(feedback, sesEvent(fate, { [OUTBOX_TAG]: [noticeId] }, now())),
    /** What the feedback function is at, where SES reports by itself. */
    reports,
    /** The mails that SES has accepted, in their order. @param from the number of the first, from 0 */
    inbox: (from = 0) => mailsAbout(store, ses.accepted.slice(from)),
    /** How many mails SES has accepted. */
    accepted: () => ses.accepted.length,
    /** How many mails the inbox of SES itself shows, where no other rig is open. */
    shown: async () => {
      const answer = await fetch(`${ses.endpoint}/store`);
      return ((await answer.json()) as { emails: unknown[] }).emails.length;
    },
    /** All notices with when they are to be looked at again, which no notice has that is at its end. */
    all: () => notices(store) as Promise<readonly QueuedNotice[]>,
    read: (id: string) => readNotice(store, id),
    /** Puts confirmed people into the meeting, and a notice for each. @returns the ids of the notices */
    queue: (count: number, { bulk = false } = {}, from = 0) => {
      const people = Array.from({ length: count }, (_, n) => numberedPerson(MEETING, from + n));
      // To somebody who was told nothing yet, either says the same: that they are confirmed.
      const kind = bulk ? 'meeting-changed' : 'registration-changed';
      return queuePeople(store, people, { kind }, now());
    },
    stop: ses.stop,
  };
}
export type MailRig = Awaited<ReturnType<typeof openMailRig>>;

/** A notice with its place in the index of what is due. */
export type QueuedNotice = Notice & { readonly due?: string; readonly dueAt?: string };

/** A notice as it is at this moment. @throws Error where there is none */
async function readNotice({ client, outbox }: Store, id: string): Promise<QueuedNotice> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(noticeKey(id) ?? {}),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined) throw new Error('There is no such notice');
  return fromItem<QueuedNotice>(Item);
}

/** Spoils a notice: it is for nobody, or has another value at a path, e.g. `document.chunks`. */
export async function spoil(
  { client, outbox }: Store,
  id: string,
  path = 'recipient',
  value: unknown = 'nobody',
): Promise<void> {
  const names = path.split('.');
  await client.send(
    new UpdateItemCommand({
      TableName: outbox,
      Key: toItem(noticeKey(id) ?? {}),
      UpdateExpression: `SET ${names.map((_, at) => `#n${at}`).join('.')} = :value`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
      ExpressionAttributeValues: toItem({ ':value': value }),
    }),
  );
}

/** A batch of the outbox's stream, as Lambda brings it. */
export function batchOf(...ids: readonly string[]): DynamoDBRecord[] {
  return ids.map((id, number) => ({
    eventName: 'INSERT',
    dynamodb: {
      Keys: toItem(noticeKey(id) ?? { pk: 'RECIPIENT#nobody', sk: 'NOTICE#none' }) as NonNullable<
        DynamoDBRecord['dynamodb']
      >['Keys'] & {},
      SequenceNumber: String(number),
    },
  }));
}

/** Brings notices to a notifier as Lambda brings the stream's records: in batches, again and by halves where it fails. */
export async function stream(dependencies: Dependencies, ids: readonly string[], size = 10) {
  for (let at = 0; at < ids.length; at += size) {
    const records = batchOf(...ids.slice(at, at + size)) as unknown as EventRecord[];
    await deliverAsLambda(records, {
      retries: 5,
      invoke: ({ Records }) =>
        deliverBatch(dependencies, Records as unknown as Parameters<typeof deliverBatch>[1]),
      giveUp: () => undefined,
      pause: () => 0,
    });
  }
}

/** Lets time go by, with a sweeper every time something may be due, until every notice has come to an end. */
export async function settle(rig: MailRig, fault: () => Fault = () => ({}), rounds = 40) {
  for (let round = 0; round < rounds; round++) {
    await Promise.all(rig.reports.splice(0));
    if ((await rig.all()).every(({ due }) => due === undefined)) return;
    rig.pass(LEASE_MS + 1_000);
    // What a worker that dies leaves behind is the next one's.
    await sweep(rig.worker(fault()), () => true).catch(() => undefined);
  }
  throw new Error('Some notice has come to no end');
}
