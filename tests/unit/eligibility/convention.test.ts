import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  CONFIDENCES,
  CONVENTION_IDS,
  conventions,
  partiesOn,
  statusOn,
} from '../../../functions/domain/eligibility/convention.ts';
import file from '../../../functions/domain/eligibility/conventions/diversity-2005.json' with {
  type: 'json',
};
import sources from '../../../functions/domain/eligibility/conventions/diversity-2005.sources.json' with {
  type: 'json',
};
import {
  ELECTORAL_GROUPS,
  REGIONS,
  STATE_CODES,
  stateByCode,
} from '../../../functions/domain/eligibility/states.ts';
import { day } from '../../../functions/domain/meeting/meeting-definition.ts';
import { reasonInWords } from '../../../functions/language/reason.ts';
import { stateName } from '../../../functions/language/states.ts';

const convention = conventions['diversity-2005'];
const parties = [...convention.parties.values()];
const FIRST_DAY = '2014-03-04';

const count = (values: readonly (string | null)[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(values, String)).map(([k, v]) => [k, v?.length]),
  );
const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code);

describe('the register of the 2005 Convention', () => {
  it('is well formed, row by row', () => {
    const row = {
      code: z.enum(STATE_CODES),
      instrument: z.enum(['ratification', 'acceptance', 'approval', 'accession']).nullable(),
      electoralGroup: z.enum(ELECTORAL_GROUPS).nullable(),
      region: z.enum(REGIONS).nullable(),
      confidence: z.enum(CONFIDENCES),
    };
    const known = z.strictObject({
      ...row,
      depositDate: day,
      depositWindow: z.null(),
      entryIntoForce: day,
    });
    const window = z.tuple([day, day]).refine(([from, to]) => from < to);
    const unknown = z.strictObject({
      ...row,
      depositDate: z.null(),
      depositWindow: window,
      entryIntoForce: z.null(),
    });
    expect(z.array(z.union([known, unknown])).safeParse(file.parties).error).toBeUndefined();
    expect(CONVENTION_IDS).toEqual([file.id]);
    expect(convention.asOf).toBe('2025-06-20');
  });

  it('has 159 Parties, each once: 158 States and the European Union', () => {
    expect(file.parties).toHaveLength(159);
    expect(convention.parties.size).toBe(159);
    expect(count(parties.map(({ code }) => stateByCode(code)?.kind ?? null))).toEqual({
      'member-state': 158,
      organisation: 1,
    });
  });

  it('says how well each is known, and what each deposited', () => {
    expect(count(parties.map((party) => party.confidence))).toEqual({
      confirmed: 119,
      derived: 1,
      partial: 18,
      'status-only': 5,
      'general-knowledge': 16,
    });
    expect(count(parties.map((party) => party.instrument))).toEqual({
      ratification: 112,
      accession: 32,
      approval: 6,
      acceptance: 5,
      null: 4,
    });
  });

  it('has their electoral groups and regions, as the list of Member States has them', () => {
    expect(count(parties.map((party) => party.electoralGroup))).toEqual({
      I: 25,
      II: 24,
      III: 32,
      IV: 18,
      'V(a)': 42,
      'V(b)': 17,
      null: 1,
    });
    expect(count(parties.map((party) => party.region))).toEqual({
      ENA: 47,
      LAC: 32,
      APA: 20,
      AFR: 42,
      ARB: 17,
      null: 1,
    });
    for (const { code, region, electoralGroup } of parties)
      expect(stateByCode(code), code).toMatchObject({ region, electoralGroup });
  });

  it('has a source and a name for each Party, and says where there is no source', () => {
    expect(Object.keys(sources.parties)).toEqual(codes(file.parties));
    for (const { code, confidence } of parties) {
      const entry = sources.parties[code as keyof typeof sources.parties];
      expect(entry.name, code).toBe(stateName(code, 'en'));
      const silent = confidence === 'general-knowledge' && entry.note !== null;
      expect(entry.sources.length > 0 || silent, code).toBe(true);
    }
  });
});

/**
 * The day on which the Convention comes into force for whoever deposits on `deposit`: so many calendar
 * months later, on the last day of the month where it has no such day, and never before the Convention itself.
 */
function entryIntoForceOf(deposit: string): string {
  const [year = 0, month = 0, day = 0] = deposit.split('-').map(Number);
  const months = month - 1 + file.monthsToEntryIntoForce;
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const own = new Date(Date.UTC(year, months, Math.min(day, lastDay))).toISOString().slice(0, 10);
  return own < file.entryIntoForce ? file.entryIntoForce : own;
}

