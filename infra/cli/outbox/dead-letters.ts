import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import { type DeployedFunction, functionsIn } from '../../outputs.ts';
import { CommandError } from '../command-error.ts';
import { prints } from '../command-line.ts';
import { outputsOf } from '../stage-outputs.ts';
import { driveAgain } from './drive.ts';
import { putBack, type Taken, takeLetters } from './queue.ts';

/** How long letters are hidden from others while a command reads them, in seconds. */
const LOOKED_AT_S = 60;

/** How many letters of a function are listed one by one. */
const NAMED = 20;

/** Adds the commands for dead letters: events that a function has given up. */
export function addDeadLetterCommands(program: Command): void {
  program
    .command('dead-letters')
    .description(
      'show what each function has given up: since when, why, and which messages it is about',
    )
    .action(prints(({ stage }) => deadLetters(stage)));
  program
    .command('drive-again')
    .description('give it back to the functions, or to one; what fails again is kept')
    .argument('[function]', 'name of the function')
    .action(prints(({ stage }, only: string | undefined) => driveAllAgain(stage, only)));
}

/** Reads the functions of a stage that have a failure queue. */
async function functionsOf(stage: string | undefined): Promise<DeployedFunction[]> {
  if (stage === undefined)
    throw new CommandError([
      'The local service keeps no events that failed: it tries each three times and writes why into its log. Name a stage with --stage.',
    ]);
  const { all } = await outputsOf(stage, 'service');
  return functionsIn(all).filter(({ queueUrl }) => queueUrl !== undefined);
}

/** Lists what each function of a stage has given up. */
async function deadLetters(stage: string | undefined): Promise<readonly string[]> {
  const sqs = new SQSClient({});
  const lines: string[] = [];
  for (const { name, queueUrl = '' } of await functionsOf(stage)) {
    const letters = await takeLetters(sqs, queueUrl, LOOKED_AT_S);
    await putBack(sqs, queueUrl, letters);
    const [oldest] = letters;
    lines.push(
      oldest === undefined
        ? `${name}: none`
        : `${name}: ${letters.length}, the oldest of ${oldest.since.toISOString()}`,
      ...letters.slice(0, NAMED).map((letter) => `  ${describe(letter)}`),
      ...(letters.length > NAMED ? [`  … and ${letters.length - NAMED} more`] : []),
    );
  }
  return lines;
}

function describe({ since, what, why, messageIds }: Taken): string {
  const about = messageIds.length === 0 ? '' : `, message ${messageIds.join(', ')}`;
  return `${since.toISOString()} ${what}${about} (${why})`;
}

/**
 * Passes to each function of a stage, or to the one that is named, the events that it has given up.
 *
 * @throws CommandError if there is no such function, or if some events have failed again.
 */
async function driveAllAgain(
  stage: string | undefined,
  only: string | undefined,
): Promise<readonly string[]> {
  const functions = await functionsOf(stage);
  const chosen = functions.filter(({ name }) => only === undefined || name === only);
  const sweeper = functions.find(({ name }) => name === 'sweeper');
  if (chosen.length === 0 || sweeper === undefined)
    throw new CommandError([
      `There is no function "${only}": choose one of ${functions.map(({ name }) => name).join(', ')}.`,
    ]);
  const clients = { sqs: new SQSClient({}), lambda: new LambdaClient({}) };
  const lines: string[] = [];
  let failures = 0;
  for (const one of chosen) {
    const { done, failed, unknown } = await driveAgain(clients, one, sweeper);
    failures += failed;
    const parts = [
      `${done} done`,
      failed > 0 && `kept as they failed again: ${failed}; read the last ERROR line in its log`,
      unknown > 0 && `kept as no event of ours: ${unknown}`,
    ];
    lines.push(`${one.name}: ${parts.filter(Boolean).join('; ')}`);
  }
  if (failures > 0) throw new CommandError(lines);
  return lines;
}
