import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { resolveDays } from '../../infra/cli/meeting/relative-days.ts';
import { OUTPUTS, stackName } from '../../infra/outputs.ts';
import { checks, eventually } from './checks.ts';
import { openInbox } from './inbox.ts';
import { type Emulator, startMinistack } from './ministack.ts';
import { noteOfNomination } from './note.ts';
import { operating } from './operating.ts';
import { smoke } from './smoke.ts';
import { wiring } from './wiring.ts';

/**
 * The deployment test: the real app, bootstrapped and deployed with the real commands to an emulated account,
 * then tried out through its endpoint. `npm run test:deploy`.
 *
 * The stage `test` verifies an address and not a domain, as the emulator's CloudFormation does not know the DKIM
 * tokens of a domain's identity; tests/infra looks at what is synthesised for a domain.
 */
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const STAGE = 'test';
/** The meeting that the template defines. */
const MEETING = 'focal-points';
const { check, counts } = checks();

/** Runs a command of this project against the emulator. @throws with its output when it fails. */
function run({ environment }: Emulator, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...environment, PATH: `${ROOT}/node_modules/.bin:${environment.PATH}`, CI: 'true' },
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout + stderr;
}

const inbox = await openInbox();
const emulator = await startMinistack(inbox.address);
process.once('SIGINT', () => emulator.stop().then(() => process.exit(130)));
process.once('SIGTERM', () => emulator.stop().then(() => process.exit(143)));
try {
  await check('cdk bootstrap', () => run(emulator, 'cdk', ['bootstrap', '-c', `stage=${STAGE}`]));
  await check('cdk deploy --all', () =>
    run(emulator, 'cdk', [
      'deploy',
      '--all',
      '-c',
      `stage=${STAGE}`,
      '--require-approval',
      'never',
    ]),
  );
  const meeting = (...args: string[]) =>
    run(emulator, 'node', ['infra/cli/meeting.ts', ...args, '--stage', STAGE]);
  await check('npm run meeting -- apply', () => meeting('apply', datedTemplate()));
  const endpoint = await outputOf(stackName(STAGE, 'service'), OUTPUTS.service.apiEndpoint);
  await smoke(
    {
      endpoint,
      meeting: MEETING,
      email: 'smoke@example.org',
      mails: async () => inbox.mails,
      sendList: async () => {
        meeting('send-list', MEETING);
      },
    },
    check,
  );
  await wiring({ emulator, stage: STAGE, endpoint, meeting: MEETING }, check);
  const page = await check('a focal point is invited', async () => {
    meeting(
      ...['invite', MEETING, '--state', 'KH', '--name', 'Sophea', '--email', 'focal@example.org'],
    );
    return eventually('the link', async () =>
      inbox.mails
        .map((mail) => /https?:\/\/\S+\/delegations\/\S+/.exec(mail.replaceAll('=\r\n', ''))?.[0])
        .find((link) => link !== undefined),
    );
  });
  const address = () => meeting('note', MEETING, 'KH').trim().split('\n').at(-1) ?? '';
  await noteOfNomination({ page, address }, check);
  await operating({ emulator, stage: STAGE, root: ROOT, mails: inbox.mails }, check);
} catch (error) {
  console.error(error);
  if (process.env.PLENARY_DEBUG) console.error(emulator.log().slice(-20_000));
} finally {
  await emulator.stop();
  await inbox.close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** The template with dates, as a stage wants them; its path. */
function datedTemplate(): string {
  const template = readFileSync(
    join(ROOT, 'functions/domain/meeting/meetings/template.json'),
    'utf8',
  );
  const path = join(tmpdir(), `plenary-deploy-${process.pid}.json`);
  writeFileSync(path, JSON.stringify(resolveDays(JSON.parse(template), new Date()).value));
  return path;
}

async function outputOf(stack: string, name: string): Promise<string> {
  const client = new CloudFormationClient({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    credentials: {
      accessKeyId: emulator.environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: 'test',
    },
  });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  const value = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  if (value === undefined) throw new Error(`${stack} has no output ${name}`);
  return value;
}
