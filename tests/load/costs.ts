import { startSes } from '../../infra/local/ses/server.ts';
import { type Consumption, meter } from './consumption.ts';
import { importBundled, type Run } from './part.ts';
import type { Row } from './row.ts';

/** The meetings that somebody registers for. */
const MEETINGS = {
  open: {},
  capped: { ceiling: 100, categories: { party: { admission: 'open', ceiling: 60 } } },
  validated: { categories: { party: { admission: 'validated' } } },
} as const;

/**
 * What one registration and one mail ask of DynamoDB: requests and consumed capacity units. The
 * first registration of a Lambda instance also reads the meeting, which the instance then keeps for a short time.
 */
export async function* measureCosts(run: Run): AsyncGenerator<Row> {
  yield* registrations(run);
  yield* mail(run);
}

async function* registrations(run: Run): AsyncGenerator<Row> {
  const { openService, nameFocalPoint, register } = await importBundled<
    typeof import('./service.ts')
  >(run, 'service.ts');
  for (const [name, changes] of Object.entries(MEETINGS)) {
    const service = await openService(run.dynamo, changes);
    if (name === 'validated') await nameFocalPoint(service);
    const consumed = meter(service.store.client, run.dynamo);
    for (const which of ['first of an instance', 'next']) {
      const cost = await consumed(async () => {
        const status = await register(service, which.replaceAll(' ', '-'));
        if (status !== 201) throw new Error(`The registration was answered with ${status}`);
      });
      yield {
        what: `One registration, ${name}, ${which}`,
        measured: inWords(cost),
        budget: {
          limit: 'one transaction',
          kept: cost.requests.TransactWriteItems === 1,
        },
      };
    }
  }
}

async function* mail(run: Run): AsyncGenerator<Row> {
  const { openOutbox } = await importBundled<typeof import('./notifier.ts')>(run, 'notifier.ts');
  const ses = await startSes(0, () => undefined);
  try {
    const outbox = await openOutbox(run.dynamo, ses.endpoint);
    const [id = ''] = await outbox.queue(1, { bulk: false });
    const consumed = meter(outbox.client, run.dynamo);
    let sesId = '';
    const sending = await consumed(async () => {
      sesId = await outbox.sendOne(id);
    });
    yield { what: 'One mail sent', measured: inWords(sending) };
    for (const event of ['Send', 'Delivery'] as const) {
      const reporting = await consumed(() => outbox.report(id, sesId, event));
      yield { what: `SES reports ${event} of this mail`, measured: inWords(reporting) };
    }
  } finally {
    ses.stop();
  }
}

function inWords({ requests, readUnits, writeUnits }: Consumption): string {
  const all = Object.values(requests).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(requests).map(([name, count]) => `${count} ${name}`);
  return `${all} requests (${each.join(', ')}), ${readUnits} read units, ${writeUnits} write units`;
}
