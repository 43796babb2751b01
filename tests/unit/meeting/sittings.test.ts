import { describe, expect, it } from 'vitest';
import { meetingDefinition } from '../../../functions/domain/meeting/meeting-definition.ts';
import { instantOf, transitions } from '../../../functions/domain/shared/time-zone.ts';
import { loadLocale } from '../../../functions/language/index.ts';
import { sittingsInWords } from '../../../functions/language/sittings.ts';
import { meetingOn } from '../../support/fixtures.ts';

const base = meetingOn('2026-01-12');
const day = base.startsOn;

/** What is wrong with a meeting that is defined so, by its place. */
function problems(changes: Record<string, unknown>): string[] {
  const { success, error } = meetingDefinition.safeParse({ ...base, ...changes });
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the sittings of a meeting', () => {
  it('may be several a day, with a title or without', () => {
    expect(
      problems({
        sittings: [
          { day, start: '09:30', end: '12:30', title: { en: 'Opening', fr: 'Ouverture' } },
          { day, start: '14:00', end: '17:00' },
        ],
        link: 'https://meet.example.org/room?pwd=1',
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { day: '2020-01-01' },
      `sittings.0.day: is not a day of the meeting (${day} – ${base.endsOn})`,
    ],
    [{ day: '2026-02-30' }, 'sittings.0.day: Invalid ISO date'],
    [{ end: '09:30' }, 'sittings.0.end: is not after start'],
    [{ start: '9:30' }, 'sittings.0.start: not a time of the day such as 09:30'],
    [{ end: '24:00' }, 'sittings.0.end: not a time of the day such as 09:30'],
    [{ title: { fr: 'Ouverture' } }, 'sittings.0.title.en: required'],
    [{ room: 'A' }, 'sittings.0: Unrecognized key: "room"'],
  ])('%j: %s', (changes, problem) => {
    const sitting = { day, start: '09:30', end: '12:30', ...changes };
    expect(problems({ sittings: [sitting] })).toContain(problem);
  });

  it('begin at a time that clocks show, and no two of them at the same', () => {
    const changes = { startsOn: '2026-03-28', endsOn: '2026-03-30', timeZone: 'Europe/Paris' };
    const sunday = { day: '2026-03-29', end: '12:00' };
    expect(problems({ ...changes, sittings: [{ ...sunday, start: '02:30' }] })).toEqual([
      'sittings.0.start: does not exist on 2026-03-29: clocks in Europe/Paris are put forward over it',
    ]);
    const twice = { ...sunday, start: '03:30' };
    expect(problems({ ...changes, sittings: [twice, twice] })).toEqual([
      'sittings.1.start: is the same as that of sittings[0]',
    ]);
  });

  it('are no reason to fall over a time zone that is none', () => {
    const sittings = [{ day, start: '09:30', end: '12:30' }];
    expect(problems({ timeZone: 'Asia/Nowhere', sittings })).toEqual([
      'timeZone: not an IANA time zone such as Asia/Bangkok',
    ]);
  });

  it('and the link must be one that can be opened safely', () => {
    for (const link of ['http://meet.example.org', 'javascript:alert(1)', 'meet.example.org', ''])
      expect(problems({ link })).toEqual(['link: not an address that begins with https://']);
    expect(problems({ sittings: [] })).toHaveLength(1);
  });

  it('are put into words day by day, in the time of the place', async () => {
    const sittings = [
      { day: '2014-03-05', start: '09:30', end: '12:30' },
      { day: '2014-03-04', start: '14:00', end: '17:00' },
      { day: '2014-03-04', start: '09:30', end: '12:30', title: { en: 'Opening', zh: '开幕' } },
    ];
    const inWords = async (language: 'ar' | 'en' | 'zh') =>
      sittingsInWords(await loadLocale(language), { sittings, timeZone: 'Asia/Bangkok' });
    expect(await inWords('en')).toBe(
      '4 March 2014: 09:30–12:30 (Opening), 14:00–17:00; 5 March 2014: 09:30–12:30 (GMT+7)',
    );
    expect(await inWords('zh')).toBe(
      '2014年3月4日：09:30–12:30（开幕）、14:00–17:00；2014年3月5日：09:30–12:30（GMT+7）',
    );
    // Nothing in Arabic is read from left to right but the title, which is isolated.
    expect(await inWords('ar')).toBe(
      '4 آذار/مارس 2014: من 09:30 إلى 12:30 (\u2068Opening\u2069)، من 14:00 إلى 17:00؛ 5 آذار/مارس 2014: من 09:30 إلى 12:30 (غرينتش+7)',
    );
  });
});

describe('the clocks of a time zone', () => {
  it('change when the database says, to the second', () => {
    const year = [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)] as const;
    expect(transitions('America/New_York', ...year)).toEqual([
      { at: Date.UTC(2026, 2, 8, 7), from: -18_000, to: -14_400 },
      { at: Date.UTC(2026, 10, 1, 6), from: -14_400, to: -18_000 },
    ]);
    expect(transitions('Asia/Kathmandu', ...year)).toEqual([]);
    // Samoa went from one side of the date line to the other, and had no 30 December 2011.
    const apia = transitions('Pacific/Apia', Date.UTC(2011, 11, 1), Date.UTC(2012, 0, 31));
    expect(apia).toEqual([{ at: Date.UTC(2011, 11, 30, 10), from: -36_000, to: 50_400 }]);
  });

  it('show a time once, twice or never', () => {
    const at = (day: string, time: string) => instantOf('Europe/Paris', day, time);
    expect(at('2026-07-01', '12:00')).toBe(Date.UTC(2026, 6, 1, 10));
    expect(at('2026-03-29', '02:30')).toBeUndefined();
    // The first of the two.
    expect(at('2026-10-25', '02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});
