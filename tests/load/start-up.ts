import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { participantEnvironment } from '../../functions/participant/environment.ts';
import { build, buildWhole } from '../../infra/stacks/bundle.ts';
import type { Row } from './table.ts';

/** Loading the participant function takes at most this many times a bare client: somebody waits for it. */
const BUDGET = 1.25;
const ROUNDS = 41;
const ENTRIES = {
  participant: 'functions/participant/handler.ts',
  notifier: 'functions/notifier/handler.ts',
  sweeper: 'functions/notifier/sweep.ts',
  scheduler: 'functions/scheduler/handler.ts',
  feedback: 'functions/feedback/handler.ts',
} as const;

/**
 * How long the participant function takes to load, as a ratio to a bare DynamoDB client, each in processes of
 * their own, in turns, so that whatever else the machine does befalls all. The bare client is bundled as one file,
 * as the CDK bundles a function; and, for comparison, taken apart as our functions are (bundle.ts).
 */
export function measureStartUp(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-load-'));
  try {
    const bundles = Object.entries(ENTRIES).map(([name, entry]) => {
      build(resolve(entry), join(folder, name));
      return { name, file: join(folder, name, 'index.js') };
    });
    const participant = join(folder, 'participant', 'index.js');
    // The name of a variable stands for its value.
    const environment = Object.fromEntries(
      Object.keys(participantEnvironment.shape).map((name) => [name, name]),
    );
    const client = resolve('tests/load/bare-client.ts');
    build(client, join(folder, 'apart'));
    buildWhole(client, join(folder, 'whole'));
    const times = { ours: [] as number[], whole: [] as number[], apart: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.whole.push(load(join(folder, 'whole/index.js'), {}));
      times.ours.push(load(participant, environment));
      times.apart.push(load(join(folder, 'apart/index.js'), {}));
    }
    const ours = fastest(times.ours);
    const [whole, apart] = [fastest(times.whole), fastest(times.apart)];
    const inWords = (bare: number) =>
      `${(ours / bare).toFixed(2)} (${ours.toFixed(0)} ms / ${bare.toFixed(0)} ms)`;
    return [
      {
        what: 'Loading the participant function, against a bare DynamoDB client',
        measured: inWords(whole),
        budget: `at most ${BUDGET}`,
        kept: ours / whole <= BUDGET,
      },
      {
        what: 'The same, against a bare client in a bundle taken apart like ours',
        measured: inWords(apart),
        budget: '',
      },
      ...bundles.map(({ name, file }) => ({
        what: `Bundle of the ${name}`,
        measured: sizes(dirname(file)),
        budget: '',
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that a new process takes to load a file. */
function load(file: string, environment: Readonly<Record<string, string>>): number {
  const script = `const t = performance.now(); require(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - t)); process.exit()`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...environment, AWS_REGION: 'us-east-1', PUBLIC_URL: 'https://plenary.example' },
  });
  const time = Number(stdout);
  if (!(time > 0)) throw new Error(`${file} does not load: ${stderr}`);
  return time;
}

/** The fastest of many: whatever else a machine does only ever makes a start slower. */
const fastest = (times: readonly number[]) => Math.min(...times);

/** How large the code in a folder is, all of its files together. */
function sizes(folder: string): string {
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name)));
  const zipped = code.reduce((sum, file) => sum + gzipSync(file).length, 0);
  return `${kilobytes(Buffer.concat(code).length)}, ${kilobytes(zipped)} zipped`;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
