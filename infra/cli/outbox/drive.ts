import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeployedFunction } from '../../outputs.ts';
import { putBack, remove, type Taken, takeLetters } from './queue.ts';

export type DriveClients = { readonly sqs: SQSClient; readonly lambda: LambdaClient };

/** How many letters of a function were done, have failed again, and are of no kind that can be done. */
export type Driven = { readonly done: number; readonly failed: number; readonly unknown: number };

/** Longer than the slowest function runs, in seconds: nobody else takes a letter while it is being done. */
const TAKEN_S = 900;

/**
 * Gives a function the events that it has given up, and removes those that it has done. Nobody loses anything when it
 * stops half-way: a letter is removed after its event was done, and every function may be given an event twice.
 *
 * What SES reports goes back one by one, the oldest first. Of runs of a schedule one stands for all. Of a stream only
 * the place was kept, and its messages have been the sweeper's for long: a run of `sweeper` sends what is left.
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

/** Calls a function and waits for it: whether it came to its end. */
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
