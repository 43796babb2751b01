import type { Language } from '../domain/languages.ts';

/** Several things in one line, as the language strings them together: `your name, your role and your address`. */
export function listInWords(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(things);
}
