import { inOrder, type Sitting } from '../domain/meeting/sittings.ts';
import { inLanguage, type Language } from '../domain/shared/languages.ts';
import { instantOf } from '../domain/shared/time-zone.ts';
import { colonOf } from './colon.ts';
import { dayInWords } from './day.ts';
import { apart } from './run.ts';
import { inBrackets, zoneInWords } from './zone.ts';

/** The separators between the times of a day and between days. */
const BETWEEN = {
  ar: ['، ', '؛ '],
  zh: ['、', '；'],
  en: [', ', '; '],
  fr: [', ', '\u202f; '],
  ru: [', ', '; '],
  es: [', ', '; '],
} as const satisfies Record<Language, readonly [times: string, days: string]>;

/** Sittings by day, in order, with the time zone: `4 March 2014: 10:00–13:00 (Opening), 15:00–18:00 (GMT+7)`. */
export function sittingsInWords(
  language: Language,
  { sittings, timeZone }: { readonly sittings: readonly Sitting[]; readonly timeZone: string },
): string {
  const [betweenTimes, betweenDays] = BETWEEN[language];
  const days = Map.groupBy(inOrder(sittings), ({ day }) => day);
  const words = [...days].map(([day, ofDay]) => {
    const times = ofDay.map((sitting) => timesOf(language, sitting));
    return `${dayInWords(language, day)}${colonOf(language)}${times.join(betweenTimes)}`;
  });
  const [first] = inOrder(sittings);
  const at = first && instantOf(timeZone, first.day, first.start);
  return `${words.join(betweenDays)}${inBrackets(language, zoneInWords(language, timeZone, at))}`;
}

/** The times of a sitting and its title. Arabic uses words, because a dash would reverse the two times. */
function timesOf(language: Language, { start, end, title }: Sitting): string {
  const range = language === 'ar' ? `من ${start} إلى ${end}` : `${start}–${end}`;
  if (title === undefined) return range;
  return `${range}${inBrackets(language, apart(language, inLanguage(title, language)))}`;
}
