import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { titledName } from '../../../functions/domain/registration/name.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { daysInWords, instantInWords } from '../../../functions/language/day.ts';
import { cityIn, placeIn, placeInWords } from '../../../functions/language/place.ts';
import { plainOf } from '../../../functions/language/run.ts';
import { sittingsInWords } from '../../../functions/language/sittings.ts';
import { PROBLEMS } from '../../../functions/web/problem.tsx';

/** Files that list texts without showing them: the catalogues, and the texts that a meeting may word itself. */
const LISTS = new Set([...UN_LANGUAGES.map((language) => `${language}.ts`), 'text-overrides.ts']);

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !LISTS.has(entry.name)
        ? [readFileSync(join(folder, entry.name), 'utf8')]
        : [],
  );

/** The folders that write every key in full. The others may still put keys together. */
const LITERAL = ['participant', 'web', 'language', 'mail', 'scheduler'];
const literal = LITERAL.flatMap((folder) => sources(`functions/${folder}`)).join('\n');
const others = readdirSync('functions')
  .filter((folder) => !LITERAL.includes(folder))
  .flatMap((folder) => sources(`functions/${folder}`))
  .join('\n');

const isUsed = (key: string): boolean =>
  [literal, others].some((code) => code.includes(`'${key}'`)) || isPutTogether(key, others);

