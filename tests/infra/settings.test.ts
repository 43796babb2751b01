import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { synthesise } from '../../infra/plenary.ts';
import { readStage, SettingsError } from '../../infra/settings.ts';
import { outdir } from './stacks.ts';

const { production } = cdk.context.stages;

/** What is said of a stage whose settings are `production`'s with something changed. */
function complaint(change: Record<string, unknown>, stage: unknown = 'production'): string[] {
  try {
    readStage(stage, { production: { ...production, ...change } });
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
  throw new Error('The settings were taken');
}

describe('settings of a stage', () => {
  it.each(Object.keys(cdk.context.stages))('of cdk.json are right: %s', (stage) => {
    expect(readStage(stage, cdk.context.stages)).toMatchObject({ stage });
  });

  it.each([
    ['removal', { removal: undefined }],
    ['removal', { removal: 'keep' }],
    ['logRetentionDays', { logRetentionDays: 8 }],
    ['deletionProtection', { deletionProtection: 'yes' }],
    ['publicUrl', { publicUrl: 'https://meetings.example.org/' }],
    ['publicUrl', { publicUrl: 'meetings.example.org' }],
    ['publicUrl', { publicUrl: 'https://example.org/meetings' }],
    ['publicUrl', { publicUrl: 'https://meetings.example.org?lang=en' }],
    ['publicUrl', { publicUrl: 'https://somebody@meetings.example.org' }],
    ['publicUrl', { publicUrl: 'http://meetings.example.org' }],
    ['publicUrl', { publicUrl: 'http://localhost.example.org' }],
    ['publicUrl', { publicUrl: 'ftp://localhost' }],
    ['alarmEmail', { alarmEmail: 'operations' }],
    ['throttle.burst', { throttle: { ratePerSecond: 1, burst: 0 } }],
    ['sender.address', { sender: { ...production.sender, address: 'registration' } }],
    ['sender.mailFromDomain', { sender: { ...production.sender, mailFromDomain: 'example.com' } }],
    [
      'sender.mailFromDomain',
      { sender: { ...production.sender, dmarc: undefined, identity: 'address' } },
    ],
    [
      'sender.dmarc',
      { sender: { ...production.sender, mailFromDomain: undefined, identity: 'address' } },
    ],
    ['sender.dmarc.policy', { sender: { ...production.sender, dmarc: { policy: 'strict' } } }],
    ['sender.dmarc.reportsTo', { sender: { ...production.sender, dmarc: { reportsTo: 'us' } } }],
  ])('that are wrong are named in one line: %s', (path, change) => {
    expect(complaint(change)).toEqual([
      expect.stringMatching(new RegExp(`^cdk\\.json: context\\.stages\\.production\\.${path}: .+`)),
    ]);
  });

  it('take a policy that changes nothing, where none is named', () => {
    const sender = { ...production.sender, dmarc: {} };
    expect(readStage('test', { test: { ...production, sender } }).sender).toMatchObject({
      dmarc: { policy: 'none' },
      onlySes: false,
    });
  });

  it.each(['https://meetings.example.org', 'https://example.org:8443', 'http://127.0.0.1:8080'])(
    'take an origin for the public address: %s',
    (publicUrl) => {
      expect(readStage('test', { test: { ...production, publicUrl } })).toMatchObject({
        publicUrl,
      });
    },
  );

  it('that nobody knows are named too, as they are most often misspelt', () => {
    expect(complaint({ alarmMail: 'a@example.org' })).toEqual([
      expect.stringMatching(/^cdk\.json: context\.stages\.production: .*"alarmMail"/),
    ]);
  });

  it.each([
    ['staging', 'No stage "staging"'],
    ['', 'No stage:'],
    ['toString', 'cannot be part of names'],
    ['constructor', 'No stage "constructor"'],
  ])('are looked up by a name that is there: "%s"', (stage, words) => {
    expect(complaint({}, stage)).toEqual([expect.stringContaining(words)]);
  });
});

describe('the application of the CDK', () => {
  const run = (context: unknown) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../../infra/app.ts', import.meta.url))], {
      env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) },
      encoding: 'utf8',
    });

  it('ends with one line and status 1 when a setting is wrong', () => {
    const { status, stderr } = run({
      stage: 'production',
      stages: { production: { ...production, removal: 'keep' } },
    });
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('context.stages.production.removal'),
    ]);
    expect(status).toBe(1);
  });

  it('takes no stage that was not asked for, and says which there are', () => {
    const { status, stderr } = run({ stages: cdk.context.stages });
    expect(stderr.trim()).toMatch(/^No stage: .*-c stage=….*: local, test, production$/);
    expect(status).toBe(1);
  });
});

describe('synthesis in the same process', () => {
  it('gives the four stacks, in an order in which they can be deployed', () => {
    const { stacks } = synthesise('test', { bundling: false, outdir: outdir() });
    expect(stacks.map(({ stackName }) => stackName)).toEqual([
      'Plenary-test-Data',
      'Plenary-test-Mail',
      'Plenary-test-Service',
      'Plenary-test-Operations',
    ]);
  });

  it('takes another public address than the stage has', () => {
    const address = 'http://127.0.0.1:4566';
    const assembly = synthesise('local', {
      bundling: false,
      outdir: outdir(),
      publicUrl: address,
    });
    const { Outputs } = assembly.getStackByName('Plenary-local-Service').template;
    expect(Outputs.PublicUrl.Value).toBe(address);
  });
});
