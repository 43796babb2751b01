/** The day in an IANA time zone at `now`, `YYYY-MM-DD`. Such texts sort in the order of days. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** The day `count` days after `start`, or before it if `count` is negative. */
export function addDays(start: string, count: number): string {
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The last minute of a day in an IANA time zone, as an instant. What is open until a day is open until this minute. */
export function lastMinuteOf(timeZone: string, day: string): Date {
  // No time zone is more than 14 hours from UTC. The search goes by minutes, because offsets change and are not always
  // whole hours.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let inside = midnight + 9 * HOUR_MS;
  let after = midnight + 40 * HOUR_MS;
  while (after - inside > MINUTE_MS) {
    const middle = inside + Math.floor((after - inside) / 2 / MINUTE_MS) * MINUTE_MS;
    if (dayIn(timeZone, new Date(middle)) > day) after = middle;
    else inside = middle;
  }
  return new Date(inside);
}

/** The first and the last day of a meeting, `YYYY-MM-DD`. */
export type MeetingDays = { readonly startsOn: string; readonly endsOn: string };
