/** A change of the clocks of a time zone. Offsets are in seconds east of UTC. */
export type Transition = {
  /** Epoch milliseconds, to the second. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** True if a text is an IANA time zone, such as `Asia/Bangkok`. */
export function isTimeZone(text: string): boolean {
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/** How many seconds the clocks of a time zone are ahead of UTC at an instant (epoch milliseconds). */
export function offsetAt(timeZone: string, instant: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 1000);
}

/**
 * Shorter than the time between any two changes of a clock. The shortest known time is 29 days (Ramadan in Morocco).
 */
const STEP_MS = 7 * 86_400_000;

/** Every change of the clocks between two instants (epoch milliseconds), in order. */
export function transitions(timeZone: string, first: number, last: number): Transition[] {
  const found: Transition[] = [];
  let from = offsetAt(timeZone, first);
  for (let start = first; start < last; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, last);
    const to = offsetAt(timeZone, end);
    if (to !== from) found.push({ at: changeBetween(timeZone, start, end, from), from, to });
    from = to;
  }
  return found;
}

/** The first second between two instants at which the offset is no longer `from`. */
function changeBetween(timeZone: string, start: number, end: number, from: number): number {
  let [before, after] = [Math.floor(start / 1000), Math.ceil(end / 1000)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(timeZone, middle * 1000) === from) before = middle;
    else after = middle;
  }
  return after * 1000;
}

/**
 * The instant (epoch milliseconds) at which clocks show a local time, `HH:MM`. If they show it twice, the first
 * instant.
 *
 * @returns `undefined` if clocks never show this time, because they are put forward over it.
 */
export function instantOf(timeZone: string, day: string, time: string): number | undefined {
  const local = Date.parse(`${day}T${time}:00Z`);
  // The offsets on both sides. No clock is more than a day ahead of or behind UTC.
  const offsets = [offsetAt(timeZone, local - 86_400_000), offsetAt(timeZone, local + 86_400_000)];
  return offsets
    .map((offset) => local - offset * 1000)
    .sort((a, b) => a - b)
    .find((instant) => instant + offsetAt(timeZone, instant) * 1000 === local);
}
