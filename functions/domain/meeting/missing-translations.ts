import { type Language, UN_LANGUAGES } from '../shared/languages.ts';

/**
 * The texts of a meeting that its organisers have not written in a language, by their place in its definition, sorted. Readers
 * of that language are shown them in English. A language in which nothing is missing is not there.
 */
export function unwritten(definition: unknown): ReadonlyMap<Language, readonly string[]> {
  const texts = localisedIn(definition, '');
  return new Map(
    UN_LANGUAGES.map((language) => {
      const missing = texts.filter(([, text]) => text[language] === undefined);
      return [language, missing.map(([path]) => path).sort()] as const;
    }).filter(([, paths]) => paths.length > 0),
  );
}

type Found = readonly [path: string, text: Readonly<Record<string, unknown>>];

function localisedIn(value: unknown, path: string): readonly Found[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => localisedIn(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  // A text in languages: English is a text there, whereas under `texts` it is a set of them.
  if (fields.some(([name, one]) => name === 'en' && typeof one === 'string'))
    return [[path, value as Readonly<Record<string, unknown>>]];
  return fields.flatMap(([name, one]) => localisedIn(one, path === '' ? name : `${path}.${name}`));
}
