import { parseArgs } from 'node:util';
import { runCommand } from './command-line.ts';
import { deadLetters, driveAllAgain } from './dead-letters/commands.ts';
import { listFailed, requeue } from './outbox-failed.ts';

const USAGE = `Usage: npm run outbox -- COMMAND [--stage STAGE]

  dead-letters            what each function has given up: since when, why, and which messages it is about
  drive-again [FUNCTION]  give it back to the functions, or to one; what fails again is kept
  failed                  the messages that could not be sent, and why
  requeue ID              put one of them back into the queue, after what made it fail has been mended
  requeue --error NAME    the same for all that have failed with one error

Without --stage the service that "npm start" runs, which has no dead letters; with it that stage on AWS, with the
credentials and the region of the environment.`;

/** What was asked for, or `undefined` when it makes no sense. */
function parse(args: string[]): (() => Promise<readonly string[]>) | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { stage: { type: 'string' }, error: { type: 'string' } },
      allowPositionals: true,
    });
    const { stage, error } = values;
    const [command, subject, ...more] = positionals;
    if (more.length > 0 || (error !== undefined && command !== 'requeue')) return undefined;
    if (command === 'drive-again') return () => driveAllAgain(stage, subject);
    if (command === 'requeue' && (subject === undefined) !== (error === undefined))
      return () => requeue(subject === undefined ? { error: error ?? '' } : { id: subject }, stage);
    if (subject !== undefined) return undefined;
    if (command === 'dead-letters') return () => deadLetters(stage);
    if (command === 'failed') return () => listFailed(stage);
    return undefined;
  } catch {
    return undefined;
  }
}

await runCommand(USAGE, parse(process.argv.slice(2)));
