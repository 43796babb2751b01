import { inLanguage, type Language } from '../domain/languages.ts';
import { inOrder, type Sitting } from '../domain/sittings.ts';
import { instantOf } from '../domain/zone.ts';
import { colonOf } from './colon.ts';
import { dayInWords } from './day.ts';

/** What stands between the times of a day, and between days. */
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
  const inBrackets = (text: string) => (language === 'zh' ? `（${text}）` : ` (${text})`);
  // In Arabic a title in another script must not turn the times around that stand after it.
  const apart = (text: string) => (language === 'ar' ? `\u2068${text}\u2069` : text);
  const [betweenTimes, betweenDays] = BETWEEN[language];
  const days = Map.groupBy(inOrder(sittings), ({ day }) => day);
  const words = [...days].map(([day, ofDay]) => {
    const times = ofDay.map(({ start, end, title }) => {
      const range = apart(`${start}–${end}`);
      return title ? `${range}${inBrackets(apart(inLanguage(title, language)))}` : range;
    });
    return `${dayInWords(language, day)}${colonOf(language)}${times.join(betweenTimes)}`;
  });
  return `${words.join(betweenDays)}${inBrackets(zoneOf(timeZone, inOrder(sittings)[0]))}`;
}

/** How far clocks are from UTC at a sitting: `GMT+7`. */
function zoneOf(timeZone: string, first: Sitting | undefined): string {
  const at = first && instantOf(timeZone, first.day, first.start);
  return (
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  );
}
