import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Store, Vault } from '../../functions/store/platform/client.ts';

/** What a command has answered. */
export type Result = { readonly code: number; readonly out: string[]; readonly err: string[] };

/** Runs the commands as processes of their own, with tables that pretend to be those of `npm start`. */
export function commands() {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-command-'));
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  const run =
    (command: string) =>
    (...args: readonly string[]) =>
      new Promise<Result>((resolve) => {
        const env = { ...process.env, PLENARY_DATA: folder };
        const file = `infra/cli/${command}.ts`;
        execFile(process.execPath, [file, ...args], { env }, (error, out, err) => {
          const code = error === null ? 0 : Number(error.code);
          resolve({ code, out: lines(out), err: lines(err) });
        });
      });
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true }),
    pretend: ({ registry, outbox, vault }: Store & Vault, url: string) => {
      const dynamodb = inject('dynamoEndpoint');
      const addresses = { url, inbox: url, ses: url, dynamodb };
      const running = { ...addresses, registry, outbox, vault, pid: process.pid };
      writeFileSync(join(folder, 'local.json'), JSON.stringify(running));
    },
    file: (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    meeting: run('meeting'),
    outbox: run('outbox'),
    doctor: run('doctor'),
  };
}
