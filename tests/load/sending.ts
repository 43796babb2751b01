import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from '../../infra/stacks/bundle.ts';
import type { Row } from './table.ts';

const QUEUED = 10_000;
const SENDING_MS = 15_000;
/** SES takes 14 a second of a new account: one sweeper must be able to use that up. */
const BUDGET_A_SECOND = 14;
/** A function has 512 MB; what waits must not be held in it, at some kilobytes each. */
const BUDGET_MB = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are in use, without those that are only not given back yet. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Messages a second through one sweeper and the local SES, and what it holds in memory, with many queued. */
export async function measureSending(dynamodb: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-load-'));
  const inbox = fork(resolve('tests/load/inbox.ts'));
  try {
    const [endpoint] = (await once(inbox, 'message')) as [string];
    build(resolve('tests/load/notifier.ts'), folder);
    const { openOutbox } = (await import(pathToFileURL(join(folder, 'index.js')).href))
      .default as typeof import('./notifier.ts');
    const outbox = await openOutbox(dynamodb, endpoint);
    await outbox.queue(QUEUED);
    // Until all is compiled, it is the compiler that is measured.
    await outbox.send(3_000);
    const before = held();
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, held());
    }, 1_000);
    const started = performance.now();
    const sent = await outbox.send(SENDING_MS);
    const perSecond = sent / ((performance.now() - started) / 1000);
    clearInterval(watch);
    const grown = (highest - before) / 1_000_000;
    return [
      {
        what: `Messages a second, one sweeper, ${QUEUED} queued`,
        measured: perSecond.toFixed(0),
        budget: `at least ${BUDGET_A_SECOND}`,
        kept: perSecond >= BUDGET_A_SECOND,
      },
      {
        what: `Memory that is held while sending them, ${QUEUED} queued`,
        measured: `${grown.toFixed(0)} MB`,
        budget: `at most ${BUDGET_MB} MB`,
        kept: grown <= BUDGET_MB,
      },
    ];
  } finally {
    inbox.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
