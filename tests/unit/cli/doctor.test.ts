import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  EventDestination,
  GetAccountResponse,
  GetConfigurationSetResponse,
  GetEmailIdentityResponse,
} from '@aws-sdk/client-sesv2';
import { afterAll, describe, expect, it } from 'vitest';
import cdk from '../../../cdk.json' with { type: 'json' };
import { accountFindings } from '../../../infra/cli/doctor/account.ts';
import { configurationSetFindings } from '../../../infra/cli/doctor/configuration-set.ts';
import { type Dns, dnsFindings } from '../../../infra/cli/doctor/dns.ts';
import {
  examine,
  exitCodeOf,
  type Finding,
  fail,
  lineOf,
  ok,
  warn,
} from '../../../infra/cli/doctor/finding.ts';
import { identityFindings } from '../../../infra/cli/doctor/identity.ts';
import { organisersOf } from '../../../infra/cli/doctor/meetings.ts';
import { stackFindings } from '../../../infra/cli/doctor/stacks.ts';
import { causeOf } from '../../../infra/cli/doctor/stage.ts';
import { stagesIn } from '../../../infra/cli/doctor/stages.ts';
import { readStage, SettingsError } from '../../../infra/settings.ts';
import { meetingOn } from '../../support/fixtures.ts';

const { sender } = readStage('production', cdk.context.stages);
const { sender: oneAddress } = readStage('test', cdk.context.stages);
const levels = (findings: readonly Finding[]) => findings.map(({ level }) => level).join(' ');
/** What is not well, as it is printed. */
const trouble = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'ok').map(lineOf);

describe('findings', () => {
  it('end with the worst of them', () => {
    expect(exitCodeOf([ok('a')])).toBe(0);
    expect(exitCodeOf([ok('a'), warn('b', 'mend')])).toBe(1);
    expect(exitCodeOf([fail('c', 'mend'), ok('a'), warn('b', 'mend')])).toBe(2);
  });

  it('are one line each, with how to mend it', () => {
    expect([ok('All is well'), fail('It is off', 'turn it on')].map(lineOf)).toEqual([
      'ok    All is well',
      'fail  It is off: turn it on',
    ]);
  });

  it('are a warning that names nobody, if something cannot be read', async () => {
    const denied = Object.assign(new Error('mali@example.org may not'), { name: 'AccessDenied' });
    const findings = await examine('SES', () => Promise.reject(denied));
    expect(trouble(findings)).toEqual([
      expect.stringMatching(/^warn {2}SES could not be read \(AccessDenied\): /),
    ]);
    expect(JSON.stringify(findings)).not.toContain('mali');
  });
});

