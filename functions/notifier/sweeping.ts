import type { Lane } from '../domain/notifications/notice.ts';
import { dueNotices } from '../store/outbox/due.ts';
import { DUE, DUE_BULK } from '../store/platform/keys.ts';
import { inParallel } from '../store/platform/parallel.ts';
import { type Dependencies, deliver, type Run } from './deliver.ts';

const WIDTH = 4;

/** The prompt lane comes first. */
const LANES = [
  ['prompt', DUE],
  ['bulk', DUE_BULK],
] as const satisfies [Lane, string][];

/**
 * Delivers every notice that is due: what the stream has missed, retries, what a crash has left, and the bulk lane. It
 * stops when `goOn` returns false or SES accepts no more. The next run continues.
 *
 * @returns how many notices it has looked at.
 * @throws AggregateError if the outbox could not be read or written for some notices, after all others were handled.
 */
export async function sweep(dependencies: Dependencies, goOn: () => boolean): Promise<number> {
  const { outbox, rateLimiter, now } = dependencies;
  const errors: unknown[] = [];
  const run: Run = { lane: 'any', goOn };
  let seen = 0;
  const work = (id: string) => {
    seen += 1;
    return deliver(dependencies, id, run);
  };
  for (const [lane, partition] of LANES) {
    const more = () => goOn() && rateLimiter.open(lane);
    if (!rateLimiter.open(lane)) continue;
    for await (const ids of dueNotices(outbox, now(), partition)) {
      for (const { error } of await inParallel(ids, WIDTH, work, more)) errors.push(error);
      if (!more()) break;
    }
    if (!goOn()) break;
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} notices could not be read or written`);
  return seen;
}
