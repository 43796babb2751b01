import { direction, type Language, type LocalisedText } from '../domain/shared/languages.ts';

/** A piece of a line: in the language of the reader, unless it says which other one it is written in. */
export type Run = { readonly text: string; readonly language?: Language };

/** A text of an organiser's for a reader of `language`: where it is not written in it, in English, and marked so. */
export function runOf(text: LocalisedText, language: Language): Run {
  const own = text[language];
  return own === undefined ? { text: text.en, language: 'en' } : { text: own };
}

/** Runs, or a text, without their marks. */
export function plainOf(text: string | readonly Run[]): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

/**
 * A text of any script within one of `language`, where no element can mark it: in Arabic it is isolated (UAX #9), so that
 * it does not turn around what stands beside it.
 */
export function apart(language: Language, text: string): string {
  return direction(language) === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Runs, or a text, within a text of `language`, where nothing can be marked. */
export function plainWithin(language: Language, text: string | readonly Run[]): string {
  if (typeof text === 'string') return text;
  return text.map((run) => (run.language ? apart(language, run.text) : run.text)).join('');
}

/**
 * What the element around a run says where that is not in the language of the page or the message: screen readers
 * then read it, and browsers set it, as what it is.
 */
export function marks({ language }: Run): { readonly lang?: Language; readonly dir?: string } {
  return language === undefined ? {} : { lang: language, dir: direction(language) };
}

/** The same for an element that contains a text of the organisers. */
export function langAttributes(text: LocalisedText, language: Language) {
  return marks(runOf(text, language));
}
