import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDynamo } from '../support/dynamo-local.ts';
import { measureContention } from './contention.ts';
import { measureCosts } from './costs.ts';
import { type Part, secondsSince } from './part.ts';
import { measureRegistering } from './registering.ts';
import { type Row, rowText } from './row.ts';
import { measureSending } from './sending.ts';
import { measureShards } from './shards.ts';
import { measureStartUp } from './start-up.ts';
import { measureWaiting } from './waiting.ts';

/** The parts in the order of a whole run. Together they take at most 8 minutes on two slow cores. */
const PARTS: Readonly<Record<string, Part>> = {
  'start-up': measureStartUp,
  costs: measureCosts,
  sending: measureSending,
  registering: measureRegistering,
  shards: measureShards,
  'waiting-list': measureWaiting,
  contention: measureContention,
};
const NAMES = Object.keys(PARTS).join(', ');

const HELP = `Usage: npm run test:load [-- <part>]

Measures what the service costs, and prints each row when it is measured.
Without a part it measures everything, which takes at most 8 minutes.

Parts: ${NAMES}

Exit codes: 0 if all budgets are kept, 1 if one is broken, 2 if the command is wrong.`;

class UsageError extends Error {}

/** Reads the command line. @returns the parts to run, or `help`. @throws UsageError */
function readCommand(args: readonly string[]): 'help' | readonly string[] {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  if (positionals.length > 1) throw new UsageError(`Name one part only: ${NAMES}`);
  const [name] = positionals;
  if (name === undefined) return Object.keys(PARTS);
  if (!Object.hasOwn(PARTS, name))
    throw new UsageError(`There is no part "${name}". The parts are: ${NAMES}`);
  return [name];
}

function parsed(args: readonly string[]) {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Measures parts and prints their rows. @returns the rows whose budget is broken */
async function measure(names: readonly string[]): Promise<readonly Row[]> {
  const broken: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'plenary-load-'));
  const dynamo = await startDynamo();
  try {
    for (const name of names) {
      const started = performance.now();
      console.log(`\n${name}`);
      for await (const row of PARTS[name]?.({ dynamo: dynamo.endpoint, folder }) ?? []) {
        console.log(rowText(row));
        if (row.budget?.kept === false) broken.push(row);
      }
      console.log(`  (${secondsSince(started).toFixed(0)} s)`);
    }
  } finally {
    dynamo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return broken;
}

try {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') console.log(HELP);
  else {
    const started = performance.now();
    const broken = await measure(command);
    const time = `${secondsSince(started).toFixed(0)} s`;
    if (broken.length === 0) console.log(`\nAll budgets are kept (${time}).`);
    else {
      console.log(`\nBroken budgets: ${broken.length} (${time}).`);
      for (const row of broken) console.log(rowText(row));
      process.exitCode = 1;
    }
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
