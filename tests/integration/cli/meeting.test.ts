import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { stackName } from '../../../infra/outputs.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { jsonOf } from '../../support/json.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { notices, service } from '../service.ts';

const TEMPLATE = 'functions/domain/meeting/meetings/template.json';
const BANGKOK = 'functions/domain/meeting/meetings/bangkok-2014.json';

const folder = mkdtempSync(join(tmpdir(), 'meeting-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Service = Awaited<ReturnType<typeof service>>;
let base: Service;
let store: Store & Vault;

/** Pretends that `npm start` runs, with tables of this test alone. */
async function start() {
  base = await service();
  store = base.store;
  const nowhere = 'http://127.0.0.1:9';
  const running = {
    url: nowhere,
    inbox: nowhere,
    ses: nowhere,
    dynamodb: inject('dynamoEndpoint'),
    registry: store.registry,
    outbox: store.outbox,
    vault: store.vault,
    pid: process.pid,
  };
  writeFileSync(join(folder, 'local.json'), JSON.stringify(running));
}

type Result = { readonly code: number; readonly out: string[]; readonly err: string[] };

/** Runs the command as `npm run meeting` does, as a process of its own. */
function meeting(args: readonly string[], environment: Record<string, string> = {}) {
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  return new Promise<Result>((resolve) => {
    const env = { ...process.env, PLENARY_DATA: folder, ...environment };
    execFile(process.execPath, ['infra/cli/meeting.ts', ...args], { env }, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out: lines(out), err: lines(err) });
    });
  });
}

/** A meeting file, with changes to the meeting that the service has. */
function fileOf(changes: Record<string, unknown>): string {
  const path = join(folder, 'meeting.json');
  writeFileSync(path, JSON.stringify({ ...base.meeting, ...changes }));
  return path;
}

describe('npm run meeting without a service', () => {
  it('says in one line that no local service runs', async () => {
    const { code, out, err } = await meeting(['list'], { PLENARY_DATA: join(folder, 'none') });
    expect({ code, out, err }).toEqual({
      code: 1,
      out: [],
      err: [
        'The local service is not running: start it with "npm start", or name a stage with --stage.',
      ],
    });
  });
});

