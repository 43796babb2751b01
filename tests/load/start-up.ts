import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { synthesise } from '../../infra/plenary.ts';
import { build, buildWhole } from '../../infra/stacks/bundle.ts';
import { type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** DESIGN: loading the participant function takes at most this many times a bare client, as somebody waits for it. */
const BUDGET = 1.25;
/** What we would like to reach, against a client that is bundled as the CDK does it, and as we do it. */
const AIMS = { whole: 1.15, apart: 1.4 } as const;
/** The fastest of this many starts counts. A slow machine makes fewer, but always enough for a stable figure. */
const ROUNDS = { least: 11, most: 41, seconds: 45 } as const;

type Bundle = {
  readonly name: string;
  /** The file that Lambda loads. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * The size of every Lambda's bundle, and the time in which the participant function loads as a ratio to a bare
 * DynamoDB client. Each load has a process of its own, and the bundles take turns, so that other work of the machine
 * slows them all. The bare client is bundled in one file, as the CDK does it, and a second time as our functions are
 * (bundle.ts).
 */
export async function* measureStartUp({ folder }: Run): AsyncGenerator<Row> {
  const outdir = join(folder, 'assembly');
  const bundles = bundlesOf(synthesise('test', { outdir }), outdir);
  for (const { name, file } of bundles)
    yield { what: `Bundle of ${name}`, measured: sizes(dirname(file)) };

  const participant = bundles.find(({ name }) => name.startsWith('Participant'));
  if (participant === undefined) throw new Error('The assembly has no participant function');
  const client = resolve(import.meta.dirname, 'bare-client.ts');
  build(client, join(folder, 'apart'));
  buildWhole(client, join(folder, 'whole'));
  const times = { ours: [] as number[], whole: [] as number[], apart: [] as number[] };
  const started = performance.now();
  for (
    let round = 0;
    round < ROUNDS.least || (round < ROUNDS.most && secondsSince(started) < ROUNDS.seconds);
    round++
  ) {
    times.whole.push(load(join(folder, 'whole/index.js'), {}));
    times.ours.push(load(participant.file, participant.environment));
    times.apart.push(load(join(folder, 'apart/index.js'), {}));
  }
  // Other work of a machine only ever makes a start slower.
  const ours = Math.min(...times.ours);
  const [whole, apart] = [Math.min(...times.whole), Math.min(...times.apart)];
  const inWords = (bare: number) =>
    `${(ours / bare).toFixed(2)} (${ours.toFixed(0)} ms / ${bare.toFixed(0)} ms, fastest of ${times.ours.length})`;
  yield {
    what: 'Load the participant function, compared with a bare DynamoDB client',
    measured: inWords(whole),
    budget: { limit: `at most ${BUDGET}`, kept: ours / whole <= BUDGET },
    aim: { limit: `${AIMS.whole}`, kept: ours / whole <= AIMS.whole },
  };
  yield {
    what: 'Load the participant function, compared with a bare client that is bundled like ours',
    measured: inWords(apart),
    aim: { limit: `${AIMS.apart}`, kept: ours / apart <= AIMS.apart },
  };
}

/** The bundles of our functions in a cloud assembly. The CDK's own functions have no bundle of this kind. */
function bundlesOf({ stacks }: CloudAssembly, outdir: string): readonly Bundle[] {
  return stacks.flatMap(({ template }) =>
    Object.entries<FunctionResource>(template.Resources ?? {}).flatMap(
      ([id, { Type, Properties }]) => {
        const key = Type === 'AWS::Lambda::Function' ? Properties?.Code?.S3Key : undefined;
        if (typeof key !== 'string') return [];
        const file = join(outdir, `asset.${key.replace(/\.zip$/, '')}`, 'index.js');
        if (!existsSync(`${file}.map`)) return [];
        // A name of a table or a queue is known only after a deployment: its variable's name stands for it.
        const environment = Object.fromEntries(
          Object.entries(Properties?.Environment?.Variables ?? {}).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : name,
          ]),
        );
        return [{ name: id.replace(/[0-9A-F]{8}$/, ''), file, environment }];
      },
    ),
  );
}

type FunctionResource = {
  readonly Type: string;
  readonly Properties?: {
    readonly Code?: { readonly S3Key?: unknown };
    readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> };
  };
};

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

/** How large the code in a folder is, all of its files together. */
function sizes(folder: string): string {
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name)));
  const zipped = code.reduce((sum, file) => sum + gzipSync(file).length, 0);
  return `${kilobytes(Buffer.concat(code).length)}, ${kilobytes(zipped)} zipped`;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
