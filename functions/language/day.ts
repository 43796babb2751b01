import type { Language } from '../domain/languages.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

/** A day as people write it: `4 March 2014` for `2014-03-04`. */
export function dayInWords(language: Language, day: string): string {
  let format = formats.get(language);
  if (format === undefined) {
    // Plain English would be the American order; the United Nations writes the day first.
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(language, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}