describe('npm run meeting', () => {
  beforeEach(start);

  it('says how many will be told of a change, and of sittings that cannot be, by their place', async () => {
    await base.post(registrationOf());
    const day = base.meeting.startsOn;
    const sittings = [{ day, start: '12:00', end: '09:30' }];
    expect((await meeting(['apply', fileOf({ sittings })])).err).toEqual([
      'sittings[0].end: is not after start',
    ]);
    const { out } = await meeting(['apply', fileOf({ link: 'https://meet.example.org/a' })]);
    expect(out).toEqual([
      'focal-points: changed',
      '  link: none → "https://meet.example.org/a"',
      '  1 person will be told by e-mail, from the next run of the scheduler on',
    ]);
  });

  it('cancels a meeting, once', async () => {
    await base.post(registrationOf());
    const cancel = ['cancel', 'focal-points'];
    const without = await meeting(cancel);
    expect([without.code, without.err.length]).toEqual([2, 1]);
    expect(without.err[0]).toContain("required option '--reason <text>' not specified");
    const told = '  1 person will be told by e-mail, from the next run of the scheduler on';
    const cancelled = await meeting([...cancel, '--reason', 'A cyclone']);
    expect(cancelled.out).toEqual(['focal-points: cancelled', told]);
    const again = await meeting([...cancel, '--reason', 'A cyclone']);
    expect([again.code, again.out]).toEqual([
      0,
      [expect.stringMatching(/^focal-points: cancelled already, since 2/), told],
    ]);
    expect((await meeting(['show', 'focal-points'])).out).toContainEqual(
      expect.stringMatching(/^cancelled since .*: A cyclone$/),
    );
    expect((await meeting(['apply', fileOf({})])).out).toEqual([
      'focal-points: unchanged',
      expect.stringMatching(/^ {2}stays cancelled, since 2/),
      told,
    ]);
    expect((await meeting(['cancel', 'no-such', '--reason', 'A cyclone'])).err).toEqual([
      'There is no meeting no-such.',
    ]);
  });

  it('creates a meeting, says so when nothing is new, and lists it', async () => {
    expect(await meeting(['apply', TEMPLATE])).toEqual({
      code: 1,
      out: [],
      err: ['referencePrefix: stays FP26: references with it were given out'],
    });
    expect((await meeting(['apply', BANGKOK])).out).toEqual([
      'bangkok-2014: created',
      '  roster: 15 added, 0 removed, 0 unchanged',
      '  in English for readers of ar, zh, fr, ru, es: privacyNotice.text, summary, title, venue.city, venue.name',
    ]);
    expect((await meeting(['apply', BANGKOK])).out).toEqual([
      'bangkok-2014: unchanged',
      '  roster: 0 added, 0 removed, 15 unchanged',
    ]);
    const { out } = await meeting(['list']);
    expect(out).toHaveLength(2);
    expect(out[0]).toMatch(/^bangkok-2014 +2014-03-04 – 2014-03-06 {2}closed +Bangkok: First Meet/);
    expect(out[1]).toMatch(/^focal-points .* open +Bangkok: Meeting of Focal Points$/);
  });

  it('can apply the template, whose days count from today', async () => {
    const template = JSON.parse(await readFile(TEMPLATE, 'utf8'));
    // The meeting that is there already has the template's id.
    const file = fileOf({ ...template, id: 'another' });
    expect((await meeting(['apply', file])).out).toEqual(['another: created']);
    expect((await meeting(['show', 'another'])).out).toContain('seats taken: 0 of 180');
    expect((await meeting(['list'])).out.join()).toMatch(/another .* open /);
  });

  it('says what changes, ceilings before and after, and what it is now', async () => {
    const categories = { ...base.meeting.categories, party: { admission: 'open', ceiling: 40 } };
    expect((await meeting(['apply', fileOf({ ceiling: 90, categories })])).out).toEqual([
      'focal-points: changed',
      '  ceiling: none → 90',
      '  categories.party.ceiling: none → 40',
    ]);
    const title = { en: 'Meeting of Focal Points', fr: 'Réunion des points focaux' };
    expect((await meeting(['apply', fileOf({ ceiling: 90, categories, title })])).out).toEqual([
      'focal-points: changed',
      '  title.fr: none → "Réunion des points focaux"',
      '  in English for readers of ar, zh, ru, es: privacyNotice.text, title, venue.city, venue.name',
      '  in English for readers of fr: privacyNotice.text, venue.city, venue.name',
    ]);
    expect((await meeting(['apply', fileOf({ ceiling: 120, categories, title })])).out).toEqual([
      'focal-points: changed',
      '  ceiling: 90 → 120',
    ]);
    await base.post(registrationOf());
    const { out } = await meeting(['show', 'focal-points']);
    expect(out).toContain('confirmed: 1 person from 1 delegation');
    expect(out).toContain(
      'pending: 0; waiting list: 0; offered a seat: 0; declined: 0; withdrawn: 0',
    );
    expect(out).toContain('seats taken: 1 of 120');
    expect(out).toContain(
      'in English for readers of fr: privacyNotice.text, venue.city, venue.name',
    );
    expect(out).toContain('  party             1 of 40 (open)');
    expect(out).toContain('  observer-state    0 (open)');
  });

  it('counts who waits, and names categories in the order of a list, whatever that of the file', async () => {
    const categories = {
      media: { admission: 'open' },
      guest: { admission: 'validated' },
      party: { admission: 'validated' },
    };
    await meeting(['apply', fileOf({ categories })]);
    await base.post(registrationOf());
    const { out } = await meeting(['show', 'focal-points']);
    expect(out).toContain('confirmed: Nobody');
    expect(out).toContain(
      'pending: 1; waiting list: 0; offered a seat: 0; declined: 0; withdrawn: 0',
    );
    const of = out.map((line) => /^ {2}(\S+) +\d.*\(\w+\)$/.exec(line)?.[1]);
    expect(of.filter(Boolean)).toEqual(['party', 'guest', 'media']);
  });

  it('refuses what cannot be, names its place, and writes nothing', async () => {
    await base.post(registrationOf());
    const read = async () => [
      await getMeeting(store, 'focal-points'),
      await readSeats(store, 'focal-points'),
    ];
    const before = await read();
    const cases: [Record<string, unknown>, string[]][] = [
      [
        { ceiling: 0 },
        ['ceiling: is 0, below the number of seats taken (1): set at least that many'],
      ],
      [{ contactEmail: 'nobody' }, ['contactEmail: is not an e-mail address']],
      [
        { registration: { opensOn: '2026-02-02', closesOn: '2026-02-01' }, id: 'A' },
        [
          'id: use up to 60 lower-case letters, digits and single hyphens',
          'registration.closesOn: is before opensOn',
        ],
      ],
    ];
    for (const [changes, err] of cases)
      expect(await meeting(['apply', fileOf(changes)])).toEqual({ code: 1, out: [], err });
    expect(await read()).toEqual(before);
  });

  it('sends the list now, and says to how many', async () => {
    const organisers = ['one', 'two'].map((name) => ({ name, email: `${name}@example.org` }));
    await meeting(['apply', fileOf({ organisers })]);
    expect(await meeting(['send-list', 'focal-points'])).toEqual({
      code: 0,
      out: ['The list of focal-points is on its way to 2 organisers.'],
      err: [],
    });
    for (const { document } of await notices(store))
      expect(document?.message.content).toMatchObject({ occasion: 'requested' });
    await drainOutbox(store);
    expect((await sentMail(store)).map(({ to, kind }) => [to, kind]).sort()).toEqual([
      ['one@example.org', 'participant-list'],
      ['two@example.org', 'participant-list'],
    ]);
  });

  it('shows the needs that no list carries', async () => {
    expect((await meeting(['needs', 'focal-points'])).out).toEqual(['Nobody has stated a need.']);
    const dietary = 'No nuts.\nNo shellfish.';
    const answer = await base.post(registrationOf({ dietary, accessibility: 'Step-free way' }));
    await base.post(registrationOf({ email: 'other@example.org' }));
    const { reference } = await jsonOf(answer);
    expect((await meeting(['papers', 'focal-points'])).out).toEqual([
      'Nobody has given details of papers.',
    ]);
    expect((await meeting(['needs', 'focal-points'])).out).toEqual([
      `${reference}, Sophea Chan, Cambodia`,
      '  Dietary requirements: No nuts.',
      '    No shellfish.',
      '  Accessibility requirements: Step-free way',
    ]);
  });

  it('shows sensitive answers to whoever asks for needs, and those about papers apart', async () => {
    const questions = [{ set: 'dietary' }, { set: 'passport', categories: ['guest'] }];
    await meeting(['apply', fileOf({ questions })]);
    const { state: _, ...guest } = registrationOf({
      representation: 'individual',
      delegationRole: 'resource-person',
    });
    const answers = {
      diet: ['vegan', 'other'],
      dietDetails: 'No nuts',
      passportName: 'CHAN SOPHEA',
      passportNumber: 'N001',
      passportCountry: 'Cambodia',
      passportExpiresOn: '2099-01-02',
      birthDate: '1980-05-06',
    };
    const { reference } = await jsonOf(base.post({ ...guest, answers }));
    expect((await meeting(['needs', 'focal-points'])).out).toEqual([
      `${reference}, Sophea Chan`,
      '  What do you eat, or not eat?: Vegan, An allergy, or something else',
      '  What must the kitchen know?: No nuts',
    ]);
    expect((await meeting(['papers', 'focal-points'])).out).toEqual([
      `${reference}, Sophea Chan`,
      '  Name as in your passport: CHAN SOPHEA',
      '  Number of your passport: N001',
      '  Country that issued it: Cambodia',
      '  Day on which it expires: 2 January 2099',
      '  Date of birth: 6 May 1980',
    ]);
  });

  it.each(['show', 'send-list', 'needs', 'papers'])(
    '%s knows no meeting that is not there',
    async (name) => {
      expect(await meeting([name, 'nowhere'])).toEqual({
        code: 1,
        out: [],
        err: ['There is no meeting nowhere.'],
      });
    },
  );
});

