import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importBundled, type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** How many messages are queued: as many as can be written in the time. A small batch tells how many that are. */
const QUEUED = { trial: 500, least: 2_000, most: 10_000, seconds: 30 } as const;
const WARM_UP_MS = 3_000;
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

/** Messages a second through one sweeper and a local SES, and what it holds in memory while many are queued. */
export async function* measureSending(run: Run): AsyncGenerator<Row> {
  const inbox = fork(resolve(import.meta.dirname, 'inbox.ts'));
  try {
    const [endpoint] = (await once(inbox, 'message')) as [string];
    const { openOutbox } = await importBundled<typeof import('./notifier.ts')>(run, 'notifier.ts');
    const outbox = await openOutbox(run.dynamo, endpoint);
    await outbox.queue(100);
    const trial = performance.now();
    await outbox.queue(QUEUED.trial);
    const fits = Math.round((QUEUED.seconds / secondsSince(trial)) * QUEUED.trial);
    const queued = Math.min(QUEUED.most, Math.max(QUEUED.least, fits));
    await outbox.queue(queued - QUEUED.trial - 100);
    // Before all code is compiled, we would measure the compiler.
    await outbox.sweepFor(WARM_UP_MS);
    const before = held();
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, held());
    }, 1_000);
    const started = performance.now();
    const sent = await outbox.sweepFor(SENDING_MS);
    const perSecond = sent / secondsSince(started);
    clearInterval(watch);
    const grown = (highest - before) / 1_000_000;
    yield {
      what: `Messages a second, one sweeper, ${queued} queued`,
      measured: perSecond.toFixed(0),
      budget: { limit: `at least ${BUDGET_A_SECOND}`, kept: perSecond >= BUDGET_A_SECOND },
    };
    yield {
      what: `Memory that is held while sending them, ${queued} queued`,
      measured: `${grown.toFixed(0)} MB`,
      budget: { limit: `at most ${BUDGET_MB} MB`, kept: grown <= BUDGET_MB },
    };
  } finally {
    inbox.kill();
  }
}
