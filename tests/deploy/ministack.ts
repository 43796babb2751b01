import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../infra/local/ports.ts';
import { eventually } from './checks.ts';

/** The emulator of AWS, from PyPI. It runs the functions themselves, with this Node.js. */
const MINISTACK = 'ministack==1.5.33';

const HOME = resolve(fileURLToPath(new URL('../../.plenary', import.meta.url)));

export type Emulator = {
  readonly endpoint: string;
  /** What a command needs to work against the emulator and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
  /** What it has logged so far, for when something goes wrong. */
  readonly log: () => string;
};

/** Starts an empty AWS account of its own on loopback. @param smtp the mail server that sent mail goes to, `host:port` */
export async function startMinistack(smtp: string): Promise<Emulator> {
  const python = install();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'plenary-aws-'));
  const logFile = join(folder, 'log');
  const node = dirname(process.execPath);
  const environment = {
    ...withoutAws(process.env),
    PATH: `${node}:${process.env.PATH}`,
    // The CDK remembers the account of an access key in the home folder: this one is of this run alone.
    HOME: folder,
    AWS_ACCESS_KEY_ID: `PLENARY${port}`,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: `http://localhost:${port}`,
    AWS_ENDPOINT_URL_S3: `http://localhost:${port}`,
  };
  const out = openSync(logFile, 'a');
  const child = spawn(python, ['-m', 'ministack'], {
    cwd: folder,
    env: {
      ...environment,
      GATEWAY_PORT: String(port),
      // Only this machine may reach it.
      BIND_HOST: '127.0.0.1',
      STATE_DIR: join(folder, 'state'),
      S3_DATA_DIR: join(folder, 's3'),
      MINISTACK_REGION: 'us-east-1',
      SMTP_HOST: smtp,
    },
    stdio: ['ignore', out, out],
    // A group of its own, so that the workers it starts end with it.
    detached: true,
  });
  const log = () => readFileSync(logFile, 'utf8');
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      process.kill(-child.pid, 'SIGTERM');
      const force = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 5_000);
      await ended;
      clearTimeout(force);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await eventually('ministack', async () => {
      if (child.exitCode !== null) throw new Error(`ministack has ended:\n${log()}`);
      return fetch(`${endpoint}/_ministack/health`).then(
        () => true,
        () => undefined,
      );
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, environment, stop, log };
}

/** Installs the emulator into a virtual environment of the project's own, once. Returns its Python. */
function install(): string {
  const folder = join(HOME, 'venv');
  const python = join(folder, 'bin', 'python');
  const marker = join(folder, MINISTACK);
  if (existsSync(marker)) return python;
  mkdirSync(HOME, { recursive: true });
  console.log(`Installing ${MINISTACK} into .plenary/venv`);
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', MINISTACK], { stdio: 'inherit' });
  mkdirSync(marker);
  return python;
}

/** Nothing of the account that somebody may be signed in to. */
function withoutAws(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || (name.startsWith('AWS_') && name !== 'AWS_CA_BUNDLE')
        ? []
        : [[name, value]],
    ),
  );
}
