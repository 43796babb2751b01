import type { Language } from '../domain/shared/languages.ts';

/** A list in a sentence: `your name, your role and your address`. */
export function listInWords(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(things);
}

/** A list outside of a sentence: `Party, Media`. */
export function itemsInWords(language: Language, items: readonly string[]): string {
  return items.join(language === 'zh' ? '、' : language === 'ar' ? '، ' : ', ');
}
