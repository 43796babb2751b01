import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The output of the development server: one line for each event on the terminal, and the logs of functions in a file. */
export type Terminal = {
  readonly line: (what: string, text: string) => void;
  /** Shows an error of a function as one line. The file has the stack. */
  readonly failure: (name: string, error: unknown) => void;
};

/** The time zone of the user. Functions run in UTC, as on Lambda. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Opens the terminal. From then on, logs of functions in JSON go to the file. Warnings and errors are also shown as one
 * line each.
 *
 * @param folder of the development server.
 */
export function openTerminal(folder: string): Terminal {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'functions.log');
  const log = createWriteStream(file);
  const line = (what: string, text: string) => {
    const time = new Date().toLocaleTimeString('en-GB', { timeZone: HERE });
    console.log(`${time}  ${what.padEnd(8)}${oneLine(text)}`);
  };
  takeLogs((text) => {
    log.write(text);
    const { level = '', service = '', message = '' } = entryOf(text);
    if (['WARN', 'ERROR', 'CRITICAL'].includes(level))
      line(level.toLowerCase(), `${service}: ${message}`);
  });
  const failure = (name: string, thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    log.write(`${name} ${error.stack ?? error.message}\n`);
    line('error', `${name}: ${error.name}: ${error.message} (more in ${file})`);
  };
  return { line, failure };
}

/** Passes lines of JSON that this process writes to `take` instead of standard output. */
function takeLogs(take: (text: string) => void): void {
  for (const output of [process.stdout, process.stderr]) {
    const write = output.write.bind(output);
    output.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      if (typeof chunk !== 'string' || !chunk.startsWith('{'))
        return Reflect.apply(write, output, [chunk, ...rest]);
      take(chunk);
      return true;
    };
  }
}

/** A log line of a function. Metrics have no level. */
function entryOf(text: string): { level?: string; service?: string; message?: string } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const oneLine = (text: string) => stripVTControlCharacters(text).replace(/\s+/g, ' ').trim();