/** A template literal as the text of a call: what a search for the key does not find. */
const putTogether = (code: string): string[] =>
  code.match(/\b(?:t|translateKey|tWithOverrides|keyIn)\(\s*[^`()]*`[^`]*`/g) ?? [];

/** True if the code has a template that can give the key. */
function isPutTogether(key: string, code: string): boolean {
  const steps = key.split('.');
  return steps.some((_, first) =>
    steps
      .slice(first + 1)
      .concat('')
      .some((__, length) => {
        const last = first + length + 1;
        const pattern = [...steps.slice(0, first), '\0', ...steps.slice(last)].join('.');
        const escaped = pattern
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace('\0', '\\$\\{[^}]+\\}');
        return first > 0 && new RegExp(`\`${escaped}\``).test(code);
      }),
  );
}

describe('the catalogue', () => {
  it('is well-formed ICU throughout', () => {
    for (const [key, text] of Object.entries(en))
      expect(
        () => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }),
        key,
      ).not.toThrow();
  });

  it('has no text that no code uses', () => {
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('mail.confirmation.lead')).toBe(true);
    expect(isUsed('mail.confirmation.leads')).toBe(false);
    expect(isUsed('nobody.says.this')).toBe(false);
  });

  it('is found by a search for a key: no code of pages, mail or the scheduler puts keys together', () => {
    expect(putTogether(literal)).toEqual([]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is looked for
    expect(putTogether('t(language, `role.${role}`)')).toHaveLength(1);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is looked for
    expect(putTogether('translateKey(\n  language, `role.${role}`, {})')).toHaveLength(1);
    expect(literal).toContain("'category.party.heading'");
  });

  it('has the codes of all errors that schemas give', () => {
    const domain = sources('functions/domain').join('\n');
    const codes = [...domain.matchAll(/(?:error: |custom\()'([a-z-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) expect(Object.keys(en)).toContain(`error.${code}`);
  });

  it('asks of an error’s wording nothing but the label and the maximum', () => {
    for (const [key, text] of Object.entries(en).filter(([key]) => key.startsWith('error.')))
      for (const [, name] of text.matchAll(/\{(\w+)[,}]/g))
        expect(['label', 'max'], key).toContain(name);
  });

  it('has a title and a detail for every problem', () => {
    for (const name of Object.keys(PROBLEMS)) {
      expect(en).toHaveProperty([`problem.${name}.title`]);
      expect(en).toHaveProperty([`problem.${name}.detail`]);
    }
  });
});

describe('days in words', () => {
  it.each([
    // CLDR has thin spaces around this dash too.
    ['en', '2014-03-04', '2014-03-06', '4–6 March 2014'],
    ['en', '2014-02-28', '2014-03-01', '28 February\u2009–\u20091 March 2014'],
    ['zh', '2014-03-04', '2014-03-06', '2014年3月4日至6日'],
    ['zh', '2014-03-30', '2014-04-02', '2014年3月30日至4月2日'],
    ['zh', '2014-12-30', '2015-01-02', '2014年12月30日至2015年1月2日'],
    ['zh', '2014-03-04', '2014-03-04', '2014年3月4日'],
    ['fr', '2014-03-04', '2014-03-06', '4–6 mars 2014'],
    ['fr', '2014-03-01', '2014-03-01', '1er mars 2014'],
    ['fr', '2014-02-28', '2014-03-01', '28 février\u2009–\u20091er mars 2014'],
    ['ar', '2014-03-04', '2014-03-06', '4–6 آذار/مارس 2014'],
    ['ru', '2014-03-04', '2014-03-06', '4–6 марта 2014\u00a0г.'],
    ['ru', '2014-03-04', '2014-03-04', '4 марта 2014\u00a0г.'],
  ] as const)('%s: %s to %s is %s', (language, first, last, words) => {
    expect(daysInWords(language, first, last)).toBe(words);
  });
});

describe('a name in one line', () => {
  it.each([
    [{ title: 'Ms', givenName: 'Sophea', familyName: 'Chan' }, 'Ms Sophea Chan'],
    [{ title: '女士', givenName: '小明', familyName: '王' }, '王小明女士'],
    [{ title: 'Ms', givenName: '小明', familyName: '王' }, 'Ms 王小明'],
    [{ givenName: '지현', familyName: '김' }, '김지현'],
    [{ givenName: 'Gisele' }, 'Gisele'],
    [{}, ''],
  ])('%j is %s', (name, words) => {
    expect(titledName(name)).toBe(words);
  });
});

describe('an instant in words', () => {
  it.each([
    ['Asia/Bangkok', '14 February 2014 at 09:30 (GMT+7)'],
    ['America/New_York', '13 February 2014 at 21:30 (GMT-5)'],
    ['UTC', '14 February 2014 at 02:30 (UTC)'],
  ])('says in which time zone it is: %s', (timeZone, words) => {
    expect(instantInWords('en', '2014-02-14T02:30:00.000Z', timeZone)).toBe(words);
  });

  it.each([
    ['ar', '16 شباط/فبراير 2014، الساعة 09:30 (غرينتش+7)'],
    ['zh', '2014年2月16日09:30（GMT+7）'],
    ['en', '16 February 2014 at 09:30 (GMT+7)'],
    ['fr', '16 février 2014 à 09:30 (UTC+7)'],
    ['ru', '16 февраля 2014\u00a0г. в 09:30 (GMT+7)'],
    ['es', '16 de febrero de 2014 a las 09:30 (GMT+7)'],
  ] as const)('has the time zone in brackets, in %s too', (language, words) => {
    expect(instantInWords(language, '2014-02-16T02:30:00.000Z', 'Asia/Bangkok')).toBe(words);
  });

  it('has no plural at one o’clock in Spanish', () => {
    expect(instantInWords('es', '2014-02-16T00:15:00.000Z', 'Europe/Paris')).toBe(
      '16 de febrero de 2014 a la 01:15 (GMT+1)',
    );
  });

  it.each(UN_LANGUAGES)('calls a time zone what the sittings call it: %s', (language) => {
    for (const timeZone of ['Asia/Bangkok', 'Europe/Paris', 'Europe/London', 'Asia/Kolkata']) {
      const sittings = [{ day: '2014-02-14', start: '10:00', end: '12:00' }];
      const zone = /(?:\(|（)\S+$/.exec(instantInWords(language, '2014-02-14T08:00:00Z', timeZone));
      expect(zone?.[0]).toMatch(/GMT|UTC|غرينتش/);
      expect(sittingsInWords(language, { sittings, timeZone })).toContain(zone?.[0]);
    }
  });
});

describe('a place in words', () => {
  const venue = {
    name: { en: 'Salle II', fr: 'Salle deux' },
    city: { en: 'Geneva' },
    country: 'CH',
  };

  it('is the city and the country, or what to look for there as well', () => {
    expect(plainOf(cityIn('en', { venue }))).toBe('Geneva, Switzerland');
    expect(placeInWords('en', { venue })).toBe('Salle II, Geneva, Switzerland');
  });

  it('falls back for a name that is not there in the language, and for no other', () => {
    expect(placeInWords('fr', { venue })).toBe('Salle deux, Geneva, Suisse');
  });

  it('is marked where it is not in the language of whoever reads it, and nowhere else', () => {
    expect(placeIn('fr', { venue })).toEqual([
      { text: 'Salle deux' },
      { text: ', ' },
      { text: 'Geneva', language: 'en' },
      { text: ', ' },
      { text: 'Suisse' },
    ]);
    expect(placeIn('en', { venue }).every(({ language }) => language === undefined)).toBe(true);
  });
});