describe('why AWS does not let us in', () => {
  const error = (message: string, more = {}) => Object.assign(new Error(message), more);

  it.each([
    [error('Region is missing'), 'Region is missing'],
    [error('connect ECONNREFUSED 192.0.2.1:443', { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [
      error('arn:aws:iam::123456789012:user/mali may not', {
        name: 'AccessDenied',
        $fault: 'client',
      }),
      'AccessDenied',
    ],
    [
      error('Command failed: get-keys --password s', { name: 'CredentialsProviderError' }),
      'CredentialsProviderError',
    ],
    [error(''), 'Error'],
    ['no', 'string'],
  ])('is said without a secret: %s', (cause, words) => {
    expect(causeOf(cause)).toBe(words);
  });
});

describe('the settings of the stages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const stages = (text: string) => {
    const path = join(folder, 'cdk.json');
    writeFileSync(path, text);
    return stagesIn(path);
  };

  it('are those of cdk.json', async () => {
    expect(await stages(JSON.stringify(cdk))).toEqual(cdk.context.stages);
    expect(await stages('{}')).toBeUndefined();
  });

  it.each([
    ['{\n  "app": oops\n}', 'cdk.json:2:10: is not JSON: '],
    // The first of two would be lost, with all of its stages.
    ['{\n "context": {\n  "stages": {},\n  "stages": {} } }', 'cdk.json:4:3: is not JSON: '],
  ])('are refused where they are not JSON, with the place: %j', async (text, start) => {
    const refusal = await stages(text).catch((reason: unknown) => reason);
    expect(refusal).toBeInstanceOf(SettingsError);
    expect((refusal as Error).message.startsWith(start), String(refusal)).toBe(true);
  });
});

describe('the stacks', () => {
  const stacks = (status?: string) =>
    new Map(
      (['data', 'mail', 'service', 'operations'] as const).map((name) => [
        name,
        status === undefined ? undefined : { name, status, outputs: new Map() },
      ]),
    );

  it.each([
    ['CREATE_COMPLETE', 'ok'],
    ['UPDATE_COMPLETE', 'ok'],
    ['UPDATE_IN_PROGRESS', 'warn'],
    ['UPDATE_ROLLBACK_COMPLETE', 'warn'],
    ['ROLLBACK_COMPLETE', 'fail'],
    ['UPDATE_ROLLBACK_FAILED', 'fail'],
    ['DELETE_FAILED', 'fail'],
    [undefined, 'fail'],
  ])('that are %s: %s', (status, level) => {
    expect(levels(stackFindings('test', stacks(status)))).toBe(Array(4).fill(level).join(' '));
  });
});

describe('the account', () => {
  const well: GetAccountResponse = {
    SendingEnabled: true,
    ProductionAccessEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
  };
  const quota = (most: number, rate: number, sent = 0) => ({
    SendQuota: { Max24HourSend: most, MaxSendRate: rate, SentLast24Hours: sent },
  });

  it.each<[string, GetAccountResponse, string]>([
    ['may send to anybody', {}, 'ok ok ok'],
    ['is stopped', { SendingEnabled: false }, 'fail ok ok'],
    ['is shut down', { EnforcementStatus: 'SHUTDOWN' }, 'fail ok ok'],
    ['is under review', { EnforcementStatus: 'PROBATION' }, 'warn ok ok'],
    ['is in the sandbox, which the stage denies', { ProductionAccessEnabled: false }, 'ok fail ok'],
    ['has no limit', quota(-1, 14, 99_999), 'ok ok ok'],
    ['has as much left as is needed', quota(500, 14, 300), 'ok ok ok'],
    ['has one message less left than is needed', quota(500, 14, 301), 'ok ok warn'],
    ['has nothing left', quota(200, 14, 200), 'ok ok fail'],
    ['is slow', quota(50_000, 0.05), 'ok ok warn'],
    ['does not say how much it may send', { SendQuota: undefined }, 'ok ok'],
  ])('that %s', (_, changes, expected) => {
    expect(levels(accountFindings({ ...well, ...changes }, { sandbox: false }, 200))).toBe(
      expected,
    );
  });

  it('in a sandbox that the stage knows of is a warning until it has left it', () => {
    const inside = accountFindings(
      { ...well, ProductionAccessEnabled: false },
      { sandbox: true },
      1,
    );
    expect(trouble(inside)).toEqual([expect.stringMatching(/^warn.*verified addresses only/)]);
    const outside = accountFindings(well, { sandbox: true }, 1);
    expect(trouble(outside)).toEqual([expect.stringMatching(/^warn.*sender\.sandbox to false/)]);
  });
});

describe('the sender', () => {
  const well: GetEmailIdentityResponse = {
    VerifiedForSendingStatus: true,
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
    MailFromAttributes: {
      MailFromDomain: 'bounces.meetings.example.org',
      MailFromDomainStatus: 'SUCCESS',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    },
  };
  const mailFrom = (changes: object) => ({
    MailFromAttributes: { ...well.MailFromAttributes, ...changes } as NonNullable<
      GetEmailIdentityResponse['MailFromAttributes']
    >,
  });

  it.each<[string, GetEmailIdentityResponse, string]>([
    ['is verified, signed and aligned', {}, 'ok ok ok'],
    ['is not verified', { VerifiedForSendingStatus: false }, 'fail ok ok'],
    [
      'is not signed',
      { DkimAttributes: { SigningEnabled: false, Status: 'SUCCESS' } },
      'ok fail ok',
    ],
    [
      'waits for its keys in the DNS',
      { DkimAttributes: { SigningEnabled: true, Status: 'PENDING' } },
      'ok fail ok',
    ],
    [
      'has an envelope sender that fails',
      mailFrom({ MailFromDomainStatus: 'FAILED' }),
      'ok ok warn',
    ],
    ['has another one than the stage', mailFrom({ MailFromDomain: 'a.example.org' }), 'ok ok fail'],
  ])('that %s', (_, changes, expected) => {
    expect(levels(identityFindings({ ...well, ...changes }, sender))).toBe(expected);
  });

  it('that is one address is for trying out', () => {
    expect(levels(identityFindings({ VerifiedForSendingStatus: true }, oneAddress))).toBe(
      'ok warn',
    );
  });
});

describe('the configuration set', () => {
  const reports: EventDestination = {
    Name: 'Reports',
    Enabled: true,
    MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
    EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:1:event-bus/default' },
  };
  const well: GetConfigurationSetResponse = {
    SendingOptions: { SendingEnabled: true },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  };

  it.each<[string, GetConfigurationSetResponse, EventDestination, string]>([
    ['is as it was deployed', {}, reports, 'ok ok ok'],
    ['is paused', { SendingOptions: { SendingEnabled: false } }, reports, 'fail ok ok'],
    ['reports nothing', {}, { ...reports, Enabled: false }, 'ok fail ok'],
    ['reports elsewhere', {}, { ...reports, EventBridgeDestination: undefined }, 'ok fail ok'],
    ['keeps bounces', {}, { ...reports, MatchingEventTypes: ['SEND', 'DELIVERY'] }, 'ok fail ok'],
    [
      'writes to who complained',
      { SuppressionOptions: { SuppressedReasons: ['BOUNCE'] } },
      reports,
      'ok ok warn',
    ],
    ['counts nothing', { ReputationOptions: undefined }, reports, 'ok ok ok warn'],
  ])('that %s', (_, changes, destination, expected) => {
    const found = configurationSetFindings({ ...well, ...changes }, [destination], undefined);
    expect(levels(found)).toBe(expected);
  });

  it('that says nothing of suppression does as the account does', () => {
    const set = { ...well, SuppressionOptions: undefined };
    const account = { SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] } };
    expect(levels(configurationSetFindings(set, [reports], account as GetAccountResponse))).toBe(
      'ok ok ok',
    );
    expect(levels(configurationSetFindings(set, [reports], undefined))).toBe('ok ok warn');
  });
});

