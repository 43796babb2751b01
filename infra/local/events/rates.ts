const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * How many milliseconds lie between two runs of a schedule such as `rate(5 minutes)`.
 *
 * @throws Error for any other expression: a schedule that never ran here would go unnoticed
 */
export function rateOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const milliseconds = Number(count) * (UNITS[unit] ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new Error(`The schedule ${expression} is not known to the local runner: it knows rate(…)`);
}
