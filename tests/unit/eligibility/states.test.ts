import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import file from '../../../functions/domain/eligibility/conventions/unesco-members.json' with {
  type: 'json',
};
import {
  ELECTORAL_GROUPS,
  REGIONS,
  STATE_CODES,
  stateByCode,
} from '../../../functions/domain/eligibility/states.ts';
import { day } from '../../../functions/domain/meeting/meeting-definition.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import overrides from '../../../functions/language/catalogues/state-names.json' with {
  type: 'json',
};
import { compareStates, stateName } from '../../../functions/language/states.ts';

const of = (field: 'region' | 'electoralGroup', kind: string) => {
  const rows = STATE_CODES.map(stateByCode).filter((state) => state?.kind === kind);
  const groups = Object.groupBy(rows, (state) => String(state?.[field]));
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group?.length]));
};

describe('the register of States', () => {
  it('is well formed', () => {
    const code = z.string().regex(/^[A-Z]{2}$/);
    const region = z.enum(REGIONS);
    const electoralGroup = z.enum(ELECTORAL_GROUPS);
    const schema = z.object({
      memberStates: z
        .array(z.strictObject({ code, electoralGroup, region, unMember: z.boolean() }))
        .length(194),
      associateMembers: z
        .array(
          z.strictObject({
            code,
            region,
            admitted: day.nullable(),
            confidence: z.enum(['confirmed', 'general-knowledge']),
          }),
        )
        .length(12),
      otherStates: z
        .array(z.strictObject({ code, unMember: z.boolean(), note: z.string().min(1) }))
        .length(3),
      organisations: z.array(z.strictObject({ code, note: z.string().min(1) })).length(1),
    });
    expect(schema.safeParse(file).error).toBeUndefined();
  });

  it('has every code once, in order', () => {
    expect(STATE_CODES).toHaveLength(194 + 12 + 3 + 1);
    expect(new Set(STATE_CODES).size).toBe(STATE_CODES.length);
    expect(STATE_CODES).toEqual([...STATE_CODES].sort());
  });

  it('has the Member States of UNESCO by group and by region', () => {
    expect(of('electoralGroup', 'member-state')).toEqual({
      I: 26,
      II: 25,
      III: 33,
      IV: 44,
      'V(a)': 47,
      'V(b)': 19,
    });
    expect(of('region', 'member-state')).toEqual({ ENA: 49, LAC: 33, APA: 46, AFR: 47, ARB: 19 });
    expect(of('region', 'associate-member')).toEqual({ LAC: 7, ENA: 2, APA: 3 });
  });

  it('has every Member of the United Nations, and Cook Islands, Niue and Palestine', () => {
    const rows = [...file.memberStates, ...file.otherStates];
    expect(rows.filter(({ unMember }) => unMember)).toHaveLength(193);
    expect(file.memberStates.filter(({ unMember }) => !unMember).map(({ code }) => code)).toEqual([
      'CK',
      'NU',
      'PS',
    ]);
  });

  it.each([
    ['TJ', 'member-state', 'APA', 'II'],
    ['TH', 'member-state', 'APA', 'IV'],
    ['MO', 'associate-member', 'APA', null],
    ['EU', 'organisation', null, null],
    ['IL', 'other-state', null, null],
    ['LI', 'other-state', null, null],
    ['VA', 'other-state', null, null],
  ])('finds %s: %s, region %s, group %s', (code, kind, region, electoralGroup) => {
    expect(stateByCode(code)).toEqual({ code, kind, region, electoralGroup });
  });

  it('finds nobody for a code that nobody has', () => {
    for (const code of ['XX', 'th', '', 'toString']) expect(stateByCode(code)).toBeUndefined();
  });
});

