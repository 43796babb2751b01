import type { FunctionDefinition } from '../template/definitions.ts';
import { type Environment, type Output, startEnvironment } from './environments.ts';

/** A function that can be called, as often at a time as one likes. */
export type LocalFunction = {
  /** @throws FunctionError when the function throws, ends or takes too long; another Error after `stop` */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Loads the bundle ahead of the first call. @throws FunctionError when that is not possible */
  readonly warm: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How many environments of one function there are at most; further calls wait for one. Lambda has 1,000. */
const MOST_ENVIRONMENTS = 4;

/**
 * A function on this machine. As on Lambda, an environment answers one call at a time and is kept for
 * the next, so a second call at the same moment has an environment of its own. Unlike on Lambda, what a handler
 * leaves running after its answer is not frozen until the next call.
 */
export function localFunction(
  definition: FunctionDefinition,
  services: Readonly<Record<string, string>>,
  output: Output,
): LocalFunction {
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  const start = async () => {
    const environment = await startEnvironment(definition, services, output);
    if (stopped) await environment.stop();
    all.add(environment);
    return environment;
  };

  /** Runs `work` with an environment of its own, as soon as there may be one. */
  const withEnvironment = async <T>(work: (environment: Environment) => Promise<T>): Promise<T> => {
    if (stopped) throw new Error(`${definition.name} has been stopped`);
    if (busy >= MOST_ENVIRONMENTS) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    let environment: Environment | undefined;
    try {
      environment = idle.pop();
      // One may have ended by itself since its last call.
      while (environment?.alive() === false) environment = idle.pop();
      environment ??= await start();
      return await work(environment);
    } finally {
      if (environment?.alive()) idle.push(environment);
      else if (environment) all.delete(environment);
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };

  return {
    invoke: (event) => withEnvironment((environment) => environment.call(event)),
    warm: () => withEnvironment(async () => {}),
    stop: async () => {
      stopped = true;
      await Promise.all([...all].map((environment) => environment.stop()));
    },
  };
}
