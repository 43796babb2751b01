import { describe, expect, it } from 'vitest';
import {
  CONFLICT,
  FIRST_PAUSE_MS,
  LONGEST_PAUSE_MS,
  optimisticRetry,
} from '../../../functions/store/platform/optimistic-retry.ts';
import { StoreBusy } from '../../../functions/store/platform/transact.ts';

const BUSY = 'The operation took too long';

/** A clock that only moves when somebody sleeps, or when an attempt says how long it took. */
function clockAt(start: number, random: () => number) {
  let time = start;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    random,
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** An attempt that meets a conflict so many times, and then gives its number. */
function conflicts(times: number, each: () => void = () => {}) {
  let attempts = 0;
  const attempt = async () => {
    each();
    attempts += 1;
    return attempts <= times ? CONFLICT : attempts;
  };
  return { attempt, made: () => attempts };
}

describe('optimisticRetry', () => {
  it('returns the result of the first attempt, without a pause', async () => {
    const clock = clockAt(0, () => 1);
    const { attempt } = conflicts(0);
    expect(await optimisticRetry({ deadline: 1_000, busy: BUSY }, attempt, clock)).toBe(1);
    expect(clock.pauses).toEqual([]);
  });

  it('returns a result that is undefined', async () => {
    const clock = clockAt(0, () => 1);
    const attempt = async () => undefined;
    expect(await optimisticRetry({ deadline: 1, busy: BUSY }, attempt, clock)).toBeUndefined();
  });

  it('makes the second attempt at once after a conflict', async () => {
    const clock = clockAt(0, () => 1);
    const { attempt } = conflicts(1);
    expect(await optimisticRetry({ deadline: 1_000, busy: BUSY }, attempt, clock)).toBe(2);
    expect(clock.pauses).toEqual([]);
  });

  it('pauses before each further attempt, twice as long at most, up to the longest pause', async () => {
    const clock = clockAt(0, () => 1);
    const { attempt } = conflicts(9);
    expect(await optimisticRetry({ deadline: 60_000, busy: BUSY }, attempt, clock)).toBe(10);
    expect(clock.pauses).toEqual([10, 20, 40, 80, 160, 320, 400, 400]);
    expect(clock.pauses[0]).toBe(FIRST_PAUSE_MS);
    expect(clock.pauses.at(-1)).toBe(LONGEST_PAUSE_MS);
  });

  it('takes each pause as a random part of the longest that it may be', async () => {
    const parts = [0, 0.5, 0.25];
    const clock = clockAt(0, () => parts.shift() ?? 1);
    const { attempt } = conflicts(4);
    await optimisticRetry({ deadline: 1_000, busy: BUSY }, attempt, clock);
    expect(clock.pauses).toEqual([0, 10, 10]);
  });

  it('throws StoreBusy with the sentence it was given when the deadline is reached', async () => {
    const clock = clockAt(0, () => 1);
    const { attempt, made } = conflicts(Number.POSITIVE_INFINITY, () => clock.pass(400));
    const options = { deadline: 1_000, busy: BUSY };
    const error = await optimisticRetry(options, attempt, clock).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(StoreBusy);
    expect(error.message).toBe(BUSY);
    expect(made()).toBe(3);
  });

  it('never sleeps past the deadline', async () => {
    const clock = clockAt(0, () => 1);
    const { attempt, made } = conflicts(Number.POSITIVE_INFINITY);
    const result = optimisticRetry({ deadline: 25, busy: BUSY }, attempt, clock);
    await expect(result).rejects.toThrow(StoreBusy);
    expect(clock.now()).toBe(10);
    expect(made()).toBe(3);
  });

  it('makes no attempt at or after the deadline', async () => {
    const clock = clockAt(1_000, () => 1);
    const { attempt, made } = conflicts(0);
    const result = optimisticRetry({ deadline: 1_000, busy: BUSY }, attempt, clock);
    await expect(result).rejects.toThrow(StoreBusy);
    expect(made()).toBe(0);
  });

  it('passes on an error of an attempt, and makes no other', async () => {
    const clock = clockAt(0, () => 1);
    let made = 0;
    const attempt = async () => {
      made += 1;
      throw new TypeError('broken');
    };
    await expect(optimisticRetry({ deadline: 1_000, busy: BUSY }, attempt, clock)).rejects.toThrow(
      TypeError,
    );
    expect(made).toBe(1);
  });
});
