import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Store, Vault } from '../../functions/store/platform/client.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { startStreams } from './dynamodb/streams.ts';
import { ensureTable } from './dynamodb/tables.ts';
import { matches } from './events/patterns.ts';
import { startSchedules } from './events/schedules.ts';
import { startSes } from './events/ses.ts';
import { reportsOf } from './events/ses-events.ts';
import { type Answered, gateway } from './gateway/gateway.ts';
import { becomesHealthy } from './health.ts';
import { type Host, startHost } from './lambda/host.ts';
import { loadShippedMeetings, openMeetings } from './meetings.ts';
import { isFree, listenOn, portInUse } from './ports.ts';
import type { Assembly } from './template/definitions.ts';
import { PLACE } from './template/names.ts';
import { synthesiseLocal } from './template/synthesis.ts';
import type { Terminal } from './terminal.ts';

/** A service that has been started. Addresses have no slash at the end. */
export type Service = {
  readonly url: string;
  readonly inbox: string;
  readonly dynamodb: string;
  readonly ses: string;
  readonly registry: string;
  readonly outbox: string;
  readonly vault: string;
  /** Ids of the meetings that take registrations. */
  readonly open: readonly string[];
  /** Lets requests in, and returns when they are answered. @throws Refusal when they are not, or the port is taken */
  readonly listen: () => Promise<void>;
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
 * Starts everything: what the stage `local` synthesises, with DynamoDB Local and a local SES as its AWS. Nobody is
 * let in before the meetings are there: who sees that the service is well may go on at once.
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

  // The functions that SES's reports are for are told where SES is, so they start after it.
  let host: Host | undefined;
  const publish = async (events: readonly object[]) => {
    for (const event of events)
      for (const rule of assembly.rules)
        if (matches(rule.pattern, event)) await host?.notify(rule.function, event);
  };
  const ses = await startSes(inboxPort, (mail, messageId) => {
    terminal.line('mail', `${mail.tags['outbox-id'] ?? 'a message'} is in the inbox`);
    void publish(reportsOf(mail, messageId, assembly.reports, new Date()));
  });
  host = startHost(
    assembly.functions,
    { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint, AWS_ENDPOINT_URL_SES: ses.endpoint },
    terminal,
  );
  const { invoke, notify, warm } = host;
  let ready = false;
  const front = gateway(assembly.routes, invoke, (answered) => {
    if (ready) logRequest(terminal, answered);
  });
  const answering = new Set(assembly.routes.map((route) => route.function));
  await Promise.all([
    loadShippedMeetings({ ...store, publicUrl: url }, new Date(), (text) =>
      terminal.line('warning', text),
    ),
    // One that cannot be loaded says so when it is called.
    ...[...answering].map((name) => warm(name).catch(() => {})),
  ]);
  const streams = new DynamoDBStreamsClient({ endpoint: dynamodb.endpoint, ...CONNECTION });
  const stops: (() => void)[] = [];
  const { registry, outbox, vault } = store;
  return {
    ...{ url, dynamodb: dynamodb.endpoint, ses: ses.endpoint, registry, outbox, vault },
    inbox: `http://localhost:${new URL(ses.endpoint).port}`,
    open: await openMeetings(store, new Date()),
    ended: dynamodb.ended,
    listen: async () => {
      await listenOn(front, port).catch(() => {
        throw portInUse(port);
      });
      await becomesHealthy(url);
      ready = true;
      stops.push(startStreams(streams, assembly.streams, invoke, folder, terminal));
      stops.push(startSchedules(assembly.schedules, notify));
    },
    stop: async () => {
      for (const stop of stops) stop();
      front.close();
      await host.stop(PATIENCE_MS);
      front.closeAllConnections();
      ses.stop();
      await dynamodb.stop();
    },
  };
}

/** The tables as the stacks' outputs name them, which is how a command finds those of a deployed stage. */
function tableNames({ output }: Assembly): Pick<Store & Vault, 'registry' | 'outbox' | 'vault'> {
  const stack = stackName('local', 'data');
  const { registryTable, outboxTable, vaultTable } = OUTPUTS.data;
  return {
    registry: output(stack, registryTable),
    outbox: output(stack, outboxTable),
    vault: output(stack, vaultTable),
  };
}

function logRequest(terminal: Terminal, { method, route, status, milliseconds }: Answered): void {
  terminal.line('request', `${status} ${method} ${route} ${milliseconds} ms`);
}
