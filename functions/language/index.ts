import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, UN_LANGUAGES } from '../domain/shared/languages.ts';
import type { Catalogue, TextKey } from './catalogues/catalogue.ts';
import { en } from './catalogues/en.ts';

export type { TextKey } from './catalogues/catalogue.ts';

/** The placeholder names in an ICU message: `{count, plural, one {# seat} other {# seats}}` has `count`. */
type Placeholder<S extends string> = S extends `${string}{${infer Inner}}${infer Rest}`
  ?
      | (Inner extends `${infer Name},${string}`
          ? Name
          : Inner extends `${string} ${string}`
            ? never
            : Inner)
      | Placeholder<Rest>
  : never;

/** The values a text needs: one for each placeholder of its English wording. */
type Values<K extends TextKey> = Readonly<Record<Placeholder<(typeof en)[K]>, string | number>>;

/**
 * The other languages, each in one file. A file is loaded when its language is first used, so that a function starts
 * with English only.
 */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  ar: async () => (await import('./catalogues/ar.ts')).ar,
  zh: async () => (await import('./catalogues/zh.ts')).zh,
  fr: async () => (await import('./catalogues/fr.ts')).fr,
  ru: async () => (await import('./catalogues/ru.ts')).ru,
  es: async () => (await import('./catalogues/es.ts')).es,
};

const catalogues: Partial<Record<Language, Catalogue>> = { en };

/** The languages of Plenary: all six of the United Nations. */
export const LANGUAGES: readonly Language[] = UN_LANGUAGES;

/** Loads a language. `t` accepts only languages that this has returned. */
export async function loadLocale(language: Language): Promise<Language> {
  catalogues[language] ??= await catalogueOf(language);
  return language;
}

/** All texts in one language. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'en' ? en : await OTHERS[language]();
}

const formats = new Map<string, IntlMessageFormat>();

/**
 * The text `key` in `language`, with its placeholders filled in. The result is plain text: escape it in HTML.
 *
 * @throws Error if `loadLocale` has not loaded `language`, so that no reader gets another language by accident.
 */
export function t<K extends TextKey>(language: Language, key: K, ...[values]: ValuesOf<K>): string {
  return translateKey(language, key, values ?? {});
}

/** The arguments of `t` after the key: none for a text without placeholders. */
export type ValuesOf<K extends TextKey> =
  Placeholder<(typeof en)[K]> extends never ? [] : [values: Values<K>];

/**
 * Like `t`, for a key from a table whose texts have different placeholders. The compiler does not check the values.
 */
export function translateKey(
  language: Language,
  key: TextKey,
  values: Readonly<Record<string, string | number>>,
): string {
  const text = catalogues[language]?.[key];
  if (text === undefined) throw new Error(`No text in ${language} for ${key}`);
  if (!text.includes('{')) return text;
  const name = `${language} ${key}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    formats.set(name, format);
  }
  return String(format.format(values));
}
