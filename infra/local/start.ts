import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { isHealthy } from '../cli/health.ts';
import { LOCAL_FOLDER, readRunning, removeRunning, writeRunning } from '../cli/running.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { TABLE_NAMES } from './environment.ts';
import { isFree, portInUse, wantedPort } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { Service } from './service.ts';
import { openTerminal } from './terminal.ts';

/**
 * `npm start`: the whole service on this machine. Ctrl-C stops it with exit code 0, because it is the normal way to
 * stop. A second Ctrl-C ends it at once.
 */

// As on Lambda.
process.env.TZ = 'UTC';

/** One Ctrl-C may arrive twice, from the terminal and from npm. A signal within this many milliseconds is the same one. */
const SAME_SIGNAL_MS = 500;

/** How often to look whether the parent is still there, in milliseconds. */
const PARENT_LOOK_MS = 250;

let service: Service | undefined;
let stoppingSince: number | undefined;

/** Stops the service. While it is starting, it ends at once, and its parts end with it. */
const stop = async (exitCode: number) => {
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(130);
    return;
  }
  stoppingSince = performance.now();
  if (service !== undefined) removeRunning();
  await service?.stop();
  process.exit(exitCode);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
watchParent(process.env, () => stop(0));

try {
  const began = performance.now();
  const port = wantedPort(process.env);
  const running = readRunning();
  // A killed service leaves its file, and another process may have its process id by now.
  if (running !== undefined && (await isHealthy(running.url)))
    throw new Refusal(
      `Plenary is running already at ${running.url} (process ${running.pid}) with the data of ${LOCAL_FOLDER}.`,
    );
  console.log('Plenary is starting …');
  if (!(await isFree(port))) throw portInUse(port);
  const database = await startDynamoDb(join(LOCAL_FOLDER, 'data'));
  // DynamoDB Local starts while this process loads the rest. The compiled files are stored for the next start.
  enableCompileCache(join(LOCAL_FOLDER, 'compiled'));
  const { startService } = await import('./service.ts');
  service = await startService(database, LOCAL_FOLDER, port, openTerminal(LOCAL_FOLDER));
  const { url, inbox, dynamodb, ses } = service;
  writeRunning({ url, inbox, dynamodb, ses, ...TABLE_NAMES, pid: process.pid });
  await service.listen();
  console.log(welcome(service, (performance.now() - began) / 1000));
  await service.ended;
} catch (error) {
  // A refusal is one line that says what to do. Any other error is a fault in Plenary.
  console.error(error instanceof Refusal ? error.message : error);
  await stop(1);
}

function welcome({ url, inbox, open }: Service, seconds: number): string {
  const [first] = open;
  const lines = [
    ...open.map((id) => ['Form', `${url}/meetings/${id}/register`]),
    ['Meetings', `${url}/`],
    ['Inbox', `${inbox}/`],
    ['OpenAPI', `${url}/openapi.json`],
    ['Health', `${url}/health`],
    ...(first === undefined ? [] : [['List', `npm run meeting -- send-list ${first}`]]),
  ];
  return [
    '',
    `Plenary is ready, after ${seconds.toFixed(1)} s. Ctrl-C stops it; its data stays.`,
    '',
    ...lines.map(([what = '', where]) => `  ${what.padEnd(10)}${where}`),
    '',
  ].join('\n');
}

/**
 * Calls `gone` when the parent process under npm ends. If somebody ends npm, the shell between npm and this process
 * ends too and sends no signal. The service would keep running, with its port and its data.
 */
function watchParent(environment: NodeJS.ProcessEnv, gone: () => void): void {
  // A process without npm may be meant to outlive its parent.
  if (environment.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, PARENT_LOOK_MS);
  timer.unref();
}
