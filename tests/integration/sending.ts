import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { recordEvent } from '../../functions/feedback/record.ts';
import { sendQuota } from '../../functions/mail/ses/ses.ts';
import { deliverBatch } from '../../functions/notifier/batch.ts';
import type { Dependencies } from '../../functions/notifier/deliver.ts';
import { createPace } from '../../functions/notifier/rate-limiter.ts';
import { sweep } from '../../functions/notifier/sweeping.ts';
import { LEASE_MS } from '../../functions/store/outbox/claim.ts';
import type { OutboxMessage } from '../../functions/store/outbox/message.ts';
import { messageWrite } from '../../functions/store/outbox/outbox.ts';
import { takeSend } from '../../functions/store/outbox/send-rate.ts';
import { fromItem, type Store } from '../../functions/store/platform/client.ts';
import { transact } from '../../functions/store/platform/transact.ts';
import { deliver as deliverAsLambda } from '../../infra/local/dynamodb/batches.ts';
import type { EventRecord } from '../../infra/local/dynamodb/stream-records.ts';
import { PLACE } from '../../infra/local/place.ts';
import { reportsOf } from '../../infra/local/ses/events.ts';
import { type Ses, startSes } from '../../infra/local/ses/server.ts';
import { confirmation, messageOf } from '../support/messages.ts';
import { dynamo, freshTables } from './dynamo.ts';
import { batchOf } from './notifying.ts';

const ROOMY = { perSecond: 10_000, perDay: 1_000_000 };
const CONFIGURATION_SET = 'plenary-test';

/** What a worker's clients run into, at each request; whatever it throws, the request ends with. */
export type Fault = {
  readonly beforeSend?: () => unknown;
  /** SES has taken the message. */
  readonly afterSend?: () => unknown;
  readonly beforeTable?: (request: TableRequest) => unknown;
  readonly afterTable?: (request: TableRequest) => unknown;
};
/** What is asked of the table: `turn` within the rate, `look` whether a message is still true. */
export type TableRequest = 'claim' | 'turn' | 'look' | 'record' | 'other';

export type Options = {
  /** Whether what SES reports reaches the feedback function. */
  readonly events?: boolean;
  readonly limits?: typeof ROOMY;
  /** Tables that are there already. */
  readonly store?: Store;
};

/** The whole way of a message: the outbox, any number of notifiers, a local SES and what it reports. */
export async function sending({ events = true, limits = ROOMY, store: given }: Options = {}) {
  const store: Store = given ?? (await freshTables());
  const clock = { now: Date.now() };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const log = quiet as unknown as Dependencies['log'];
  const outbox = { client: store.client, outbox: store.outbox };
  const own = { account: PLACE.account, configurationSet: CONFIGURATION_SET };
  const reports: Promise<void>[] = [];
  const reporting = { configurationSet: CONFIGURATION_SET, events: ['SEND', 'DELIVERY'] };
  const ses: Ses = await startSes(
    0,
    (mail, messageId) => {
      if (!events) return;
      const now = () => new Date(clock.now);
      for (const event of reportsOf(mail, messageId, reporting, now()))
        reports.push(recordEvent({ outbox, log, now, stage: 'test', own }, event));
    },
    limits,
  );

  // All inboxes of a process are one.
  await fetch(`${ses.endpoint}/clear-store`, { method: 'POST' });

  /** A notifier as one Lambda instance is: with clients, a pace and a clock of its own. @param skew in milliseconds */
  const worker = (fault: Fault = {}, { skew = 0, knownLimits = limits } = {}): Dependencies => {
    const client = dynamo();
    client.middlewareStack.add(
      (next) => async (args) => {
        const request = requestOf(args.input as UpdateItemCommandInput);
        await fault.beforeTable?.(request);
        const result = await next(args);
        await fault.afterTable?.(request);
        return result;
      },
      { step: 'initialize' },
    );
    const sesClient = new SESClient({
      endpoint: ses.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    sesClient.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'SendRawEmailCommand') return next(args);
        await fault.beforeSend?.();
        const result = await next(args);
        await fault.afterSend?.();
        return result;
      },
      { step: 'initialize' },
    );
    const mine = { client, outbox: store.outbox };
    const sender = { name: 'Plenary', address: 'plenary@example.org' };
    const asks = {
      client: sesClient,
      sender,
      configurationSet: CONFIGURATION_SET,
      stage: 'test',
    };
    const pace = createPace({
      quota: async () => ({ ...(await sendQuota(asks)), perSecond: knownLimits.perSecond }),
      take: (second, limit) => takeSend(mine, second, limit),
      now: Date.now,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      warn: () => undefined,
    });
    return { outbox: mine, ses: asks, pace, log, now: () => new Date(clock.now + skew) };
  };

  const pass = (ms: number) => {
    clock.now += ms;
  };
  /** Of each mail in the inbox, in the order they came: to whom, and its subject. */
  const inbox = async () => {
    const { emails } = (await (await fetch(`${ses.endpoint}/store`)).json()) as {
      emails: { subject: string; destination: { to: string[] } }[];
    };
    return emails.map(({ subject, destination }) => ({
      subject,
      to: /<(.+)>/.exec(destination.to[0] ?? '')?.[1] ?? '',
    }));
  };
  /** The references that mails have in their subjects. */
  const mails = async (): Promise<readonly string[]> =>
    (await inbox()).map(({ subject }) => /\((.+)\)$/.exec(subject)?.[1] ?? subject);
  return {
    ...messagesIn(store, clock),
    store,
    clock,
    pass,
    worker,
    inbox,
    mails,
    reports,
    stop: ses.stop,
  };
}

