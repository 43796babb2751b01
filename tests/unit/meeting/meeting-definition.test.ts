import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../../infra/cli/command-error.ts';
import { readMeetingFile } from '../../../infra/cli/meeting/meeting-file.ts';
import { meetingOn } from '../../support/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'meeting-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Seven in the evening of 31 December in UTC: in Bangkok it is the new year already. */
const NOW = new Date('2025-12-31T19:00:00Z');
const file = join(folder, 'meeting.json');

function read(content: unknown, allowed = {}) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readMeetingFile(file, NOW, allowed);
}

/** What is said of a file that is not right, its own path left out. */
async function complaints(content: unknown, allowed = {}): Promise<string[]> {
  const error = await read(content, allowed).catch((reason: unknown) => reason);
  if (!(error instanceof CommandError)) throw error;
  return error.lines.map((line) => line.replace(file, 'FILE'));
}

const right = meetingOn('2026-01-01') as unknown as Record<string, unknown>;

describe('a meeting file', () => {
  it('that is right gives the meeting it defines, with or without a byte order mark', async () => {
    expect(await read(right)).toEqual(right);
    expect(await read(`\ufeff${JSON.stringify(right)}`)).toEqual(right);
  });

  it.each(['bangkok-2014', 'template'])('is what %s.json is', async (name) => {
    const meeting = await readMeetingFile(`functions/domain/meeting/meetings/${name}.json`, NOW);
    expect(meeting.convention).toBe('diversity-2005');
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'a day before another',
      { registration: { opensOn: '2026-02-01', closesOn: '2026-01-31' } },
      ['registration.closesOn: is before opensOn'],
    ],
    [
      'an address',
      {
        organisers: [
          { name: 'A', email: 'a@example.org' },
          { name: 'B', email: 'nobody' },
        ],
      },
      ['organisers[1].email: is not an e-mail address'],
    ],
    ['what is missing', { contactEmail: undefined }, ['contactEmail: is missing']],
    ['an empty text', { title: { en: ' ' } }, ['title.en: is missing or empty']],
    ['a text that is none', { title: { en: 7 } }, ['title.en: is not a text']],
    [
      'a time zone',
      { timeZone: 'Nowhere/Atlantis' },
      ['timeZone: not an IANA time zone such as Asia/Bangkok'],
    ],
    [
      'a check that there is not',
      { botCheck: 'captcha' },
      ['botCheck: Invalid option: expected one of "none"|"proof-of-work"'],
    ],
    ['a field that is not one', { ceilings: 3 }, ['FILE: Unrecognized key: "ceilings"']],
    [
      'a person',
      {
        roster: [
          {
            representation: 'state',
            state: 'KH',
            delegationRole: 'head',
            familyName: '<script>',
          },
        ],
      },
      ['roster[0].familyName: is not a name of a person'],
    ],
  ])('is refused for %s, naming its place', async (_, changes, expected) => {
    expect(await complaints({ ...right, ...changes })).toEqual(expected);
  });

  it('says everything that is wrong at once', async () => {
    const lines = await complaints({ ...right, id: 'Not Right', ceiling: -1, endsOn: 'soon' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['id', 'endsOn', 'ceiling']);
  });

  it('has room for its roster', async () => {
    const entry = { representation: 'state', state: 'KH', delegationRole: 'head' };
    const host = {
      representation: 'organisation',
      organisation: 'Host',
      organisationKind: 'host',
      delegationRole: 'head',
    };
    expect(await complaints({ ...right, ceiling: 1, roster: [entry, entry, host] })).toEqual([
      'roster[2]: is host, which categories does not name',
      'ceiling: is 1, but the roster has 3',
    ]);
  });

  it.each([
    ['a comma too many', '{\n  "id": "a",\n}', 'FILE:2:12: '],
    ['an end that comes too soon', '{\n  "id": ', 'FILE:2:'],
    ['a quote that is missing', '{\n  "id: 1\n}', 'FILE:2:'],
    ['a key that stands twice', '{\n  "id": "a",\n  "id": "b"\n}', 'FILE:3:3: '],
    ['nothing', '', 'FILE:1:1: '],
  ])('that is not JSON is refused at the line and column of %s', async (_, text, where) => {
    const [line, ...more] = await complaints(text);
    expect(line?.startsWith(where), line).toBe(true);
    expect(more).toEqual([]);
  });

  it('that is not there is refused', async () => {
    await expect(readMeetingFile(join(folder, 'none.json'), NOW)).rejects.toThrow(
      'cannot be read (ENOENT)',
    );
  });
});

describe('days relative to today', () => {
  it('count from today in the time zone of the meeting', async () => {
    const days = {
      startsOn: 'today+60d',
      endsOn: 'today+62d',
      registration: { opensOn: 'today-7d', closesOn: 'today' },
    };
    expect(await read({ ...right, ...days })).toMatchObject({
      startsOn: '2026-03-02',
      endsOn: '2026-03-04',
      registration: { opensOn: '2025-12-25', closesOn: '2026-01-01' },
    });
    expect(await read({ ...right, ...days, timeZone: 'UTC' })).toMatchObject({
      startsOn: '2026-03-01',
      registration: { closesOn: '2025-12-31' },
    });
  });

  it('are refused where days must be dates, each with the date to write', async () => {
    const sittings = [{ day: 'today+60d', start: '09:30', end: '12:30' }];
    const lines = await complaints(
      { ...right, startsOn: 'today+60d', endsOn: '2026-03-04', sittings },
      { dates: true },
    );
    expect(lines).toEqual([
      expect.stringMatching(/^startsOn: write a date, such as 2026-03-02: "today\+60d" is for/),
      expect.stringMatching(/^sittings\[0\]\.day: write a date, such as 2026-03-02: /),
    ]);
    expect(await read(right, { dates: true })).toMatchObject({ startsOn: right.startsOn });
  });

  it('are read nowhere else, and are refused where they make no sense', async () => {
    expect(await read({ ...right, title: { en: 'today+1d' } })).toMatchObject({
      title: { en: 'today+1d' },
    });
    for (const startsOn of ['tomorrow', 'today+1', 'today + 1d'])
      expect((await complaints({ ...right, startsOn }))[0]).toMatch(/^startsOn: /);
  });
});
