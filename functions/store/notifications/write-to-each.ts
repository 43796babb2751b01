import { inParallel } from '../platform/parallel.ts';
import { isPassing, StoreBusy } from '../platform/transact.ts';

/** How many people are written to at a time: what one partition of the register takes without throttling. */
const WIDTH = 8;

/**
 * Does `work` for every item, a few at a time, and counts what comes of it.
 *
 * @returns how often each outcome came, and what was thrown that trying again would not help.
 * @throws the error of a busy table: all of it is then to be done again.
 */
export async function writeToEach<T, Outcome extends string>(
  items: readonly T[],
  work: (item: T) => Promise<Outcome>,
) {
  const counts: Partial<Record<Outcome, number>> = {};
  const failed = await inParallel(items, WIDTH, async (item) => {
    const outcome = await work(item);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  });
  const errors = failed.map(({ error }) => error);
  for (const error of errors) if (error instanceof StoreBusy || isPassing(error)) throw error;
  return { counts, errors };
}