describe.each(UN_LANGUAGES)('the names of States in %s', (language) => {
  const names = STATE_CODES.map((code) => stateName(code, language));

  it('are all there, all different', () => {
    expect(names.filter((name, i) => name === STATE_CODES[i] || name.trim() === '')).toEqual([]);
    expect(new Set(names).size).toBe(STATE_CODES.length);
  });

  it('are written out, without marks of a list, an article in brackets or a curly apostrophe', () => {
    expect(names.filter((name) => /[&*’_]|\bSt\.|о-ва| {2}/.test(name))).toEqual([]);
    expect(names.filter((name) => /[([](the|le|la|les|l'|el|los|las)[)\]]$/i.test(name))).toEqual(
      [],
    );
  });

  it('sort into one order, whatever order they come in', () => {
    const sorted = [...STATE_CODES].sort(compareStates(language));
    expect([...STATE_CODES].reverse().sort(compareStates(language))).toEqual(sorted);
    expect(sorted).not.toEqual(STATE_CODES);
  });
});

describe('the name of a State', () => {
  it.each([
    ['en', 'AG', 'Antigua and Barbuda'],
    ['en', 'BN', 'Brunei Darussalam'],
    ['en', 'CD', 'Democratic Republic of the Congo'],
    ['en', 'CG', 'Congo'],
    ['en', 'CI', "Côte d'Ivoire"],
    ['en', 'FO', 'Faroes'],
    ['en', 'GB', 'United Kingdom of Great Britain and Northern Ireland'],
    ['en', 'IR', 'Iran (Islamic Republic of)'],
    ['en', 'KP', "Democratic People's Republic of Korea"],
    ['en', 'KR', 'Republic of Korea'],
    ['en', 'LA', "Lao People's Democratic Republic"],
    ['en', 'LC', 'Saint Lucia'],
    ['en', 'MO', 'Macao, China'],
    ['en', 'NL', 'Netherlands (Kingdom of the)'],
    ['en', 'NR', 'Naoero'],
    ['en', 'PS', 'Palestine'],
    ['en', 'TR', 'Türkiye'],
    ['en', 'VA', 'Holy See'],
    ['en', 'VN', 'Viet Nam'],
    ['fr', 'CI', "Côte d'Ivoire"],
    ['fr', 'KH', 'Cambodge'],
    ['fr', 'KR', 'République de Corée'],
    ['fr', 'TL', 'Timor-Leste'],
    ['fr', 'US', "États-Unis d'Amérique"],
    ['es', 'BH', 'Bahrein'],
    ['es', 'KR', 'República de Corea'],
    ['es', 'NZ', 'Nueva Zelandia'],
    ['es', 'QA', 'Qatar'],
    ['ru', 'CI', "Кот-д'Ивуар"],
    ['ru', 'RU', 'Российская Федерация'],
    ['ru', 'ZA', 'Южная Африка'],
    ['zh', 'CN', '中国'],
    ['zh', 'EU', '欧洲联盟'],
    ['zh', 'KR', '大韩民国'],
    ['ar', 'PS', 'فلسطين'],
    ['ar', 'TH', 'تايلند'],
    ['ar', 'VN', 'فييت نام'],
  ] as const)('in %s of %s is %s', (language, code, name) => {
    expect(stateName(code, language)).toBe(name);
  });

  it('is the code itself for a code that nobody has', () => {
    for (const code of ['XQ', 'x', '', '<b>', 'constructor', '__proto__'])
      expect(stateName(code, 'en')).toBe(code);
  });

  it('is overridden only for States in the register', () => {
    expect(Object.keys(overrides).filter((code) => stateByCode(code) === undefined)).toEqual([]);
  });
});

describe('the order of States', () => {
  const order = (language: (typeof UN_LANGUAGES)[number], codes: readonly string[]) =>
    [...codes].sort(compareStates(language));

  it('follows the names in the language, not the codes', () => {
    const bangkok = ['BD', 'CN', 'IN', 'KH', 'KR', 'LA', 'NZ', 'TJ', 'VN'];
    expect(order('en', bangkok)).toEqual(['BD', 'KH', 'CN', 'IN', 'LA', 'NZ', 'KR', 'TJ', 'VN']);
    expect(order('fr', bangkok)).toEqual(['BD', 'KH', 'CN', 'IN', 'NZ', 'KR', 'LA', 'TJ', 'VN']);
  });

  it('ignores accents, hyphens, spaces and the Arabic article', () => {
    expect(order('fr', ['EG', 'EC', 'SV', 'ES', 'US'])).toEqual(['EG', 'SV', 'EC', 'ES', 'US']);
    expect(order('fr', ['KN', 'LC', 'SM'])).toEqual(['LC', 'KN', 'SM']);
    expect(order('en', ['CI', 'HR', 'CR', 'AX', 'AL'])).toEqual(['AX', 'AL', 'CR', 'CI', 'HR']);
    expect(order('ar', ['YE', 'JO', 'AM', 'PT'])).toEqual(['JO', 'AM', 'PT', 'YE']);
  });
});
