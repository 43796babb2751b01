import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { GetAccountCommand, PutAccountDetailsCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { checks } from './checks.ts';
import type { Emulator } from './ministack.ts';

/** A stage on the emulator that has been used, and where the commands are. */
export type Operated = {
  readonly emulator: Emulator;
  readonly stage: string;
  readonly root: string;
};

/** Operates a stage as whoever is on duty does, with things that are well and things that are made not to be. */
export async function operating(
  { emulator, stage, root }: Operated,
  check: ReturnType<typeof checks>['check'],
): Promise<void> {
  const { endpoint, environment } = emulator;
  const aws = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: 'test' },
  };
  /** Runs a command, and returns its exit code and its lines. */
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'node',
      [
        ...['--import', './tests/deploy/loopback.ts'],
        ...[`infra/local/${command}.ts`, ...args, '--stage', stage],
      ],
      { cwd: root, env: environment, encoding: 'utf8', timeout: 120_000 },
    );
    return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
  };
  const doctor = () => {
    const { status, lines } = run('doctor');
    for (const line of lines) assert.match(line, /^(ok {2}|warn|fail) {2}\S.*$/);
    const trouble = lines.filter((line) => !line.startsWith('ok'));
    return { status, lines, trouble };
  };

  await check('the doctor finds a stage well, but for its sender, which is for trying out', () => {
    const { status, lines, trouble } = doctor();
    assert.equal(status, 1, lines.join('\n'));
    for (const well of [
      /\/health answers that the service is well$/,
      /SES has production access/,
      /SES reports what becomes of messages/,
      /alarms watch, none is raised/,
      /The feedback function has given nothing up/,
    ])
      assert.ok(
        lines.some((line) => line.startsWith('ok') && well.test(line)),
        String(well),
      );
    const expected = /verified as one address|DNS of the sender could not be read/;
    assert.deepEqual(
      trouble.filter((line) => !expected.test(line)),
      [],
    );
  });
  await check('the doctor finds the sandbox of SES', async () => {
    const ses = new SESv2Client(aws);
    const inSandbox = (yes: boolean) =>
      ses.send(
        new PutAccountDetailsCommand({
          MailType: 'TRANSACTIONAL',
          WebsiteURL: 'https://plenary.example',
          ProductionAccessEnabled: !yes,
        }),
      );
    await inSandbox(true);
    assert.equal((await ses.send(new GetAccountCommand({}))).ProductionAccessEnabled, false);
    const { status, trouble } = doctor();
    await inSandbox(false);
    assert.equal(status, 2);
    assert.ok(
      trouble.some((line) => /^fail {2}SES is in its sandbox/.test(line)),
      trouble.join(),
    );
  });
}
