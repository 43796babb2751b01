import { setTimeout as sleep } from 'node:timers/promises';
import type { FunctionDefinition } from '../template/definitions.ts';
import type { Terminal } from '../terminal.ts';
import { FunctionError } from './environments.ts';
import { localFunction } from './functions.ts';

/** All functions of the assembly, by name. */
export type Host = {
  /** Calls a function and waits for its answer. A failure is reported here. @throws FunctionError */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Calls a function as EventBridge does: nobody waits for the answer, and a failure is tried twice more. */
  readonly notify: (name: string, event: unknown) => Promise<void>;
  /** Loads a function ahead of its first call. @throws FunctionError */
  readonly warm: (name: string) => Promise<void>;
  /** Lets what runs finish for at most `patience` milliseconds, then ends all. */
  readonly stop: (patience: number) => Promise<void>;
};

/** Milliseconds before a failed notification is tried again; Lambda waits minutes. */
const NOTIFY_AGAIN = [1_000, 5_000] as const;

/** @param services variables that say where AWS is on this machine */
export function startHost(
  definitions: readonly FunctionDefinition[],
  services: Readonly<Record<string, string>>,
  terminal: Terminal,
): Host {
  const functions = new Map(
    definitions.map((definition) => {
      const output = terminal.output(shortName(definition.name));
      return [definition.name, localFunction(definition, services, output)] as const;
    }),
  );
  const running = new Set<Promise<unknown>>();
  let stopped = false;

  const find = (name: string) => {
    const found = functions.get(name);
    if (found === undefined) throw new Error(`There is no function ${name}`);
    return found;
  };

  const invoke = async (name: string, event: unknown) => {
    const call = find(name).invoke(event);
    running.add(call);
    try {
      return await call;
    } catch (error) {
      if (error instanceof FunctionError && !stopped) report(name, error);
      throw error;
    } finally {
      running.delete(call);
    }
  };

  const report = (name: string, { name: kind, message, stack = '' }: FunctionError) => {
    terminal.output(shortName(name))(stack);
    terminal.line('error', `${shortName(name)}: ${kind}: ${message} (more in ${terminal.file})`);
  };

  const notify = async (name: string, event: unknown) => {
    for (const pause of [...NOTIFY_AGAIN, undefined]) {
      try {
        await invoke(name, event);
        return;
      } catch (error) {
        if (!(error instanceof FunctionError) && !stopped) throw error;
        if (stopped || pause === undefined) return;
        await sleep(pause);
      }
    }
  };

  return {
    invoke,
    notify,
    warm: (name) => find(name).warm(),
    stop: async (patience) => {
      await Promise.race([Promise.allSettled([...running]), sleep(patience)]);
      stopped = true;
      await Promise.all([...functions.values()].map((one) => one.stop()));
    },
  };
}

/** `Notifier` for `Plenary-local-Service-Notifier02054B65`. */
export function shortName(name: string): string {
  return name.replace(/^.*-/, '').replace(/[0-9A-F]{8}$/, '');
}
