import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { UN_LANGUAGES } from '../../functions/domain/languages.ts';
import { en } from '../../functions/language/en.ts';
import { catalogueOf, LANGUAGES } from '../../functions/language/index.ts';

type Node = {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
};

const parsed = (language: string, text: string) =>
  new IntlMessageFormat(text, language, undefined, {
    ignoreTag: true,
  }).getAst() as unknown as Node[];

/** The placeholders of a text, each with the plural forms it is given in, if it is a plural. */
function placeholders(nodes: readonly Node[], found = new Map<string, string[]>()) {
  for (const { type, value = '', options } of nodes) {
    // Of the parser's kinds of nodes, 0 is plain text and 7 the number of a plural.
    if (type === 0 || type === 7) continue;
    found.set(value, [...(found.get(value) ?? []), ...Object.keys(options ?? {})]);
    for (const option of Object.values(options ?? {})) placeholders(option.value, found);
  }
  return found;
}

it('speaks all six languages of the United Nations', () => {
  expect(LANGUAGES).toEqual(UN_LANGUAGES);
});

describe.each(UN_LANGUAGES)('the catalogue in %s', (language) => {
  it('has every text and no other, each with the placeholders of the English one', async () => {
    const catalogue = await catalogueOf(language);
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
    const wrong = Object.entries(en).flatMap(([key, text]) => {
      const names = (of: string, at: string) =>
        [...placeholders(parsed(at, of)).keys()].sort().join();
      const mine = catalogue[key as keyof typeof en];
      return names(text, 'en') === names(mine, language) ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });

  it('has every plural form of the language', async () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of Object.entries(await catalogueOf(language)))
      for (const [name, forms] of placeholders(parsed(language, text)))
        if (forms.length > 0 && language !== 'en')
          expect([key, name, ...forms]).toEqual(
            expect.arrayContaining([key, name, ...pluralCategories]),
          );
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
