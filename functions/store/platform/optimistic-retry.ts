import { setTimeout as wait } from 'node:timers/promises';
import { StoreBusy } from './transact.ts';

/** An attempt returns this if what it read has changed. It is then made again. */
export const CONFLICT = Symbol('conflict');

/** How long an operation is repeated, and the error message if that is not enough. */
export type RetryOptions = {
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** The message of the `StoreBusy` error: a sentence that names the operation. */
  readonly busy: string;
};

/**
 * Clock, pause and random numbers, so that tests can replace them. `now`: milliseconds since the epoch. `random`: from
 * 0 to 1.
 */
export type RetryClock = {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
};

const CLOCK: RetryClock = { now: () => Date.now(), sleep: wait, random: Math.random };

/** The longest pause before the third attempt. It doubles with each further attempt, up to `LONGEST_PAUSE_MS`. */
export const FIRST_PAUSE_MS = 10;
export const LONGEST_PAUSE_MS = 400;

/**
 * Makes an operation with an optimistic lock: the attempt reads, decides, and writes on the condition that nothing has
 * changed since it read. After a conflict it is made again: at once the first time, and then after a random pause
 * ("full jitter"), so that many callers who want the same item do not collide again and again.
 *
 * @param attempt reads again each time it is called, and returns its result, or `CONFLICT` if its condition was not
 * met.
 * @returns the result of the first attempt without a conflict.
 * @throws StoreBusy if the deadline passes before an attempt succeeds. No attempt starts after the deadline.
 */
export async function optimisticRetry<Result>(
  { deadline, busy }: RetryOptions,
  attempt: () => Promise<Result | typeof CONFLICT>,
  { now, sleep, random }: RetryClock = CLOCK,
): Promise<Result> {
  for (let conflicts = 0; now() < deadline; conflicts++) {
    const result = await attempt();
    if (result !== CONFLICT) return result;
    if (conflicts === 0) continue;
    const pause = random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (conflicts - 1));
    if (now() + pause >= deadline) break;
    await sleep(pause);
  }
  throw new StoreBusy(busy);
}
