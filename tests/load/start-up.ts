import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { synthesise } from '../../infra/plenary.ts';
import type { Row } from './table.ts';

/** DESIGN of the service: loading the participant function takes at most this many times a bare client. */
const BUDGET = 1.25;
const ROUNDS = 21;

/**
 * How long the participant function takes to load, as a ratio to a bare DynamoDB client bundled in the same
 * way, both in processes of their own, in turns, so that whatever else the machine does befalls both.
 */
export async function measureStartUp(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-load-'));
  try {
    const outdir = join(folder, 'assembly');
    synthesise('test', { outdir });
    const { functions } = readAssembly(outdir);
    const bundles = functions.map(({ name, entry, environment }) => ({
      name,
      file: `${entry}.js`,
      environment,
    }));
    const participant = bundles.find(({ environment }) => 'PUBLIC_URL' in environment);
    if (participant === undefined) throw new Error('The assembly has no participant function');
    const bare = join(folder, 'bare.js');
    await bundleBareClient(folder, bare);
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.bare.push(load(bare, {}));
      times.ours.push(load(participant.file, participant.environment));
    }
    const [ours, theirs] = [fastest(times.ours), fastest(times.bare)];
    const ratio = ours / theirs;
    return [
      {
        what: 'Loading the participant function, against a bare DynamoDB client',
        measured: `${ratio.toFixed(2)} (${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms)`,
        budget: `at most ${BUDGET}`,
        kept: ratio <= BUDGET,
      },
      ...bundles.map(({ name, file }) => ({
        what: `Bundle of ${name.replace(/[0-9A-F]{8}.*$/, '')}`,
        measured: `${kilobytes(statSync(file).size)}, ${kilobytes(gzipSync(readFileSync(file)).length)} zipped`,
        budget: '',
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The client and the commands that registering needs, and nothing of ours. */
async function bundleBareClient(folder: string, outfile: string) {
  const source = `
    import { DynamoDBClient, GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
    import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
    export const client = new DynamoDBClient({});
    export const used = [GetItemCommand, QueryCommand, TransactWriteItemsCommand, marshall, unmarshall];`;
  await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    absWorkingDir: process.cwd(),
    nodePaths: [folder],
  });
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
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
