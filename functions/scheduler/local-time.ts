/** An instant in a time zone: ISO 8601 to the second with the offset, e.g. `2014-01-20T09:30:00+07:00`. */
export function localTime(timeZone: string, instant: Date): string {
  const { year, month, day, hour, minute, second, timeZoneName } = partsOf(timeZone, instant);
  const offset = timeZoneName === 'GMT' ? '+00:00' : timeZoneName?.slice('GMT'.length);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

/** The hour of the day in a time zone, 0 to 23. */
export function hourIn(timeZone: string, instant: Date): number {
  return Number(partsOf(timeZone, instant).hour);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(timeZone: string, instant: Date): Partial<Record<string, string>> {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value] as const),
  );
}
