import { describe, expect, it } from 'vitest';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { catalogueOf, LANGUAGES } from '../../../functions/language/index.ts';
import { catalogueProblems } from '../../support/catalogue.ts';

it('speaks all six languages of the United Nations', () => {
  expect(LANGUAGES).toEqual(UN_LANGUAGES);
});

describe.each(UN_LANGUAGES)('the catalogue in %s', (language) => {
  it('has every text and no other, with the placeholders, plurals and marks that it must have', async () => {
    expect(catalogueProblems(language, await catalogueOf(language), en)).toEqual([]);
  });

  it('leaves nothing in English', async () => {
    if (language === 'en') return;
    const catalogue = await catalogueOf(language);
    // Names of languages are in their own language everywhere; what has no words is the same in all.
    const same = Object.entries(en).filter(
      ([key, text]) =>
        !key.startsWith('language.') &&
        // Words such as “Participants” are the same in two languages; sentences are not.
        text.split(' ').length > 2 &&
        /[A-Za-z]{4,}/.test(text.replace(/\{[^{}]*\}/g, '')) &&
        catalogue[key as keyof typeof en] === text,
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('changes the direction of writing for examples in another script, whole ones, and for nothing else', async () => {
    for (const text of Object.values(await catalogueOf(language))) {
      const isolated =
        language === 'ar' ? text.replace(/\u2066[^\u2066-\u2069]+\u2069/g, '') : text;
      expect(isolated).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }
  });
});

describe('the check of a catalogue', () => {
  const english = {
    plain: 'Yes',
    named: 'To {name}',
    counted: '{n, plural, one {# seat} other {# seats}}',
  };
  const right = {
    ar: {
      plain: 'نعم',
      named: 'إلى {name}',
      counted: '{n, plural, zero {لا} one {#} two {#} few {#} many {#} other {#}}',
    },
    ru: {
      plain: 'Да',
      named: 'Для {name}',
      counted: '{n, plural, one {# место} few {# места} many {# мест} other {# места}}',
    },
    fr: {
      plain: 'Oui\u202f!',
      named: 'À\u00a0: {name}',
      counted: '{n, plural, one {# place} many {# de places} other {# places}}',
    },
    es: { plain: '¿Sí?', named: 'A {name}', counted: '{n, plural, one {#} many {#} other {#}}' },
    zh: { plain: '是，好', named: '致{name}', counted: '{n, plural, other {#个}}' },
    en: english,
  } as const;

  it.each(UN_LANGUAGES)('finds nothing in what is right in %s', (language) => {
    expect(catalogueProblems(language, right[language], english)).toEqual([]);
  });

  it.each([
    ['ru', { plain: undefined }, 'plain: is missing'],
    ['ru', { more: 'Ещё' }, 'more: is in no other language'],
    ['ru', { named: 'Для всех' }, 'named: lacks {name}'],
    ['ru', { named: 'Для {name}, {title}' }, 'named: invents {title}'],
    ['ru', { named: 'Для {nаme}' }, 'named: lacks {name}'],
    ['ru', { counted: '{n, plural, one {#} other {#}}' }, 'counted: {n} lacks few'],
    ['ar', { counted: right.ru.counted }, 'counted: {n} lacks two'],
    ['fr', { counted: '{n, plural, one {#} other {#}}' }, 'counted: {n} lacks many'],
    ['en', { counted: '{n, plural, other {#}}' }, 'counted: {n} lacks one'],
    ['es', { counted: '{n, plural, one {# other {#}}' }, 'counted: is not well formed'],
    ['en', { plain: 'Organisers' }, 'plain: is not spelled as at the United Nations'],
    ['en', { plain: "Don't" }, 'plain: has a straight quotation mark'],
    ['fr', { plain: 'Oui !' }, 'plain: has no narrow space'],
    ['fr', { named: 'À : {name}' }, 'named: has no space before a colon'],
    ['es', { plain: 'Sí?' }, 'plain: does not open a question'],
    ['ar', { plain: 'نعم, نعم' }, 'plain: has marks of another script'],
    ['zh', { plain: '是,好' }, 'plain: has half-width marks'],
    ['ru', { plain: 'Да - нет' }, 'plain: has a hyphen for a dash'],
  ] as const)('finds in %s that of %o: %s', (language, change, problem) => {
    const texts: Record<string, string> = {};
    for (const [key, text] of Object.entries({ ...right[language], ...change }))
      if (text !== undefined) texts[key] = text;
    expect(catalogueProblems(language, texts, english).join('\n')).toContain(problem);
  });
});
