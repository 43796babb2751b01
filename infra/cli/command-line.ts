import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type * as z from 'zod';
import { CommandError, UsageError } from './command-error.ts';

/** The option that every command has: a stage on AWS. Without it, a command uses the local service. */
export type StageOption = { readonly stage?: string | undefined };

/**
 * Creates the program of an npm script. Commands are added with `program.command()`, so that they report mistakes in
 * the same way.
 *
 * @param script the name of the npm script, e.g. `meeting`.
 * @param where what the program works on without `--stage`.
 */
export function programOf(script: string, description: string, where: string): Command {
  const help = `See "npm run ${script} -- --help".`;
  return new Command(`npm run ${script} --`)
    .description(description)
    .option(
      '--stage <stage>',
      `work on this stage on AWS, with the credentials and the region of the environment; without it, on ${where}`,
    )
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      outputError: (message, write) => write(`${sentence(message)} ${help}\n`),
    })
    .exitOverride();
}

/** A message on one line, with a full stop. */
const sentence = (message: string) =>
  message
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[^.]$/, '$&.');

/**
 * Runs the command of this process, and sets the exit code: 0 after success and after `--help`, 1 after an error,
 * `misuse` after a mistake in the arguments or options. Each mistake and each error is one line.
 */
export async function runProgram(program: Command, misuse = 2): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    // `commander` has printed its own error.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : misuse;
      return;
    }
    process.exitCode = error instanceof UsageError ? misuse : 1;
    const { name, message } = error as Error;
    console.error(error instanceof CommandError ? message : `${name}: ${message}`);
  }
}

/**
 * The action of a command that returns lines to print.
 *
 * @param run takes the options of the command, with `stage`, and then its arguments.
 */
export function prints<Options extends StageOption, Args extends (string | undefined)[]>(
  run: (options: Options, ...args: Args) => Promise<readonly string[]>,
): (this: Command, ...given: unknown[]) => Promise<void> {
  return async function (this: Command, ...given: unknown[]) {
    // `commander` passes the arguments, the options and the command. The stage is an option of the program.
    const args = given.slice(0, -2) as Args;
    for (const line of await run(this.optsWithGlobals<Options>(), ...args)) console.log(line);
  };
}

/**
 * A parser for the value of an option or argument, from a schema.
 *
 * @param explain makes the error message from the message of the schema.
 * @returns the parser for `commander`.
 */
export function parsedBy<T>(
  schema: z.ZodType<T>,
  explain: (message: string) => string,
): (text: string) => T {
  return (text) => {
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    throw new InvalidArgumentError(explain(result.error.issues[0]?.message ?? ''));
  };
}
