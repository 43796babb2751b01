import type { Language } from '../domain/shared/languages.ts';
import { offsetAt } from '../domain/shared/time-zone.ts';
import { inBrackets, zoneInWords } from './zone.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

function formatOf(language: Language): Intl.DateTimeFormat {
  let format = formats.get(language);
  if (format === undefined) {
    // `en` gives the American order; the United Nations writes the day first.
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

/**
 * The Arabic months in documents of the United Nations: with the names of the Levant and of the Maghreb. CLDR has
 * only the second names.
 */
const ARABIC_MONTHS: Readonly<Record<string, string>> = {
  يناير: 'كانون الثاني/يناير',
  فبراير: 'شباط/فبراير',
  مارس: 'آذار/مارس',
  أبريل: 'نيسان/أبريل',
  مايو: 'أيار/مايو',
  يونيو: 'حزيران/يونيه',
  يوليو: 'تموز/يوليه',
  أغسطس: 'آب/أغسطس',
  سبتمبر: 'أيلول/سبتمبر',
  أكتوبر: 'تشرين الأول/أكتوبر',
  نوفمبر: 'تشرين الثاني/نوفمبر',
  ديسمبر: 'كانون الأول/ديسمبر',
};

/** Changes a date of CLDR to the style of the United Nations: Arabic months, and the first of a month in French. */
function named(language: Language, date: string): string {
  if (language === 'ar') return date.replace(/\p{L}+/gu, (word) => ARABIC_MONTHS[word] ?? word);
  // A no-break space before the abbreviation of "year": CLDR uses different spaces.
  if (language === 'ru') return date.replace(/\s(?=г\.)/gu, '\u00a0');
  // The United Nations writes no space around a dash between two numbers: 4–6 March.
  const close = date.replace(/(\d)\u2009–\u2009(?=\d+ )/gu, '$1–');
  return language === 'fr'
    ? date.replace(/\b1 (?=\p{L})/gu, '1er ')
    : language === 'en'
      ? close
      : date;
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A day as people write it: `4 March 2014` for `2014-03-04`. */
export function dayInWords(language: Language, day: string): string {
  return named(language, formatOf(language).format(dateOf(day)));
}

/** Days as people write them: `4–6 March 2014`. */
export function daysInWords(language: Language, first: string, last: string): string {
  if (language === 'zh') return daysInChinese(first, last);
  return named(language, formatOf(language).formatRange(dateOf(first), dateOf(last)));
}

/** A range in Chinese as documents write it: 2014年3月4日至6日. CLDR uses slashes. */
function daysInChinese(first: string, last: string): string {
  const whole = dayInWords('zh', first);
  if (first === last) return whole;
  const until = dayInWords('zh', last);
  // The common year, or year and month, is not repeated.
  const [year = '', month = ''] = /^(\d+年)(\d+月)/.exec(whole)?.slice(1) ?? [];
  if (until.startsWith(year + month)) return `${whole}至${until.slice(year.length + month.length)}`;
  return `${whole}至${until.startsWith(year) ? until.slice(year.length) : until}`;
}

/** The text between a day and a time. */
const AT = {
  ar: '، الساعة ',
  zh: '',
  en: ' at ',
  fr: ' à ',
  ru: ' в ',
  es: ' a las ',
} as const satisfies Record<Language, string>;

/** An instant in a time zone, with its offset: `14 February 2014 at 09:30 (GMT+7)`. */
export function instantInWords(language: Language, instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  const local = new Date(at + offsetAt(timeZone, at) * 1000).toISOString();
  const time = local.slice(11, 16);
  // One o'clock is singular.
  const between = language === 'es' && time.startsWith('01:') ? ' a la ' : AT[language];
  const zone = inBrackets(language, zoneInWords(language, timeZone, at));
  return `${dayInWords(language, local.slice(0, 10))}${between}${time}${zone}`;
}
