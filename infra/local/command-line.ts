import { CommandError } from './command-error.ts';

/**
 * Does what a command line asks for and prints its lines: one for each thing that is wrong, as a stack is of no use
 * to whoever gave the command. The process ends with 0, with 1 after an error, with 2 where nothing was understood.
 *
 * @param run what was asked for, or `undefined` when it made no sense
 */
export async function runCommand(
  usage: string,
  run: (() => Promise<readonly string[]>) | undefined,
): Promise<void> {
  if (run === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  try {
    for (const line of await run()) console.log(line);
  } catch (error) {
    console.error(
      error instanceof CommandError
        ? error.message
        : `${(error as Error).name}: ${(error as Error).message}`,
    );
    process.exitCode = 1;
  }
}
