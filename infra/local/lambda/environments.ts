import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from '../template/definitions.ts';
import { PLACE } from '../template/names.ts';
import type { Answer, Call, Place } from './protocol.ts';

/** A function failed, or did not answer in time; `name` and `stack` are what it threw. */
export class FunctionError extends Error {
  constructor(name: string, message: string, stack?: string) {
    super(message);
    this.name = name;
    if (stack !== undefined) this.stack = stack;
  }
}

/** One execution environment: answers one call at a time, until it fails as a whole or is stopped. */
export type Environment = {
  /** @throws FunctionError */
  readonly call: (event: unknown) => Promise<unknown>;
  /** Whether it can take another call. */
  readonly alive: () => boolean;
  readonly stop: () => Promise<void>;
};

/** What lines of a function's output are passed to. */
export type Output = (chunk: string) => void;

/** Lambda gives a bundle this long to load. */
const LOADING_MS = 10_000;

/**
 * Starts an execution environment in a thread of its own, with nothing in `process.env` but what
 * Lambda and the template give it, and `services`: where AWS is on this machine.
 *
 * @throws FunctionError when the bundle cannot be loaded.
 */
export async function startEnvironment(
  definition: FunctionDefinition,
  services: Readonly<Record<string, string>>,
  output: Output,
): Promise<Environment> {
  const { name, entry, handler, memory, timeout } = definition;
  const arn = `arn:aws:lambda:${PLACE.region}:${PLACE.account}:function:${name}`;
  const place: Place = { entry, handler, name, arn, memory };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: place,
    env: { ...lambdaVariables(definition), ...definition.environment, ...services },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.setEncoding('utf8').on('data', output);
  let alive = true;
  let waiting: { settle: (answer: Answer) => void; fail: (error: Error) => void } | undefined;
  const die = (error: Error) => {
    alive = false;
    waiting?.fail(new FunctionError(error.name, error.message, error.stack));
    waiting = undefined;
  };
  worker.on('message', (answer: Answer) => waiting?.settle(answer));
  worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => die(new Error(`Runtime exited with status ${code}`)));

  /** The worker's next word, or its end. */
  const next = (milliseconds: number, whenLate: string) =>
    new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        die(new FunctionError('Sandbox.Timedout', whenLate));
        void worker.terminate();
      }, milliseconds);
      const done = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          waiting = undefined;
          then(value);
        };
      };
      waiting = { settle: done(resolve), fail: done(reject) };
    });

  await next(LOADING_MS, `${name} did not load within ${LOADING_MS / 1000} seconds`);
  return {
    alive: () => alive,
    call: async (event) => {
      const limit = timeout * 1000;
      const answered = next(limit, `Task timed out after ${timeout} seconds`);
      worker.postMessage({
        event: JSON.stringify(event),
        requestId: randomUUID(),
        deadline: Date.now() + limit,
      } satisfies Call);
      const answer = await answered;
      if (answer.kind === 'error')
        throw new FunctionError(answer.name, answer.message, answer.stack);
      return answer.kind === 'result' && answer.result !== undefined
        ? JSON.parse(answer.result)
        : undefined;
    },
    stop: async () => {
      alive = false;
      await worker.terminate();
    },
  };
}

/** Variables that Lambda itself sets. The keys sign requests that nobody checks. */
function lambdaVariables({ name, memory, handler, entry }: FunctionDefinition) {
  return {
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_REGION: PLACE.region,
    AWS_DEFAULT_REGION: PLACE.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    LAMBDA_TASK_ROOT: entry.slice(0, entry.lastIndexOf('/')),
    _HANDLER: `${entry.slice(entry.lastIndexOf('/') + 1)}.${handler}`,
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
  };
}
