import type { Language } from '../../functions/domain/shared/languages.ts';
import { placeholdersOf } from '../../functions/language/placeholders.ts';

type Texts = Readonly<Record<string, string>>;

/** What is wrong with the texts of a language, each as `key: what`; English says what must be there. */
export function catalogueProblems(language: Language, mine: Texts, english: Texts): string[] {
  return [
    ...Object.keys(english).flatMap((key) => (key in mine ? [] : [`${key}: is missing`])),
    ...Object.entries(mine).flatMap(([key, text]) => {
      const model = english[key];
      if (model === undefined) return [`${key}: is in no other language`];
      return textProblems(language, text, model).map((what) => `${key}: ${what}`);
    }),
  ];
}

function textProblems(language: Language, text: string, model: string): string[] {
  let found: ReturnType<typeof placeholdersOf>;
  try {
    found = placeholdersOf(text, language);
  } catch (error) {
    return [`is not well formed: ${(error as Error).message}`];
  }
  const wanted = placeholdersOf(model, 'en');
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return [
    ...[...wanted.keys()].flatMap((name) => (found.has(name) ? [] : [`lacks {${name}}`])),
    ...[...found.keys()].flatMap((name) => (wanted.has(name) ? [] : [`invents {${name}}`])),
    ...[...found].flatMap(([name, forms]) =>
      forms.length === 0
        ? []
        : pluralCategories.flatMap((one) =>
            forms.includes(one) ? [] : [`{${name}} lacks ${one}`],
          ),
    ),
    ...MARKS[language].flatMap(([what, wrong]) => (wrong.test(bare(text)) ? [what] : [])),
  ];
}

/** A text without what stands for itself in every language: placeholders, times, commands. */
const bare = (text: string) =>
  text
    // Isolates, around examples in another script.
    .replace(/[\u2066\u2069]/g, '')
    .replace(/\{(\w+)(, \w+)?\}/g, 'X')
    .replace(/\d\d:\d\d/g, '0')
    .replace(/npm run meeting -- [a-z]+( X)?( --reason "…")?/g, 'X');

type Mark = readonly [what: string, wrong: RegExp];
const STRAIGHT: Mark = ['has a straight quotation mark or apostrophe', /["']/];

/** How each language sets its punctuation, as what would be wrong. */
const MARKS: Readonly<Record<Language, readonly Mark[]>> = {
  en: [STRAIGHT, ['is not spelled as at the United Nations', /organis(e|ing|ation)/i]],
  // The Imprimerie nationale has a full space, never broken, at colons and guillemets, and a narrow one at the others.
  fr: [
    STRAIGHT,
    ['has no space before a colon or in guillemets', /[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/],
    ['has no narrow space before a mark', /[^\u202f][;?!]/],
    ['has three full stops', /\.\.\./],
  ],
  es: [
    STRAIGHT,
    ['does not open a question', /^[^¿]*\?/],
    ['does not open an exclamation', /^[^¡]*!/],
  ],
  ru: [
    STRAIGHT,
    ['has quotation marks of another language', /[“”]/],
    ['has a hyphen for a dash', / - /],
  ],
  ar: [STRAIGHT, ['has marks of another script', /[\u0600-\u06ff]\s*[,;?]/]],
  zh: [
    STRAIGHT,
    ['has half-width marks', /[\u4e00-\u9fff]\s*[,;:?!.()]|[,;:?!()]\s*[\u4e00-\u9fff]/],
    ['has a space between characters', /[\u4e00-\u9fff] [\u4e00-\u9fff]/],
  ],
};
