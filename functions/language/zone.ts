import type { Language } from '../domain/shared/languages.ts';

/**
 * The UTC offset of a time zone, as `language` writes it: `GMT+7`, in French `UTC+7`. Not a name such as CET, which
 * readers elsewhere do not know.
 *
 * @param timeZone IANA name
 * @param at epoch milliseconds; the default is now
 */
export function zoneInWords(language: Language, timeZone: string, at?: number): string {
  if (timeZone === 'UTC') return timeZone;
  const offset = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset?.replace(/\+0$/, '') ?? timeZone;
}

/** A text in brackets: `09:30 (GMT+7)`. */
export function inBrackets(language: Language, text: string): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}
