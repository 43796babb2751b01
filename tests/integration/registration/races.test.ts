import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { StoreBusy, transact } from '../../../functions/store/platform/transact.ts';
import { dropSeatConditions, injectFaults } from '../../support/faults.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { mail } from '../own.ts';
import { jsonOf, service, truth } from '../service.ts';

type Service = Awaited<ReturnType<typeof service>>;

/** Sends `count` registrations of different people at once; whoever is told "busy" tries again. */
async function rush({ post }: Service, count: number) {
  const one = async (n: number) => {
    for (let tries = 0; tries < 20; tries++) {
      const response = await post(registrationOf({ email: `p${n}@example.org` }), {
        'Idempotency-Key': `rush-${n}`,
      });
      if (response.status !== 503) return response.status;
      expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    }
    return 503;
  };
  const statuses = await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  return (status: number) => statuses.filter((other) => other === status).length;
}

/** Counters, registrations, notices, mails and audit lines agree, and nobody is told of a seat that is not there. */
async function expectAgreement(base: Service, seats: number) {
  const { confirmed, taken, notices, audit } = await truth(base.store, base.meeting.id);
  expect(confirmed).toHaveLength(seats);
  expect(taken('meeting')).toBe(seats);
  expect(taken('category:party')).toBe(seats);
  expect(notices.map(({ id }) => id).sort()).toEqual(
    confirmed.map(({ reference }) => `participant_${reference}_v1`).sort(),
  );
  expect(await mail(base)).toEqual(confirmed.map(({ email }) => `${email} confirmation`).sort());
  expect(audit.filter(({ action }) => action === 'registered')).toHaveLength(seats);
}

describe('the same address, 20 times at once', () => {
  it('gives one registration and one message', async () => {
    const base = await service();
    injectFaults(base.store.client, { cancelled: 0.2, lost: 0.1 });
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => base.post(registrationOf())),
    );
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    await expectAgreement(base, 1);
  });

  it('gives all of them the one answer when they are the same request', async () => {
    const base = await service();
    const headers = { 'Idempotency-Key': 'one' };
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => base.post(registrationOf(), headers)),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    await expectAgreement(base, 1);
  });
});

describe('200 people at once for 20 seats', () => {
  it.each([1, 2, 3])('gives exactly 20 seats, with conflicts and throttles (run %i)', async () => {
    const base = await service({ ceiling: 20 });
    const faults = injectFaults(base.store.client, { cancelled: 0.3, lost: 0.05 });
    const count = await rush(base, 200);
    expect(count(201)).toBe(20);
    expect(count(409)).toBe(180);
    expect(faults.cancelled).toBeGreaterThan(20);
    await expectAgreement(base, 20);
  });

  it('gives exactly 20 seats over a counter in several parts', async () => {
    // Applied without a ceiling first, the counter has its most parts; the ceiling is spread over them.
    const base = await service();
    const { applyMeeting } = await import('../../../functions/store/meeting/apply-meeting.ts');
    await applyMeeting(base.store, { ...base.meeting, ceiling: 20 }, new Date());
    const count = await rush(base, 200);
    expect(count(201)).toBe(20);
    await expectAgreement(base, 20);
  });

  it('oversells when the condition is taken out: the negative control', async () => {
    const base = await service({ ceiling: 20 });
    dropSeatConditions(base.store.client);
    const count = await rush(base, 60);
    expect(count(201)).toBe(60);
    const { confirmed } = await truth(base.store, base.meeting.id);
    expect(confirmed.length).toBeGreaterThan(20);
  });
});

describe('seats that come free in a rush', () => {
  it('are never given out twice', async () => {
    const base = await service({ ceiling: 10 });
    await rush(base, 10);
    const { confirmed } = await truth(base.store, base.meeting.id);
    const withdrawals = confirmed.map(({ reference, secret }) =>
      base.app.request(`/registrations/${reference}/${secret}/withdraw`, { method: 'POST' }),
    );
    const arrivals = Array.from({ length: 40 }, (_, n) =>
      base.post(registrationOf({ email: `late${n}@example.org` })),
    );
    await Promise.all([...withdrawals, ...arrivals]);
    const after = await truth(base.store, base.meeting.id);
    expect(after.confirmed.length).toBeLessThanOrEqual(10);
    expect(after.taken('meeting')).toBe(after.confirmed.length);
    expect(after.registrations).toHaveLength(10 + after.confirmed.length);
  });
});

describe('a table that answers no question', () => {
  it('is answered with 503 and Retry-After too', async () => {
    const base = await service();
    base.store.client.middlewareStack.add(
      () => async () => {
        throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      },
      { step: 'initialize' },
    );
    const response = await base.app.request('/registrations/FP26-00000/x');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(base.reported).toEqual([]);
  });
});

describe('a transaction that meets a conflict', () => {
  const check = {
    ConditionCheck: {
      TableName: 'registry',
      Key: { pk: { S: 'a' }, sk: { S: 'b' } },
      ConditionExpression: 'attribute_exists(pk)',
    },
  };
  const answering = (...errors: Error[]) => {
    const client = new DynamoDBClient({ region: 'us-east-1' });
    client.middlewareStack.add(
      () => async () => {
        const error = errors.shift();
        if (error) throw error;
        return { response: {}, output: { $metadata: {} } };
      },
      { step: 'initialize' },
    );
    return client;
  };
  const conflict = () =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  const vain = () => Promise.resolve(true);

  it('is given up where there is no use in trying again', async () => {
    const result = await transact(answering(conflict()), [check], Date.now() + 5_000, vain);
    expect(result).toEqual({ written: false, failed: new Set() });
  });

  it('is not, where an earlier try may have been written', async () => {
    const lost = Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
    const client = answering(lost, conflict());
    expect(await transact(client, [check], Date.now() + 5_000, vain)).toEqual({ written: true });
  });
});

describe('a table that hangs', () => {
  it('is given up at the deadline, though no answer ever comes', async () => {
    const hanging = createServer().listen(0, '127.0.0.1');
    await once(hanging, 'listening');
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    try {
      const check = {
        ConditionCheck: {
          TableName: 'registry',
          Key: { pk: { S: 'a' }, sk: { S: 'b' } },
          ConditionExpression: 'attribute_exists(pk)',
        },
      };
      const attempt = transact(client, [check], Date.now() + 300);
      await expect(attempt).rejects.toBeInstanceOf(StoreBusy);
    } finally {
      client.destroy();
      hanging.close();
    }
  });
});

describe('a table that takes nothing', () => {
  it('is answered with 503 and Retry-After, and nothing is written', async () => {
    const base = await service();
    injectFaults(base.store.client, { cancelled: 1 });
    const context = { getRemainingTimeInMillis: () => 1_900 };
    const response = await base.app.request(
      base.path,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(registrationOf()),
      },
      { lambdaContext: context },
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect((await jsonOf(response)).type).toBe('urn:plenary:problem:busy');
    const { registrations, taken, notices } = await truth(base.store, base.meeting.id);
    expect([registrations, taken('meeting'), notices]).toEqual([[], 0, []]);
  });
});
