import { addDays, dayIn } from '../../../functions/domain/shared/day.ts';

/** `today`, `today+60d`, `today-7d`. */
const RELATIVE = /^today(?:([+-]\d{1,4})d)?$/;

/** The places of a meeting file that have a day. */
const DAYS = [
  'startsOn',
  'endsOn',
  'registration.opensOn',
  'registration.closesOn',
  'sittings.day',
];

/** A relative day of a meeting file: its place, its text, and the day that it means today. */
export type RelativeDay = { readonly path: string; readonly text: string; readonly day: string };

/**
 * Replaces the relative days of a meeting file by dates, counted from today in the meeting's time zone. An example that
 * is applied again is then open again. Other values, and values of a wrong type, do not change; the schema checks them.
 *
 * @returns the file, and each relative day in it.
 */
export function resolveDays(file: unknown, now: Date): { value: unknown; found: RelativeDay[] } {
  const found: RelativeDay[] = [];
  if (!isObject(file)) return { value: file, found };
  const today = dayIn(zoneOf(file), now);
  const resolve = (value: unknown, path: string): unknown => {
    if (typeof value === 'string' && DAYS.includes(path.replace(/\[\d+\]/, ''))) {
      const match = RELATIVE.exec(value);
      if (match === null) return value;
      const day = addDays(today, Number(match[1] ?? 0));
      found.push({ path, text: value, day });
      return day;
    }
    if (path === 'sittings' && Array.isArray(value))
      return value.map((one, index) =>
        isObject(one) ? resolveAll(one, (key) => `sittings[${index}].${key}`) : one,
      );
    return path === 'registration' && isObject(value)
      ? resolveAll(value, (key) => `registration.${key}`)
      : value;
  };
  const resolveAll = (object: Record<string, unknown>, pathOf: (key: string) => string) =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [key, resolve(value, pathOf(key))]),
    );
  return { value: resolveAll(file, (key) => key), found };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function zoneOf({ timeZone }: Record<string, unknown>): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(timeZone) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
