import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { findRunner } from './java.ts';

/** A DynamoDB Local. */
export type DynamoDb = {
  readonly endpoint: string;
  /** Resolves when it answers. @throws Refusal when it ends before, or takes too long */
  readonly ready: Promise<void>;
  /** Rejects when it ends before it is stopped. */
  readonly ended: Promise<never>;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 60_000;

/**
 * Starts DynamoDB Local, which keeps its data in `folder`. It takes seconds until it answers.
 *
 * @throws Refusal when this machine cannot run it
 */
export async function startDynamoDb(folder: string): Promise<DynamoDb> {
  const [runner, port] = await Promise.all([findRunner(), freePort()]);
  mkdirSync(folder, { recursive: true });
  const program = fileURLToPath(new URL('./process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, runner, String(port), folder], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // In a process group of its own, as Ctrl-C in a terminal goes to all of a group.
    detached: true,
    env: {
      ...process.env,
      // Amazon's jar reports its use unless it is told not to.
      DDB_LOCAL_TELEMETRY: '0',
      // Half of its start would go into optimising code that hardly runs here.
      JDK_JAVA_OPTIONS: `-XX:TieredStopAtLevel=1 ${process.env.JDK_JAVA_OPTIONS ?? ''}`,
    },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  const exited = once(child, 'exit');
  let stopping = false;
  const ended = exited.then(async () => {
    if (stopping) return new Promise<never>(() => {});
    throw new Refusal(`DynamoDB Local has ended: ${lastLine(complaint)}`);
  });
  // Nobody may be waiting for it.
  ended.catch(() => {});

  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    stopping = true;
    child.stdin.end();
    await exited;
  };
  const ready = Promise.race([answering(endpoint), ended]);
  // It may fail before somebody waits for it.
  ready.catch(() => {});
  return { endpoint, ready, ended, stop };
}

/** DynamoDB Local answers anything at all, with an error, once it listens. */
async function answering(endpoint: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Refusal(`DynamoDB Local does not answer within ${PATIENCE_MS / 1000} seconds`);
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