describe('npm run meeting -- --stage', () => {
  beforeEach(start);

  /** Answers like CloudFormation: two stacks, whose outputs name the tables of this test and its address. */
  async function cloudFormation() {
    const output = (key: string, value: string) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`;
    const asked: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const name = new URLSearchParams(body).get('StackName') ?? '';
        asked.push(name);
        const outputs = {
          [stackName('trial', 'data')]:
            output('RegistryTable', store.registry) +
            output('OutboxTable', store.outbox) +
            output('VaultTable', store.vault),
          [stackName('trial', 'service')]: output('PublicUrl', 'https://trial.example'),
        }[name];
        const known = outputs !== undefined;
        response.writeHead(known ? 200 : 400, { 'Content-Type': 'text/xml' });
        response.end(
          known
            ? `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><Outputs>${outputs}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`
            : `<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ENDPOINT_URL_DYNAMODB: inject('dynamoEndpoint'),
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      PLENARY_DATA: join(folder, 'none'),
    };
    return { asked, environment, close: () => server.close() };
  }

  it('works on the tables that the stage says are its own', async () => {
    const { asked, environment, close } = await cloudFormation();
    const file = fileOf({ ceiling: 50 });
    const { code, out, err } = await meeting(['apply', file, '--stage', 'trial'], environment);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: ['focal-points: changed', '  ceiling: none → 50'],
      err: [],
    });
    expect(asked).toEqual([stackName('trial', 'data'), stackName('trial', 'service')]);
    expect((await getMeeting(store, 'focal-points'))?.meeting.ceiling).toBe(50);
    close();
  });

  it('refuses days that count from today, and writes nothing', async () => {
    const { environment, close } = await cloudFormation();
    const file = fileOf({ startsOn: 'today+60d', endsOn: 'today+62d' });
    const before = await getMeeting(store, 'focal-points');
    const { code, out, err } = await meeting(['apply', file, '--stage', 'trial'], environment);
    expect([code, out]).toEqual([1, []]);
    expect(err).toEqual([
      expect.stringMatching(/^startsOn: write a date, such as 2\d{3}-\d\d-\d\d: "today\+60d"/),
      expect.stringMatching(/^endsOn: write a date/),
    ]);
    expect(await getMeeting(store, 'focal-points')).toEqual(before);
    close();
  });

  it('says in one line that a stage is not deployed', async () => {
    const { environment, close } = await cloudFormation();
    expect(await meeting(['list', '--stage', 'other'], environment)).toEqual({
      code: 1,
      out: [],
      err: [`The stage "other" is not deployed: there is no stack ${stackName('other', 'data')}.`],
    });
    close();
  });
});

describe('npm run meeting -- texts', () => {
  it('lists what a meeting may word itself, and one text in every language', async () => {
    const { out } = await meeting(['texts']);
    expect(out).toContain('mail.offer.lead ({until})');
    expect(out[out.indexOf('mail.offer.lead ({until})') + 1]).toContain('{until}');
    const one = await meeting(['texts', 'mail.offer.lead']);
    expect(one.out).toHaveLength(7);
    expect(one.out[4]).toMatch(/^ {2}fr: .*\{until\}/);
    expect(await meeting(['texts', 'mail.offer'])).toMatchObject({ code: 1, out: [] });
  });

  it('are what is then said, and are refused by their place in the file', async () => {
    await start();
    const texts = { fr: { 'mail.offer.lead': 'Bientôt.' } };
    expect(await meeting(['apply', fileOf({ texts })])).toEqual({
      code: 1,
      out: [],
      err: ['texts.fr["mail.offer.lead"]: lacks {until}; placeholders: {until}'],
    });
  });
});
