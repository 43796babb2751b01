import type { ScheduleDefinition } from '../template/definitions.ts';
import { rateOf } from './rates.ts';

/**
 * Runs functions by the clock. What runs less often than every few minutes also runs at the start: a
 * service on one's own machine is rarely up when the hour is full.
 *
 * @param run calls a function by its name; it reports failures itself
 * @returns what ends it
 */
export function startSchedules(
  schedules: readonly ScheduleDefinition[],
  run: (name: string, event: unknown) => Promise<void>,
): () => void {
  const timers = schedules.map(({ expression, function: name, input }) => {
    const rate = rateOf(expression);
    const tick = () => run(name, input);
    if (rate > 5 * 60_000) void tick();
    return setInterval(tick, rate);
  });
  return () => timers.forEach(clearInterval);
}
