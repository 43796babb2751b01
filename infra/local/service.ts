import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Store } from '../../functions/store/client.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import type { Assembly } from './assembly.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';
import { type Answered, gateway } from './gateway.ts';
import { type Host, shortName, startHost } from './host.ts';
import { loadShippedMeetings, openMeetings } from './meetings.ts';
import { matches } from './patterns.ts';
import { isFree, listenOn, portInUse } from './ports.ts';
import { Refusal } from './refusal.ts';
import { startSchedules } from './schedules.ts';
import { startSes } from './ses.ts';
import { reportsOf } from './ses-events.ts';
import { PLACE } from './stacks.ts';
import { startStream } from './stream.ts';
import { synthesiseLocal } from './synthesis.ts';
import { ensureTable } from './tables.ts';
import type { Terminal } from './terminal.ts';

/** A service that runs. Addresses have no slash at the end. */
export type Service = {
  readonly url: string;
  readonly inbox: string;
  readonly dynamodb: string;
  readonly ses: string;
  readonly registry: string;
  readonly outbox: string;
  /** Ids of the meetings that take registrations. */
  readonly open: readonly string[];
  /** Rejects when a part of it ends by itself. */
  readonly ended: Promise<never>;
  readonly stop: () => Promise<void>;
};

/** How long requests and messages that are under way may take to finish when the service stops, in milliseconds. */
const PATIENCE_MS = 1_000;

const CONNECTION = {
  region: PLACE.region,
  // DynamoDB Local wants some, and takes any.
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/**
 * Starts everything: what the stage `local` synthesises, with DynamoDB Local and a local SES as its AWS.
 *
 * @param folder where data, bundles and logs are kept
 * @throws Refusal when it cannot be
 */
export async function startService(
  folder: string,
  port: number,
  terminal: Terminal,
): Promise<Service> {
  if (!(await isFree(port))) throw portInUse(port);
  const url = `http://localhost:${port}`;
  const [dynamodb, assembly, inboxPort] = await Promise.all([
    startDynamoDb(join(folder, 'data')),
    synthesiseLocal(folder, url),
    isFree(port + 1).then((free) => (free ? port + 1 : 0)),
  ]);
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, ...CONNECTION });
  await Promise.all(assembly.tables.map((table) => ensureTable(client, table)));
  const store = { client, ...tableNames(assembly) };

  // Who is told of mail exists only after the inbox does, whose address it is told.
  let host: Host | undefined;
  const ses = await startSes(inboxPort, (mail, messageId) => {
    terminal.line('mail', `${mail.tags['outbox-id'] ?? 'a message'} is in the inbox`);
    for (const event of reportsOf(mail, messageId, assembly.reports, new Date()))
      for (const rule of assembly.rules)
        if (matches(rule.pattern, event)) void host?.notify(rule.function, event);
  });
  host = startHost(
    assembly.functions,
    { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint, AWS_ENDPOINT_URL_SES: ses.endpoint },
    terminal,
  );
  const { invoke, notify } = host;
  const front = gateway(assembly.routes, invoke, (answered) => logRequest(terminal, answered));
  await listenOn(front, port).catch(() => {
    throw portInUse(port);
  });
  await Promise.all([
    healthy(url),
    loadShippedMeetings(store, new Date(), (text) => terminal.line('warning', text)),
  ]);
  const stopStreams = startStreams(assembly, dynamodb, host, folder, terminal);
  const stopSchedules = startSchedules(assembly.schedules, notify);
  const inbox = `http://localhost:${new URL(ses.endpoint).port}`;
  const { registry, outbox } = store;
  return {
    ...{ url, inbox, dynamodb: dynamodb.endpoint, ses: ses.endpoint, registry, outbox },
    open: await openMeetings(store, new Date()),
    ended: dynamodb.ended,
    stop: async () => {
      stopSchedules();
      for (const stop of stopStreams) stop();
      front.close();
      await host.stop(PATIENCE_MS);
      front.closeAllConnections();
      ses.stop();
      await dynamodb.stop();
    },
  };
}

/** The tables as the stacks' outputs name them, which is how a command finds those of a deployed stage. */
function tableNames({ output }: Assembly): Pick<Store, 'registry' | 'outbox'> {
  const stack = stackName('local', 'data');
  const { registryTable, outboxTable } = OUTPUTS.data;
  return { registry: output(stack, registryTable), outbox: output(stack, outboxTable) };
}

/** Starts the streams; what fails too often goes to a file, as it does to a queue on AWS. */
function startStreams(
  { streams }: Assembly,
  { endpoint }: DynamoDb,
  { invoke }: Host,
  folder: string,
  terminal: Terminal,
): readonly (() => void)[] {
  const client = new DynamoDBStreamsClient({ endpoint, ...CONNECTION });
  const file = join(folder, 'failures.jsonl');
  return streams.map((stream) =>
    startStream(client, stream, {
      invoke: (event) => invoke(stream.function, event),
      giveUp: (records) => {
        appendFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
        const name = shortName(stream.function);
        terminal.line(
          'error',
          `${name} failed too often: ${records.length} records are in ${file}`,
        );
      },
      interrupted: (error) => terminal.line('error', `The stream was interrupted: ${error}`),
    }),
  );
}

function logRequest(terminal: Terminal, { method, route, status, milliseconds }: Answered): void {
  terminal.line('request', `${status} ${method} ${route} ${milliseconds} ms`);
}

const HEALTH_MS = 20_000;

/** Waits until the service says itself that it is well. */
async function healthy(url: string): Promise<void> {
  const deadline = Date.now() + HEALTH_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Refusal(`${url}/health does not answer with 200: the lines above say why.`);
}
