import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { findRunner } from './java.ts';

/** A running DynamoDB Local. */
export type DynamoDb = {
  readonly endpoint: string;
  /**
   * Resolves when it answers.
   * @throws Refusal if it ends before, or takes too long.
   */
  readonly ready: Promise<void>;
  /** Rejects if it ends before it is stopped. */
  readonly ended: Promise<never>;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 60_000;

/**
 * Starts DynamoDB Local, which stores its data in `folder`. It takes seconds until it answers.
 *
 * @throws Refusal if this machine cannot run it.
 */
export async function startDynamoDb(folder: string): Promise<DynamoDb> {
  const [runner, port] = await Promise.all([findRunner(), freePort()]);
  mkdirSync(folder, { recursive: true });
  const program = fileURLToPath(new URL('./process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, runner, String(port), folder], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // In its own process group, because Ctrl-C in a terminal goes to all processes of a group.
    detached: true,
    env: {
      ...process.env,
      // Amazon's jar sends telemetry by default.
      DDB_LOCAL_TELEMETRY: '0',
      // Without it, half of the start would be spent on optimising code that hardly runs here.
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
  // Perhaps nobody waits for it.
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

/** Waits until DynamoDB Local listens: it then answers any request with an error. */
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