export type Sending = Awaited<ReturnType<typeof sending>>;

function requestOf({
  UpdateExpression = '',
  ExpressionAttributeValues: values,
  Key,
}: Partial<UpdateItemCommandInput>): TableRequest {
  if (Key?.sk?.S === 'STANDING') return 'look';
  if (UpdateExpression.includes('ADD attempts :one')) return 'claim';
  if (UpdateExpression.includes('ADD taken')) return 'turn';
  return values?.[':holder'] === undefined ? 'other' : 'record';
}

function messagesIn(store: Store, clock: { readonly now: number }) {
  /** Queues messages, each about a reference of its own, which its mail has in the subject. @returns their ids */
  const queue = async (count: number, changes: Partial<OutboxMessage> = {}, from = 0) => {
    const writes = Array.from({ length: count }, (_, n) => {
      const reference = `BKK14-${String(from + n).padStart(5, '0')}`;
      const { to, language, meeting, content, bulk } = messageOf({
        content: confirmation({ reference }),
        ...changes,
      });
      const message = { id: `${reference}-confirmation`, to, language, meeting, content, bulk };
      return { id: message.id, write: messageWrite(store, message, new Date(clock.now)) };
    });
    for (let at = 0; at < writes.length; at += 100) {
      const batch = writes.slice(at, at + 100).map(({ write }) => write);
      const { written } = await transact(store.client, batch, Date.now() + 20_000);
      if (!written) throw new Error('Not queued');
    }
    return writes.map(({ id }) => id);
  };
  const all = async () => {
    const found: (OutboxMessage & { due?: string })[] = [];
    let start: ScanCommand['input']['ExclusiveStartKey'];
    do {
      const page = await store.client.send(
        new ScanCommand({ TableName: store.outbox, ExclusiveStartKey: start }),
      );
      found.push(...(page.Items ?? []).map((item) => fromItem<OutboxMessage>(item)));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return found.filter((one) => 'content' in one);
  };
  return { queue, all };
}

/** Brings messages to a notifier as Lambda brings the stream's records: in batches, again and by halves where it fails. */
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

/** Lets time go by, with a sweeper every time something may be due, until every message has come to an end. */
export async function settle(rig: Sending, fault: () => Fault = () => ({}), rounds = 40) {
  for (let round = 0; round < rounds; round++) {
    await Promise.all(rig.reports.splice(0));
    if ((await rig.all()).every(({ due }) => due === undefined)) return;
    rig.pass(LEASE_MS + 1_000);
    // What a worker that dies leaves behind is the next one's.
    await sweep(rig.worker(fault()), () => true).catch(() => undefined);
  }
  throw new Error('Some message has come to no end');
}

/** What became of messages, by the inbox. `refused`: not sent, and marked as failed with the reason. */
export async function outcome(rig: Sending) {
  const messages = await rig.all();
  const arrived = Object.groupBy(await rig.mails(), (reference) => reference);
  const copies = messages.map(({ id }) => arrived[id.replace('-confirmation', '')]?.length ?? 0);
  const refused = messages.filter(
    ({ status, lastError }, at) => copies[at] === 0 && status === 'failed' && lastError,
  ).length;
  return {
    asked: messages.length,
    sent: copies.filter((count) => count > 0).length,
    refused,
    lost: copies.filter((count) => count === 0).length - refused,
    doubled: copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  };
}
