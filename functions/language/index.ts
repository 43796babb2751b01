import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/languages.ts';
import { en } from './en.ts';

/** The name of a text in the catalogue. */
export type TextKey = keyof typeof en;

/** What another language's file must provide: the same keys as English. */
export type Catalogue = Readonly<Record<TextKey, string>>;

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
export type Values<K extends TextKey> = Readonly<
  Record<Placeholder<(typeof en)[K]>, string | number>
>;

const catalogues: Partial<Record<Language, Catalogue>> = { en };

/** The languages Plenary speaks today: those with a catalogue. */
export const LANGUAGES: readonly Language[] = Object.keys(catalogues) as Language[];

const formats = new Map<string, IntlMessageFormat>();

/**
 * The text `key` in `language`, with its placeholders filled in. The result is plain text: whoever
 * puts it into HTML escapes it.
 *
 * @throws Error when no catalogue speaks `language`: negotiate first, so that falling back to
 * another language is a decision and never an accident.
 */
export function say<K extends TextKey>(
  language: Language,
  key: K,
  ...[values]: Placeholder<(typeof en)[K]> extends never ? [] : [Values<K>]
): string {
  return sayNamed(language, key, values ?? {});
}

/** As `say`, for a name that is put together: its placeholders are checked by tests, not by the compiler. */
export function sayNamed(
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

/** The language to speak to somebody who prefers `preferred`: that one if Plenary speaks it, else English. */
export function spoken(preferred: Language): Language {
  return LANGUAGES.includes(preferred) ? preferred : 'en';
}

/** Whether the catalogue has a text of this name, for names that are put together. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
