import type { Language } from '../domain/shared/languages.ts';

/**
 * How far the clocks of a time zone are from UTC, as it is written in `language`: `GMT+7`, in French `UTC+7`.
 * Never a name such as CET, which readers elsewhere do not know.
 *
 * @param timeZone IANA name.
 * @param at epoch milliseconds; now, unless given.
 */
export function zoneInWords(language: Language, timeZone: string, at?: number): string {
  if (timeZone === 'UTC') return timeZone;
  const offset = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset?.replace(/\+0$/, '') ?? timeZone;
}

/** What is added in brackets: `09:30 (GMT+7)`. */
export function inBrackets(language: Language, text: string): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}
