import type { Row } from './table.ts';

/** How the service is asked: as a test asks it. */
type Service = typeof import('./service.ts');

const PEOPLE = 200;
const SEATS = 20;

/**
 * What it costs to put people into a waiting list, against refusing them: 200 at once for 20 seats, where an item takes
 * one transaction at a time, as the real tables do.
 */
export async function measureWaiting(service: Service, endpoint: string): Promise<Row[]> {
  const refused = await rush(service, endpoint, false);
  const waiting = await rush(service, endpoint, true);
  const inWords = ({ seconds, tries, conflicts, busy }: typeof waiting) =>
    `${seconds.toFixed(1)} s, ${tries.toFixed(1)} transactions each, ${conflicts} conflicts, ${busy} × 503`;
  return [
    {
      what: `${PEOPLE} at once for ${SEATS} seats, an item takes one transaction at a time: refused`,
      measured: inWords(refused),
      budget: '',
    },
    {
      what: 'The same with a waiting list',
      measured: inWords(waiting),
      budget: 'no 503, every one of them in',
      kept: waiting.busy === 0 && waiting.seated === SEATS && waiting.people === PEOPLE,
    },
  ];
}

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
  const seconds = (performance.now() - started) / 1000;
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
