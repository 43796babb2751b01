import { holdsSeat } from '../../functions/domain/registration/registration.ts';
import type { Row } from './table.ts';

/** How the service is asked: as a test asks it. */
type Service = typeof import('./service.ts');

const RUNS = 10;

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
 * delegations, while a fifth of all transactions meets a conflict or a throttle and some answers are lost: ten times.
 */
export async function measureContention(service: Service, endpoint: string): Promise<Row[]> {
  const found: string[] = [];
  for (let run = 0; run < RUNS; run++) found.push(await rush(service, endpoint));
  const exact = found.filter((one) => one === 'exact').length;
  return [
    {
      what: '1,000 at once for 100 seats, 3 categories, delegation ceilings, 20 % conflicts: exact runs',
      measured: `${exact} of ${RUNS}${exact < RUNS ? ` (${[...new Set(found)].join('; ')})` : ''}`,
      budget: `${RUNS} of ${RUNS}`,
      kept: exact === RUNS,
    },
  ];
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

/** How registering grows with the parts of the seat counters, where items that two want at once conflict. */
export async function measureShards(
  { openService, register, lockItems }: Service,
  endpoint: string,
): Promise<Row[]> {
  const rates: number[] = [];
  for (const ceiling of [250, 2_500]) {
    const service = await openService(endpoint, {
      ceiling,
      categories: { party: { admission: 'open', ceiling } },
    });
    const locks = lockItems(service.store.client);
    let next = 0;
    const until = performance.now() + 8_000;
    const one = async () => {
      while (performance.now() < until && next < 240)
        await register(service, `s${ceiling}-${next++}`);
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: 16 }, one));
    rates.push(next / ((performance.now() - started) / 1000));
    locks.release();
  }
  const [single = 0, many = 0] = rates;
  return [
    {
      what: 'Registrations a second where an item takes one transaction at a time: 1 part, 10 parts',
      measured: `${single.toFixed(0)}, ${many.toFixed(0)} (× ${(many / single).toFixed(1)})`,
      budget: 'more with more parts',
      kept: many > single,
    },
  ];
}
