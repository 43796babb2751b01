import { importBundled, type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** What a test asks of the service. */
type Service = typeof import('./service.ts');

const PEOPLE = 200;
const SEATS = 20;

/**
 * What it costs to put people on a waiting list, compared with refusing them: 200 at once for 20 seats, where an item
 * takes one transaction at a time, as in a real table.
 */
export async function* measureWaiting(run: Run): AsyncGenerator<Row> {
  const service = await importBundled<Service>(run, 'service.ts');
  const refused = await rush(service, run.dynamo, false);
  yield {
    what: `${PEOPLE} at once for ${SEATS} seats, an item takes one transaction at a time: refused`,
    measured: inWords(refused),
  };
  const waiting = await rush(service, run.dynamo, true);
  yield {
    what: `${PEOPLE} at once for ${SEATS} seats, an item takes one transaction at a time: waiting list`,
    measured: inWords(waiting),
    budget: {
      limit: 'no 503, everybody is registered',
      kept: waiting.busy === 0 && waiting.seated === SEATS && waiting.people === PEOPLE,
    },
  };
}

type Rush = Awaited<ReturnType<typeof rush>>;

const inWords = ({ seconds, tries, conflicts, busy }: Rush) =>
  `${seconds.toFixed(1)} s, ${tries.toFixed(1)} transactions each, ${conflicts} conflicts, ${busy} × 503`;

async function rush(
  { openService, register, lockItems, countTransactions, people }: Service,
  endpoint: string,
  waitingList: boolean,
) {
  const categories = { party: { admission: 'open', ceiling: SEATS } };
  const service = await openService(endpoint, { ceiling: SEATS, waitingList, categories });
  const locks = lockItems(service.store.client);
  const counts = countTransactions(service.store.client);
  const busy = { count: 0 };
  const started = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) => register(service, `w${n}`, {}, () => busy.count++)),
  );
  const seconds = secondsSince(started);
  locks.release();
  const all = await people(service);
  return {
    seconds,
    tries: counts.sent / PEOPLE,
    conflicts: counts.conflicts,
    busy: busy.count,
    people: all.length,
    seated: all.filter(({ status }) => status === 'confirmed').length,
  };
}
