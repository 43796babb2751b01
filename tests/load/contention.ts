import { holdsSeat } from '../../functions/domain/registration/registration.ts';
import { importBundled, type Run, secondsSince } from './part.ts';
import type { Row } from './row.ts';

/** What a test asks of the service. */
type Service = typeof import('./service.ts');

/** How often the rush is repeated. After the least number of runs, no run begins that would end after the time. */
const RUNS = { least: 2, most: 10, seconds: 110 } as const;

/** Three categories, and what each may have of the 100 seats: together more, so that the meeting's ceiling holds too. */
const CATEGORIES = {
  party: { admission: 'open', ceiling: 60, delegationCeiling: 2 },
  'observer-state': { admission: 'open', ceiling: 30, delegationCeiling: 3 },
  igo: { admission: 'open', ceiling: 60 },
} as const;

const PARTIES = [
  'KH',
  'VN',
  'LA',
  'CN',
  'IN',
  'BD',
  'NZ',
  'AU',
  'KR',
  'MN',
  'TJ',
  'ID',
  'BR',
  'FR',
  'DE',
];
const OBSERVERS = ['TH', 'NP', 'PH', 'MM', 'BT', 'LK', 'PK', 'IR', 'JP', 'US'];

/**
 * 1,000 people at once for 100 seats of three categories, with ceilings of the meeting, the categories and the
 * delegations. A fifth of all transactions meets a conflict or a throttle, and some answers are lost. The first run
 * tells how many more there is time for.
 */
export async function* measureContention(run: Run): AsyncGenerator<Row> {
  const service = await importBundled<Service>(run, 'service.ts');
  const found: string[] = [];
  const started = performance.now();
  const enough = () => {
    const seconds = secondsSince(started);
    return seconds + seconds / found.length > RUNS.seconds;
  };
  while (found.length < RUNS.least || (found.length < RUNS.most && !enough()))
    found.push(await rush(service, run.dynamo));
  const exact = found.filter((one) => one === 'exact').length;
  yield {
    what: '1,000 at once for 100 seats, 3 categories, delegation ceilings, 20 % conflicts: exact runs',
    measured: `${exact} of ${found.length}${exact < found.length ? ` (${[...new Set(found)].join('; ')})` : ''}`,
    budget: { limit: 'all', kept: exact === found.length },
  };
}

async function rush({ openService, register, injectFaults, people }: Service, endpoint: string) {
  const service = await openService(endpoint, {
    ceiling: 100,
    categories: CATEGORIES,
  });
  injectFaults(service.store.client, { cancelled: 0.2, lost: 0.02 });
  await Promise.all(Array.from({ length: 1_000 }, (_, n) => register(service, `r${n}`, whom(n))));
  const all = await people(service);
  const seated = all.filter(({ status }) => holdsSeat(status));
  const count = (of: (one: (typeof all)[number]) => string | undefined) =>
    Object.entries(Object.groupBy(seated, (one) => of(one) ?? 'none'));
  const wrong: string[] = [];
  if (seated.length !== 100) wrong.push(`${seated.length} seats taken`);
  for (const [category, members = []] of count(({ category }) => category))
    if (members.length > CATEGORIES[category as keyof typeof CATEGORIES].ceiling)
      wrong.push(`${members.length} of ${category}`);
  for (const [state, members = []] of count(({ state }) => state)) {
    const ceiling = PARTIES.includes(state)
      ? 2
      : OBSERVERS.includes(state)
        ? 3
        : Number.POSITIVE_INFINITY;
    if (members.length > ceiling) wrong.push(`${members.length} of ${state}`);
  }
  if (all.length !== seated.length) wrong.push('somebody registered without a seat');
  return wrong.join(', ') || 'exact';
}

/** Whom the n-th person represents: half of them Parties, the others observers and organisations. */
function whom(n: number): Record<string, unknown> {
  if (n % 2 === 0) return { state: PARTIES[(n / 2) % PARTIES.length] };
  if (n % 4 === 1) return { state: OBSERVERS[((n - 1) / 4) % OBSERVERS.length] };
  return {
    representation: 'organisation',
    state: undefined,
    organisation: `Organisation ${n % 50}`,
    organisationKind: 'igo',
    delegationRole: 'representative',
  };
}
