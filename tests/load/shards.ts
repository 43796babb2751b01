import { importBundled, type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** How many people register with each number of shards, and after how many seconds this ends. */
const PEOPLE = 240;
const SECONDS = 8;

/**
 * How the rate of registrations grows with the shards of the seat counters, where an item takes one transaction at a
 * time, as in a real table. A ceiling of 250 has one shard, and one of 2,500 has ten.
 */
export async function* measureShards(run: Run): AsyncGenerator<Row> {
  const { openService, register, lockItems } = await importBundled<typeof import('./service.ts')>(
    run,
    'service.ts',
  );
  const rates: number[] = [];
  for (const ceiling of [250, 2_500]) {
    const service = await openService(run.dynamo, {
      ceiling,
      categories: { party: { admission: 'open', ceiling } },
    });
    const locks = lockItems(service.store.client);
    const started = performance.now();
    let next = 0;
    const worker = async () => {
      while (next < PEOPLE && secondsSince(started) < SECONDS)
        await register(service, `s${ceiling}-${next++}`);
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    rates.push(next / secondsSince(started));
    locks.release();
  }
  const [single = 0, many = 0] = rates;
  yield {
    what: 'Registrations a second where an item takes one transaction at a time: 1 shard, 10 shards',
    measured: `${single.toFixed(0)}, ${many.toFixed(0)} (× ${(many / single).toFixed(1)})`,
    budget: { limit: 'more with more shards', kept: many > single },
  };
}