describe('the DNS of the sender', () => {
  type Zone = Record<string, readonly string[]>;
  /** A DNS that knows these names; `MX` records are under `MX name`. */
  const dnsOf = (zone: Zone): Dns => {
    const find = async (name: string) => {
      const found = zone[name];
      if (found === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      return found;
    };
    return {
      // Long ones are sent in pieces.
      resolveTxt: async (name: string) =>
        (await find(name)).map((text) => [text.slice(0, 9), text.slice(9)]),
      resolveMx: async (name: string) =>
        (await find(`MX ${name}`)).map((exchange) => ({ priority: 10, exchange })),
    } as Dns;
  };
  const own = '_dmarc.meetings.example.org';
  const envelope = 'bounces.meetings.example.org';
  const well: Zone = {
    [own]: ['v=DMARC1; p=none; rua=mailto:operations@example.org'],
    [envelope]: ['v=spf1 include:amazonses.com ~all'],
    [`MX ${envelope}`]: ['feedback-smtp.eu-west-1.amazonses.com'],
  };
  const look = (zone: Zone, of = sender) => dnsFindings(dnsOf(zone), of, 'eu-west-1');

  it.each<[string, Zone, string]>([
    ['has all that the stage printed', {}, 'ok ok ok'],
    ['has another text beside', { 'meetings.example.org': ['site=1', 'v=spf1 -all'] }, 'ok ok ok'],
    ['has SPF twice', { 'meetings.example.org': ['v=spf1 -all', 'v=spf1 mx'] }, 'ok fail ok ok'],
    ['lets another send', { [envelope]: ['v=spf1 include:_spf.example.net ~all'] }, 'ok fail ok'],
    [
      'has two that let SES send',
      { [envelope]: ['v=spf1 include:amazonses.com ~all', 'v=spf1 ~all'] },
      'ok fail ok',
    ],
    ['lacks the MX record', { [`MX ${envelope}`]: [] }, 'ok ok fail'],
    [
      'has one of another region',
      { [`MX ${envelope}`]: ['feedback-smtp.us-east-1.amazonses.com'] },
      'ok ok fail',
    ],
    ['has two policies', { [own]: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] }, 'fail ok ok'],
    ['has another policy than the stage', { [own]: ['v=DMARC1;p=reject'] }, 'warn ok ok'],
    ['has no policy', { [own]: [] }, 'warn ok ok'],
    ['has a policy that is none', { [own]: ['v=DMARC12; p=none'] }, 'warn ok ok'],
  ])('that %s', async (_, changes, expected) => {
    expect(levels(await look({ ...well, ...changes }))).toBe(expected);
  });

  it('has the policy of the domain above, for its subdomains if that has one for them', async () => {
    const { dmarc: _, ...unset } = sender;
    const above = {
      ...well,
      [own]: [],
      '_dmarc.example.org': ['v=DMARC1; p=reject; sp=quarantine'],
    };
    const [found] = await look(above, unset);
    expect(found).toEqual(ok('DMARC at _dmarc.example.org says "quarantine"'));
  });

  it('is asked for no policy of a top-level domain', async () => {
    const { dmarc: _, ...unset } = sender;
    const [found] = await look({ ...well, [own]: [], '_dmarc.org': ['v=DMARC1; p=reject'] }, unset);
    expect(found?.level).toBe('warn');
  });

  it('stops mail of an address whose domain has a policy', async () => {
    const at = '_dmarc.plenary.example';
    expect(levels(await look({ [at]: ['v=DMARC1; p=reject'] }, oneAddress))).toBe('fail');
    expect(levels(await look({ [at]: ['v=DMARC1; p=none'] }, oneAddress))).toBe('ok');
    expect(levels(await look({}, oneAddress))).toBe('ok');
  });

  it('that does not answer is no DNS without records', async () => {
    const silent = {
      resolveTxt: () => Promise.reject(Object.assign(new Error(), { code: 'ETIMEOUT' })),
    };
    const findings = await examine('The DNS', () =>
      dnsFindings(silent as unknown as Dns, sender, 'eu-west-1'),
    );
    expect(trouble(findings)).toEqual([expect.stringMatching(/^warn.*\(Error ETIMEOUT\)/)]);
  });
});

describe('the organisers of a meeting', () => {
  const now = new Date('2014-02-10T05:00:00Z');
  const meeting = meetingOn('2014-02-08');
  const stored = { meeting, updatedAt: '2014-01-20T00:00:00.000Z' };

  it.each([
    [['failed', 'delivered'], 'ok'],
    [['bounced', 'sent'], 'ok'],
    [['bounced', 'retrying'], 'warn'],
    [['bounced', 'failed', 'complained'], 'fail'],
    [[], 'fail'],
  ] as const)('whose lists are %j: %s', (lists, level) => {
    expect(organisersOf(stored, lists, now).level).toBe(level);
  });

  it('wait until the day after it opened, or was applied, for the first list', () => {
    const opened = (opensOn: string) => ({
      ...stored,
      meeting: { ...meeting, registration: { opensOn, closesOn: '2014-03-01' } },
    });
    expect(organisersOf(opened('2014-02-09'), [], now).level).toBe('ok');
    expect(organisersOf(opened('2014-02-08'), [], now).level).toBe('fail');
    const applied = { meeting, updatedAt: '2014-02-09T00:00:00.000Z' };
    expect(organisersOf(applied, [], now).level).toBe('ok');
  });
});
