import type { Language } from '../domain/languages.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

function formatOf(language: Language): Intl.DateTimeFormat {
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
  return format;
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A day as people write it: `4 March 2014` for `2014-03-04`. */
export function dayInWords(language: Language, day: string): string {
  return formatOf(language).format(dateOf(day));
}

/** Days as people write them: `4–6 March 2014`. */
export function daysInWords(language: Language, first: string, last: string): string {
  return formatOf(language).formatRange(dateOf(first), dateOf(last));
}

/** An instant as people write it, in a time zone, which is named: `14 February 2014 at 09:30 GMT+7`. */
export function instantInWords(language: Language, instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    // Part by part, as a style of its own has no place for the time zone.
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}
