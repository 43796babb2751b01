import { type Language, UN_LANGUAGES } from '../domain/shared/languages.ts';
import { en } from './catalogues/en.ts';
import { placeholdersOf } from './placeholders.ts';
import { OVERRIDABLE_TEXTS, type OverridableKey, type TextOverrides } from './text-overrides.ts';

/** The largest total length of a meeting's own texts in one language, in characters: messages contain them. */
const MOST_CHARACTERS = 4_000;

type Problem = { readonly path: string; readonly message: string };

/** The errors in a meeting's own texts, by their place in the file. */
export function textOverrideProblems(texts: TextOverrides | undefined): readonly Problem[] {
  return UN_LANGUAGES.flatMap((language) => {
    const mine = Object.entries(texts?.[language] ?? {});
    const total = mine.reduce((sum, [, text]) => sum + text.length, 0);
    return [
      ...mine.flatMap(([key, text]) => {
        const message = isOverridable(key)
          ? problemOf(language, key, text)
          : 'is not a text that a meeting may word itself: see "npm run meeting -- texts"';
        return message === undefined ? [] : [{ path: `texts.${language}["${key}"]`, message }];
      }),
      ...(total <= MOST_CHARACTERS ? [] : [{ path: `texts.${language}`, message: tooMuch(total) }]),
    ];
  });
}

const tooMuch = (total: number) =>
  `has ${total} characters in all: ${MOST_CHARACTERS} are the most that messages carry`;

function problemOf(language: Language, key: OverridableKey, text: string): string | undefined {
  const wanted = placeholdersOf(en[key], 'en');
  const there = wanted.size === 0 ? 'none' : [...wanted.keys()].map((one) => `{${one}}`).join(', ');
  if (/<\/?[a-z!]/i.test(text)) return 'is plain text: leave HTML out';
  let found: ReadonlyMap<string, unknown>;
  try {
    found = placeholdersOf(text, language);
  } catch (error) {
    return `is not well formed (${(error as Error).message}); placeholders: ${there}`;
  }
  const unknown = [...found.keys()].filter((one) => !wanted.has(one));
  if (unknown.length > 0)
    return `has {${unknown.join('}, {')}}, which nothing fills in; placeholders: ${there}`;
  const missing = [...wanted.keys()].filter((one) => !found.has(one));
  if (missing.length > 0) return `lacks {${missing.join('}, {')}}; placeholders: ${there}`;
  return undefined;
}

/** True if a meeting may word this text itself. */
export function isOverridable(key: string): key is OverridableKey {
  return (OVERRIDABLE_TEXTS as readonly string[]).includes(key);
}