describe('entry into force (Article 29)', () => {
  it('follows from the deposit for every Party whose days are both known, without exception', () => {
    const known = parties.filter((party) => party.depositDate !== null);
    expect(known).toHaveLength(151);
    for (const { code, depositDate, entryIntoForce } of known)
      expect(entryIntoForceOf(depositDate), code).toBe(entryIntoForce);
    expect(known.filter((party) => party.entryIntoForce === '2007-03-18')).toHaveLength(36);
  });

  it.each([
    ['2005-11-28', '2007-03-18'],
    ['2006-12-18', '2007-03-18'],
    ['2006-12-19', '2007-03-19'],
    ['2013-11-30', '2014-02-28'],
    ['2015-11-30', '2016-02-29'],
    ['2014-03-31', '2014-06-30'],
    ['2014-10-15', '2015-01-15'],
  ])('of an instrument deposited on %s is on %s', (deposit, inForce) => {
    expect(entryIntoForceOf(deposit)).toBe(inForce);
  });
});

describe('the Parties on a day', () => {
  it('are 13 in the Asia-Pacific region on the first day in Bangkok, 12 by electoral group', () => {
    const region = partiesOn(convention, FIRST_DAY, { region: 'APA' });
    const group = partiesOn(convention, FIRST_DAY, { electoralGroup: 'IV' });
    const both = ['AF', 'AU', 'BD', 'CN', 'ID', 'IN', 'KH', 'KR', 'LA', 'MN', 'NZ', 'VN'];
    expect(codes(region)).toEqual([...both, 'TJ'].sort());
    expect(codes(group)).toEqual(both);
    for (const { code } of region)
      expect(statusOn(convention, code, FIRST_DAY).reason.code, code).toBe('party-in-force');
    expect(partiesOn(convention, FIRST_DAY, { region: 'APA', electoralGroup: 'II' })).toHaveLength(
      1,
    );
  });

  // What dated public sources said; they are in the .sources.json under `totals`.
  it.each([
    ['2006-12-08', 21, false],
    ['2006-12-15', 22, false],
    ['2006-12-18', 35, true],
    ['2007-06-20', 62, true],
    ['2010-07-25', 111, true],
    ['2010-07-26', 112, true],
    ['2013-06-04', 129, true],
    [FIRST_DAY, 133, true],
    ['2016-10-31', 144, true],
    ['2018-02-15', 145, true],
    ['2020-01-31', 148, true],
    ['2023-06-07', 151, true],
    ['2025-06-20', 157, true],
    ['2025-10-01', 158, true],
  ])('on %s are %i States, and the European Union: %s', (date, states, union) => {
    const found = codes(partiesOn(convention, date));
    expect(found.filter((code) => code !== 'EU')).toHaveLength(states);
    expect(found.includes('EU')).toBe(union);
  });
});

