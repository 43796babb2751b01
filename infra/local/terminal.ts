import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Where the local service says what happens: a line each on the terminal, functions' logs in a file. */
export type Terminal = {
  readonly line: (what: string, text: string) => void;
  /** Takes the output of a function; its warnings and errors also come to the terminal. */
  readonly output: (name: string) => (chunk: string) => void;
  /** The file with all that functions have logged since the start. */
  readonly file: string;
};

/** The time zone of whoever looks at the terminal; functions are in UTC, as on Lambda. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param folder of the local service */
export function openTerminal(folder: string): Terminal {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'functions.log');
  const log = createWriteStream(file);
  const line = (what: string, text: string) => {
    const time = new Date().toLocaleTimeString('en-GB', { timeZone: HERE });
    console.log(`${time}  ${what.padEnd(8)}${oneLine(text)}`);
  };
  const output = (name: string) => (chunk: string) => {
    for (const text of chunk.split('\n').filter((one) => one.trim() !== '')) {
      log.write(`${name} ${text}\n`);
      const worry = worryOf(text);
      if (worry !== undefined) line(worry.level, `${name}: ${worry.message}`);
    }
  };
  return { line, output, file };
}

/** The message of a JSON line that is a warning or worse. */
function worryOf(text: string): { level: string; message: string } | undefined {
  try {
    const { level, message } = JSON.parse(text);
    if (!['WARN', 'ERROR', 'CRITICAL'].includes(level)) return undefined;
    return { level: level.toLowerCase(), message: String(message) };
  } catch {
    return undefined;
  }
}

const oneLine = (text: string) => stripVTControlCharacters(text).replace(/\s+/g, ' ').trim();
