import { setTimeout as sleep } from 'node:timers/promises';
import { TIMEOUT_S } from '../triggers.ts';
import type { Terminal } from './terminal.ts';

/** The part of Lambda's context that the handlers use. */
type Context = { readonly getRemainingTimeInMillis: () => number };

/** A call of a handler. It needs only the context. */
type Call<T> = (context: Context) => Promise<T>;

/** Runs handlers, and shows their failures on the terminal. */
export type Runner = {
  /**
   * Runs a handler once.
   * @throws what the handler throws.
   */
  readonly run: <T>(name: keyof typeof TIMEOUT_S, call: Call<T>) => Promise<T>;
  /** Runs a handler whose result nobody waits for. Like Lambda, it retries twice after a failure. It never rejects. */
  readonly notify: (name: keyof typeof TIMEOUT_S, call: Call<unknown>) => Promise<void>;
  /** Starts nothing new, and waits at most `patience` milliseconds for what is running. */
  readonly stop: (patience: number) => Promise<void>;
};

/** Milliseconds before each retry. Lambda waits for minutes. */
const AGAIN_AFTER_MS = [1_000, 5_000] as const;

/**
 * Creates a runner.
 * @param pauses milliseconds before each retry of a notification.
 */
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
