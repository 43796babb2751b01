import { direction, type Language, type LocalisedText } from '../domain/languages.ts';

/**
 * What an element with a text of an organiser's must say where it is not in the language of the page: screen readers
 * then read it, and browsers set it, as what it is.
 */
export function written(
  text: LocalisedText,
  language: Language,
): { readonly lang?: Language; readonly dir?: 'ltr' | 'rtl' } {
  return text[language] === undefined ? { lang: 'en', dir: direction('en') } : {};
}
