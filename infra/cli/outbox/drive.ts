import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeployedFunction } from '../../outputs.ts';
import { putBack, remove, type Taken, takeLetters } from './queue.ts';

export type DriveClients = { readonly sqs: SQSClient; readonly lambda: LambdaClient };

/** How many letters of a function were done, have failed again, and are of an unknown kind. */
export type Driven = { readonly done: number; readonly failed: number; readonly unknown: number };

/** How long a letter is hidden from others, in seconds: longer than the slowest function runs. */
const TAKEN_S = 900;

/**
 * Passes to a function the events that it has given up, and removes those that it has done. It can stop at any time: a
 * letter is removed after its event was done, and each function accepts an event twice.
 *
 * Reports of SES are repeated one by one, the oldest first. One run replaces all missed runs of a schedule. A letter of
 * a stream contains only the place of the records, whose notices the sweeper took long ago: a run of `sweeper` sends
 * what is left.
 */
export async function driveAgain(
  { sqs, lambda }: DriveClients,
  { functionName, queueUrl = '' }: DeployedFunction,
  sweeper: DeployedFunction,
): Promise<Driven> {
  const letters = await takeLetters(sqs, queueUrl, TAKEN_S);
  const of = (kind: Taken['kind']) => letters.filter((letter) => letter.kind === kind);
  const done = new Set<Taken>();
  const run = async (name: string, event: unknown, all: readonly Taken[]) => {
    if (all.length === 0 || !(await works(lambda, name, event))) return;
    for (const letter of all) {
      await remove(sqs, queueUrl, letter);
      done.add(letter);
    }
  };
  try {
    for (const letter of of('event')) await run(functionName, letter.event, [letter]);
    await run(functionName, of('schedule').at(-1)?.event, of('schedule'));
    await run(sweeper.functionName, { source: 'plenary.outbox' }, of('stream'));
  } finally {
    await putBack(
      sqs,
      queueUrl,
      letters.filter((letter) => !done.has(letter)),
    );
  }
  const unknown = of('unknown').length;
  return { done: done.size, failed: letters.length - done.size - unknown, unknown };
}

/** Calls a function and waits for it. Returns whether it succeeded. */
async function works(lambda: LambdaClient, functionName: string, event: unknown): Promise<boolean> {
  const { FunctionError } = await lambda.send(
    new InvokeCommand({
      FunctionName: functionName,
      InvocationType: 'RequestResponse',
      Payload: JSON.stringify(event),
    }),
  );
  return FunctionError === undefined;
}