describe('a Party or not', () => {
  const status = (code: string, date = FIRST_DAY) => statusOn(convention, code, date);
  const words = (code: string, date = FIRST_DAY) => reasonInWords('en', status(code, date).reason);

  it('Thailand and Nepal are not', () => {
    for (const state of ['TH', 'NP'])
      expect(status(state)).toEqual({
        party: false,
        reason: { code: 'never-party', state, date: FIRST_DAY },
      });
    expect(words('NP')).toBe('Nepal: not a Party on 4 March 2014.');
    expect(words('TH')).toBe('Thailand: not a Party on 4 March 2014.');
  });

  it('says where the list of Parties does not reach, of those who are not on it alone', () => {
    expect(words('TH', '2025-06-20')).toBe('Thailand: not a Party on 20 June 2025.');
    expect(words('TH', '2025-06-21')).toBe(
      'Thailand: not a Party on 21 June 2025, according to the list of Parties of 20 June 2025.',
    );
    expect(words('MO', '2030-03-04')).toBe(
      'Macao, China: Associate Member of UNESCO, not a Party, according to the list of Parties of 20 June 2025.',
    );
    expect(words('KH', '2030-03-04')).toBe('Cambodia: Party since 19 September 2007.');
    expect(status('XX', '2030-03-04').reason).not.toHaveProperty('asOf');
  });

  it('Cambodia is, since its deposit', () => {
    expect(status('KH')).toEqual({
      party: true,
      reason: {
        code: 'party-in-force',
        state: 'KH',
        date: FIRST_DAY,
        deposited: '2007-09-19',
        inForceFrom: '2007-12-19',
      },
    });
    expect(words('KH')).toBe('Cambodia: Party since 19 September 2007.');
  });

  it('Brazil is, in another region', () => {
    expect(status('BR').party).toBe(true);
    expect(convention.parties.get('BR')).toMatchObject({ region: 'LAC', electoralGroup: 'III' });
    expect(codes(partiesOn(convention, FIRST_DAY, { region: 'LAC' }))).toContain('BR');
  });

  it('the European Union is, in no region and no group', () => {
    expect(status('EU')).toMatchObject({ party: true, reason: { code: 'party-in-force' } });
    expect(status('EU', '2006-12-17').party).toBe(false);
    expect(convention.parties.get('EU')).toMatchObject({ region: null, electoralGroup: null });
    expect(words('EU')).toBe('European Union: Party since 18 December 2006.');
  });

  it('a State is from the day of its deposit, and bound three months later', () => {
    const code = (date: string) => status('KH', date).reason.code;
    expect(status('KH', '2007-09-18')).toMatchObject({ party: false });
    expect(words('KH', '2007-09-18')).toBe(
      'Cambodia: not a Party on 18 September 2007; the instrument was deposited on 19 September 2007.',
    );
    expect(status('KH', '2007-09-19')).toMatchObject({
      party: true,
      reason: { code: 'party-before-entry-into-force', inForceFrom: '2007-12-19' },
    });
    expect(words('KH', '2007-12-18')).toBe(
      'Cambodia: counted as a Party; the instrument was deposited on 19 September 2007, and the Convention enters into force for this Party on 19 December 2007.',
    );
    expect(code('2007-12-18')).toBe('party-before-entry-into-force');
    expect(code('2007-12-19')).toBe('party-in-force');
  });

  it('a day of deposit from general knowledge is used as any other', () => {
    expect(convention.parties.get('IQ')).toMatchObject({ confidence: 'general-knowledge' });
    expect(status('IQ')).toMatchObject({ party: true, reason: { code: 'party-in-force' } });
  });

  it('a State whose day of deposit is unknown counts from the first day it can have been', () => {
    const at = (date: string) => {
      const { party, reason } = status('TM', date);
      return [party, reason.code];
    };
    // Turkmenistan: some day in July 2021.
    expect(at('2021-06-30')).toEqual([false, 'not-party-yet-date-unconfirmed']);
    expect(at('2021-07-01')).toEqual([true, 'party-date-unconfirmed']);
    expect(at('2021-10-31')).toEqual([true, 'party-date-unconfirmed']);
    expect(words('TM', '2021-06-30')).toBe(
      'Turkmenistan: not a Party on 30 June 2021; the instrument was deposited between 1 July 2021 and 31 July 2021.',
    );
    expect(words('TM', '2022-01-01')).toBe(
      'Turkmenistan: counted as a Party; the instrument was deposited between 1 July 2021 and 31 July 2021, on a day that is not confirmed.',
    );
    expect(codes(parties.filter((party) => party.depositDate === null))).toEqual([
      'KN',
      'NU',
      'PK',
      'SA',
      'ST',
      'TM',
      'YE',
      'ZM',
    ]);
  });

  it('an Associate Member, a State outside UNESCO and a code that nobody has are not', () => {
    expect(status('MO')).toMatchObject({ party: false, reason: { code: 'associate-member' } });
    expect(words('MO')).toBe('Macao, China: Associate Member of UNESCO, not a Party.');
    expect(status('LI')).toMatchObject({ party: false, reason: { code: 'never-party' } });
    for (const nobody of ['XX', 'kh', '', '__proto__', 'constructor'])
      expect(status(nobody), nobody).toMatchObject({
        party: false,
        reason: { code: 'unknown-state', state: nobody },
      });
    expect(words('XX')).toBe('No State has the code XX.');
  });

  it('every reason is plain JSON and has its sentence', () => {
    for (const date of ['2006-12-18', FIRST_DAY, '2021-07-15', '2026-01-01'])
      for (const code of STATE_CODES) {
        const { reason } = status(code, date);
        expect(JSON.parse(JSON.stringify(reason))).toEqual(reason);
        expect(reasonInWords('en', reason)).toMatch(/^\p{Lu}.* .*\.$/u);
      }
  });
});
