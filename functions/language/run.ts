import { direction, type Language, type LocalisedText } from '../domain/shared/languages.ts';

/** A part of a line. It is in the reader's language, unless it names another. */
export type Run = { readonly text: string; readonly language?: Language };

/** A text of the organisers in `language`; if they have not written it, in English, marked as such. */
export function runOf(text: LocalisedText, language: Language): Run {
  const own = text[language];
  return own === undefined ? { text: text.en, language: 'en' } : { text: own };
}

/** The text of runs, without marks. */
export function plainOf(text: string | readonly Run[]): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

/**
 * A text of any script inside plain text of `language`. In Arabic it is isolated (UAX #9), so that it does not change
 * the order of the text around it.
 */
export function apart(language: Language, text: string): string {
  return direction(language) === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Runs as plain text inside a text of `language`. */
export function plainWithin(language: Language, text: string | readonly Run[]): string {
  if (typeof text === 'string') return text;
  return text.map((run) => (run.language ? apart(language, run.text) : run.text)).join('');
}

/**
 * The attributes for the element of a run in another language, so that screen readers and browsers use the right
 * language.
 */
export function marks({ language }: Run): { readonly lang?: Language; readonly dir?: string } {
  return language === undefined ? {} : { lang: language, dir: direction(language) };
}

/** The same for an element that contains a text of the organisers. */
export function langAttributes(text: LocalisedText, language: Language) {
  return marks(runOf(text, language));
}
