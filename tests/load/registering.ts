import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../infra/stacks/bundle.ts';
import { measureContention, measureShards } from './contention.ts';
import type { Row } from './table.ts';
import { measureWaiting } from './waiting.ts';

/** Registrations a second on one meeting with a ceiling, on two cores against DynamoDB Local. */
const BUDGET_A_SECOND = 100;

/** How the service is asked: as a test asks it. */
type Service = typeof import('./service.ts');

/**
 * Registers through the participant's application, whole but for the network, against a DynamoDB Local that
 * runs on the same machine: many people at a meeting with room for all of them, and then 1,000 at once for
 * 100 seats.
 */
export async function measureRegistering(endpoint: string): Promise<Row[]> {
  // Of what it loads, some is loaded only when it is asked.
  const folder = mkdtempSync(join(tmpdir(), 'plenary-load-'));
  try {
    const service = await bundledService(folder);
    return [
      ...(await measure(endpoint, service)),
      ...(await measureShards(service, endpoint)),
      ...(await measureWaiting(service, endpoint)),
      ...(await measureContention(service, endpoint)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(endpoint: string, { openService, register }: Service): Promise<Row[]> {
  const rows: Row[] = [];

  const roomy = await openService(endpoint, { ceiling: 3_500 });
  // Until Java has compiled what it runs, it is Java that is measured.
  await inTurns(numbers(1_500), 40, (n) => register(roomy, `warm${n}`));
  const count = 1_500;
  const started = performance.now();
  await inTurns(numbers(count), 40, (n) => register(roomy, `p${n}`));
  const perSecond = count / ((performance.now() - started) / 1000);
  rows.push({
    what: `Registrations a second, one capped meeting, ${count} people, 40 at a time`,
    measured: perSecond.toFixed(0),
    budget: `at least ${BUDGET_A_SECOND}`,
    kept: perSecond >= BUDGET_A_SECOND,
  });

  const scarce = await openService(endpoint, { ceiling: 100 });
  const statuses = await Promise.all(numbers(1_000).map((n) => register(scarce, `q${n}`)));
  const confirmed = statuses.filter((status) => status === 201).length;
  const full = statuses.filter((status) => status === 409).length;
  rows.push({
    what: '1,000 people at once for 100 seats: confirmed, refused as full',
    measured: `${confirmed}, ${full}`,
    budget: '100, 900',
    kept: confirmed === 100 && full === 900,
  });
  return rows;
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

async function inTurns<T>(items: readonly T[], atOnce: number, run: (item: T) => Promise<unknown>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The application has pages in JSX, which Node.js does not read: it is bundled into a folder first, as for Lambda. */
async function bundledService(folder: string): Promise<Service> {
  build(resolve('tests/load/service.ts'), folder);
  return (await import(pathToFileURL(join(folder, 'index.js')).href)).default as Service;
}
