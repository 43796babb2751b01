import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { isHealthy } from '../cli/health.ts';
import { TABLES } from '../tables.ts';
import { EVERY_MINUTES, OUTBOX_STREAM, REPORTED } from '../triggers.ts';
import type { DynamoDb } from './dynamodb/dynamodb.ts';
import { startStream } from './dynamodb/stream.ts';
import { ensureTable } from './dynamodb/tables.ts';
import { CONFIGURATION_SET, setEnvironment, TABLE_NAMES } from './environment.ts';
import { loadShippedMeetings, openMeetings } from './meetings.ts';
import { CONNECTION } from './place.ts';
import { isFree, listenOn, portInUse } from './ports.ts';
import { Refusal } from './refusal.ts';
import { createRunner, type Runner } from './runner.ts';
import { reportsOf } from './ses/events.ts';
import { startSes } from './ses/server.ts';
import type { Terminal } from './terminal.ts';
import { allowTsx } from './tsx.ts';
import { webServer } from './web.ts';

/** A service that has been started. Addresses have no slash at the end. */
export type Service = {
  readonly url: string;
  readonly inbox: string;
  readonly dynamodb: string;
  readonly ses: string;
  /** The ids of the meetings whose registration is open. */
  readonly open: readonly string[];
  /**
   * Accepts requests, and returns when the service answers them.
   * @throws Refusal if it does not answer, or the port is in use.
   */
  readonly listen: () => Promise<void>;
  /** Rejects if a part of the service ends by itself. */
  readonly ended: Promise<never>;
  readonly stop: () => Promise<void>;
};

type Handlers = typeof import('./handlers.ts');

/** How long requests and messages may take to finish when the service stops, in milliseconds. */
const PATIENCE_MS = 1_000;

/** How long a service may take to start, in milliseconds. */
const START_MS = 20_000;

/**
 * Starts the functions in this process and a local SES, and waits for DynamoDB Local. It accepts requests only after
 * the meetings are loaded, so that a healthy service can be used at once.
 *
 * @param folder where records that fail too often are stored.
 * @throws Refusal if it cannot be started.
 */
export async function startService(
  dynamodb: DynamoDb,
  folder: string,
  port: number,
  terminal: Terminal,
): Promise<Service> {
  const url = `http://localhost:${port}`;
  const runner = createRunner(terminal);
  const ses = await startSes((await isFree(port + 1)) ? port + 1 : 0, (mail, messageId) => {
    terminal.line('mail', `${mail.tags['outbox-id'] ?? 'a message'} is in the inbox`);
    const reporting = { configurationSet: CONFIGURATION_SET, events: REPORTED };
    void report(reportsOf(mail, messageId, reporting, new Date()));
  });
  const report = async (events: readonly object[]) => {
    for (const event of events) await runner.notify('feedback', () => handlers.feedback(event));
  };
  setEnvironment({ url, dynamodb: dynamodb.endpoint, ses: ses.endpoint });
  await allowTsx();
  const handlers = await import('./handlers.ts');
  const app = handlers.participantApp((error) => terminal.failure('participant', error));

  await dynamodb.ready;
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, ...CONNECTION });
  await Promise.all(
    (Object.keys(TABLES) as (keyof typeof TABLES)[]).map((name) =>
      ensureTable(client, TABLE_NAMES[name], TABLES[name]),
    ),
  );
  const store = { client, ...TABLE_NAMES };
  await loadShippedMeetings(store, new Date(), (text) => terminal.line('warning', text));

  let ready = false;
  const web = webServer(app, ({ method, route, status, milliseconds }) => {
    if (ready) terminal.line('request', `${status} ${method} ${route} ${milliseconds} ms`);
  });
  const stops: (() => void)[] = [];
  return {
    ...{ url, dynamodb: dynamodb.endpoint, ses: ses.endpoint },
    inbox: `http://localhost:${new URL(ses.endpoint).port}`,
    open: await openMeetings(store, new Date()),
    ended: dynamodb.ended,
    listen: async () => {
      await listenOn(web, port).catch(() => {
        throw portInUse(port);
      });
      await becomesHealthy(url);
      ready = true;
      stops.push(forwardStream(dynamodb.endpoint, folder, handlers, runner, terminal));
      stops.push(runSchedules(handlers, runner));
    },
    stop: async () => {
      for (const stop of stops) stop();
      web.close();
      await runner.stop(PATIENCE_MS);
      web.closeAllConnections();
      ses.stop();
      await dynamodb.stop();
    },
  };
}

/**
 * Passes new notices of the outbox to the notifier. Records that fail too often go to a file, as they go to a queue on
 * AWS.
 */
function forwardStream(
  endpoint: string,
  folder: string,
  { notifier }: Handlers,
  runner: Runner,
  terminal: Terminal,
): () => void {
  const file = join(folder, 'failures.jsonl');
  const streams = new DynamoDBStreamsClient({ endpoint, ...CONNECTION });
  return startStream(streams, TABLE_NAMES.outbox, OUTBOX_STREAM, {
    retries: OUTBOX_STREAM.retries,
    invoke: (batch) =>
      runner.run('notifier', (context) =>
        notifier(batch as unknown as Parameters<typeof notifier>[0], context),
      ),
    giveUp: (records) => {
      appendFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      terminal.line('error', `notifier failed too often: ${records.length} records are in ${file}`);
    },
    interrupted: (error) => terminal.line('error', `The stream was interrupted: ${error}`),
  });
}

/** Runs the sweeper and the scheduler by their schedules. */
function runSchedules({ sweeper, scheduler }: Handlers, { notify }: Runner): () => void {
  const event = { source: 'aws.events' } as Parameters<typeof sweeper>[0];
  const timers = [
    setInterval(
      () => notify('sweeper', (context) => sweeper(event, context)),
      EVERY_MINUTES.sweeper * 60_000,
    ),
    setInterval(
      () => notify('scheduler', (context) => scheduler(event, context)),
      EVERY_MINUTES.scheduler * 60_000,
    ),
  ];
  return () => timers.forEach(clearInterval);
}

/**
 * Waits until the service at an address is healthy.
 * @throws Refusal if it takes too long.
 */
async function becomesHealthy(url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!(await isHealthy(url))) {
    if (Date.now() >= deadline)
      throw new Refusal(`${url}/health does not answer with 200: the lines above say why.`);
    await sleep(100);
  }
}
