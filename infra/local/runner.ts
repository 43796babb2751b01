import { setTimeout as sleep } from 'node:timers/promises';
import { TIMEOUT_S } from '../triggers.ts';
import type { Terminal } from './terminal.ts';

/** What a handler asks of the context of Lambda. */
export type Context = { readonly getRemainingTimeInMillis: () => number };

/** A handler that waits for nothing but its context. */
type Call<T> = (context: Context) => Promise<T>;

/** Runs handlers. Failures are shown on the terminal. */
export type Runner = {
  /** Runs a handler once. @throws what the handler throws */
  readonly run: <T>(name: keyof typeof TIMEOUT_S, call: Call<T>) => Promise<T>;
  /** Runs a handler that nobody waits for, as Lambda does: it tries twice more after a failure. It never rejects. */
  readonly notify: (name: keyof typeof TIMEOUT_S, call: Call<unknown>) => Promise<void>;
  /** Starts nothing more, and waits for what runs, but at most `patience` milliseconds. */
  readonly stop: (patience: number) => Promise<void>;
};

/** Milliseconds before a failed notification is tried again. Lambda waits for minutes. */
const AGAIN_AFTER_MS = [1_000, 5_000] as const;

/** @param pauses milliseconds before each further try of a notification */
export function createRunner(
  terminal: Pick<Terminal, 'failure'>,
  pauses: readonly number[] = AGAIN_AFTER_MS,
): Runner {
  const running = new Set<Promise<unknown>>();
  let stopped = false;

  const run: Runner['run'] = async (name, call) => {
    const deadline = Date.now() + TIMEOUT_S[name] * 1000;
    const work = call({ getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) });
    running.add(work);
    try {
      return await work;
    } catch (error) {
      if (!stopped) terminal.failure(name, error);
      throw error;
    } finally {
      running.delete(work);
    }
  };

  return {
    run,
    notify: async (name, call) => {
      for (const pause of [...pauses, undefined]) {
        if (stopped) return;
        try {
          await run(name, call);
          return;
        } catch {
          if (pause !== undefined) await sleep(pause);
        }
      }
    },
    stop: async (patience) => {
      stopped = true;
      await Promise.race([Promise.allSettled([...running]), sleep(patience)]);
    },
  };
}
