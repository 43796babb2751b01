import { importBundled, type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** DESIGN: registrations a second on one meeting with a ceiling, on two cores against DynamoDB Local. */
const BUDGET_A_SECOND = 100;
/** How many people register before the measurement and in it, and after how many seconds each of the two ends. */
const PEOPLE = 1_500;
const SECONDS = 20;
const AT_ONCE = 40;

/**
 * Registers people through the participant's application without the network, against a DynamoDB Local on the same
 * machine: first at a meeting with room for all of them, then 1,000 at once for 100 seats.
 */
export async function* measureRegistering(run: Run): AsyncGenerator<Row> {
  const { openService, register } = await importBundled<typeof import('./service.ts')>(
    run,
    'service.ts',
  );
  const roomy = await openService(run.dynamo, { ceiling: 2 * PEOPLE + 2 * AT_ONCE });
  // Before Java has compiled what it runs, we would measure its compiler.
  await untilOver((n) => register(roomy, `warm${n}`));
  const { count, seconds } = await untilOver((n) => register(roomy, `p${n}`));
  const perSecond = count / seconds;
  yield {
    what: `Registrations a second, one capped meeting, ${count} people, ${AT_ONCE} at a time`,
    measured: perSecond.toFixed(0),
    budget: { limit: `at least ${BUDGET_A_SECOND}`, kept: perSecond >= BUDGET_A_SECOND },
  };

  let busy = 0;
  const scarce = await openService(run.dynamo, { ceiling: 100 });
  const statuses = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => register(scarce, `q${n}`, {}, () => busy++)),
  );
  const confirmed = statuses.filter((status) => status === 201).length;
  const full = statuses.filter((status) => status === 409).length;
  yield {
    what: '1,000 people at once for 100 seats: confirmed, refused as full',
    measured: `${confirmed}, ${full} (after ${busy} × 503)`,
    budget: { limit: '100, 900', kept: confirmed === 100 && full === 900 },
  };
}

/** Registers many people side by side, until there are enough of them or the time is over. */
async function untilOver(registerOne: (n: number) => Promise<number>) {
  const started = performance.now();
  let count = 0;
  const worker = async () => {
    while (count < PEOPLE && secondsSince(started) < SECONDS) {
      const status = await registerOne(count++);
      if (status !== 201) throw new Error(`A registration was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { count, seconds: secondsSince(started) };
}
