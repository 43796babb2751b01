import { inParallel } from '../platform/parallel.ts';
import { isPassing, StoreBusy } from '../platform/transact.ts';

/** How many recipients are written to at a time: as many as one partition of the registry accepts without throttling. */
const WIDTH = 8;

/**
 * Calls `work` for every item, a few at a time, and counts the outcomes.
 *
 * @returns the number of each outcome, and the errors for which another attempt would not help.
 * @throws the error of a busy table. All items are then to be repeated.
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
