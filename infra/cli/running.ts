import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Where the local service keeps everything of its own: data, synthesised templates, its addresses. */
export const LOCAL_FOLDER = resolve(
  process.env.PLENARY_DATA ?? fileURLToPath(new URL('../../.plenary', import.meta.url)),
);

/** Where a running local service says how it is reached. */
export const RUNNING_FILE = resolve(LOCAL_FOLDER, 'local.json');

const running = z.object({
  url: z.url(),
  inbox: z.url(),
  dynamodb: z.url(),
  ses: z.url(),
  registry: z.string().min(1),
  outbox: z.string().min(1),
  vault: z.string().min(1),
  pid: z.int().positive(),
});

/**
 * How a running local service is reached. `url`, `inbox`, `dynamodb` and `ses` are addresses without a slash at
 * the end, `registry`, `outbox` and `vault` names of tables, `pid` is the process of the service.
 */
export type Running = z.infer<typeof running>;

/** The local service that is running, or `undefined` when there is none; a file that a crash left does not count. */
export function readRunning(): Running | undefined {
  let text: string;
  try {
    text = readFileSync(RUNNING_FILE, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const found = running.parse(JSON.parse(text));
    return isAlive(found.pid) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Says that the service is running, to whoever asks `readRunning`. */
export function writeRunning(found: Running): void {
  mkdirSync(dirname(RUNNING_FILE), { recursive: true });
  writeFileSync(RUNNING_FILE, `${JSON.stringify(found, null, 2)}\n`);
}

/** Says that the service has stopped. */
export function removeRunning(): void {
  rmSync(RUNNING_FILE, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
