import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The folder of the local service: data, logs, addresses. */
export const LOCAL_FOLDER = resolve(
  process.env.PLENARY_DATA ?? fileURLToPath(new URL('../../.plenary', import.meta.url)),
);

/** The file in which a running local service stores its addresses. */
const RUNNING_FILE = resolve(LOCAL_FOLDER, 'local.json');

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
 * The addresses of a running local service. `url`, `inbox`, `dynamodb` and `ses` have no slash at the end; `registry`,
 * `outbox` and `vault` are names of tables; `pid` is the process of the service.
 */
export type Running = z.infer<typeof running>;

/**
 * Reads the addresses of the running local service; `undefined` if none is running. A file that a crash has left is
 * ignored.
 */
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

/** Stores that the service is running, for `readRunning`. */
export function writeRunning(found: Running): void {
  mkdirSync(dirname(RUNNING_FILE), { recursive: true });
  writeFileSync(RUNNING_FILE, `${JSON.stringify(found, null, 2)}\n`);
}

/** Stores that the service has stopped. */
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
