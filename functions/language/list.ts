import type { Language } from '../domain/shared/languages.ts';

/** Several things in one line, as the language strings them together: `your name, your role and your address`. */
export function listInWords(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(things);
}

/** Things one after the other, that are no sentence: `Party, Media`. */
export function itemsInWords(language: Language, items: readonly string[]): string {
  return items.join(language === 'zh' ? '、' : language === 'ar' ? '، ' : ', ');
}
