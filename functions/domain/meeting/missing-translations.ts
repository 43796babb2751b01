import { type Language, UN_LANGUAGES } from '../shared/languages.ts';

/**
 * The texts of a meeting that are missing in each language, as sorted paths in its definition. Readers see these texts
 * in English. A language without missing texts is left out.
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
  // In a localised text `en` is a text. Under `texts` it is an object with texts.
  if (fields.some(([name, one]) => name === 'en' && typeof one === 'string'))
    return [[path, value as Readonly<Record<string, unknown>>]];
  return fields.flatMap(([name, one]) => localisedIn(one, path === '' ? name : `${path}.${name}`));
}
