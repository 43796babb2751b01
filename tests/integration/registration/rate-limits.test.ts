import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../functions/domain/shared/rate-limits.ts';
import type { Store } from '../../../functions/store/platform/client.ts';
import { type Attempting, countAttempt } from '../../../functions/store/platform/rate-limits.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { httpEvent } from '../../support/http-event.ts';
import { come, validated } from '../delegations.ts';
import { jsonOf, pathOf, service, truth } from '../service.ts';

const NOW = new Date('2026-03-04T05:59:30Z');
const LATER = new Date('2026-03-04T06:00:00Z');
const from = (sourceIp: string) => ({ requestContext: { http: { sourceIp } } });

/** Lets a network or an address attempt as much as it may. */
async function useUp(store: Store, act: keyof typeof LIMITS, who: Attempting, now: Date) {
  const { network, address } = LIMITS[act];
  const { most } = (who.network !== undefined ? network : address) ?? { most: 0 };
  await Promise.all(Array.from({ length: most }, () => countAttempt(store, act, who, now)));
}

/** Every item of the registry, as text. */
async function everything({ client, registry }: Store) {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: registry }));
  return JSON.stringify(Items);
}

/** Makes the table refuse every count, as when it is throttled. */
function throttleCounts({ client }: Store, error: Error) {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'UpdateItemCommand') throw error;
        return next(args);
      },
    { step: 'initialize' },
  );
}

/** The time stands still at the beginning of this hour: no window ends in the middle of a test. */
beforeEach(() => {
  const hour = 3_600_000;
  vi.useFakeTimers({ now: Math.floor(Date.now() / hour) * hour, toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

describe('counting attempts', () => {
  it('lets exactly as many pass as it should, however many come at once', async () => {
    const { store } = await service();
    const attempts = await Promise.all(
      Array.from({ length: 80 }, () => countAttempt(store, 'wait', { network: '192.0.2.1' }, NOW)),
    );
    expect(attempts.filter((seconds) => seconds === undefined)).toHaveLength(60);
    expect(new Set(attempts)).toEqual(new Set([undefined, 30]));
  });

  it('begins anew with the next window, and is apart for others and for other acts', async () => {
    const { store } = await service();
    const one = { network: '192.0.2.1' };
    await useUp(store, 'wait', one, NOW);
    expect(await countAttempt(store, 'wait', one, NOW)).toBe(30);
    expect(await countAttempt(store, 'wait', { network: '192.0.2.2' }, NOW)).toBeUndefined();
    expect(await countAttempt(store, 'resend', one, NOW)).toBeUndefined();
    expect(await countAttempt(store, 'wait', one, LATER)).toBeUndefined();
  });

  it('counts for an address whatever the network, and however it is written', async () => {
    const { store } = await service();
    await useUp(store, 'code', { address: 'Ada@example.org' }, NOW);
    const from = (network: string, address: string) =>
      countAttempt(store, 'code', { network, address }, NOW);
    expect(await from('192.0.2.1', ' ada@EXAMPLE.org')).toBe(30);
    expect(await from('192.0.2.1', 'bob@example.org')).toBeUndefined();
  });

  it('counts nothing of a network that is not known', async () => {
    const { store } = await service();
    expect(await countAttempt(store, 'resend', {}, NOW)).toBeUndefined();
    expect(await everything(store)).not.toContain('LIMIT#');
  });

  it('keeps neither network nor address in the clear, and nothing for longer than its window', async () => {
    const { store } = await service();
    const who = { network: '192.0.2.1', address: 'ada@example.org' };
    await countAttempt(store, 'code', who, NOW);
    const text = await everything(store);
    expect(text.match(/LIMIT#code#/g)).toHaveLength(2);
    expect(text).not.toContain('192.0.2');
    expect(text).not.toContain('ada@example');
    const ends = Math.floor(LATER.getTime() / 1000);
    expect(text.match(new RegExp(`"expiresAt":\\{"N":"${ends}"\\}`, 'g'))).toHaveLength(2);
  });

  it('lets everybody pass while the table does not take the count', async () => {
    const { store } = await service();
    await useUp(store, 'wait', { network: '192.0.2.1' }, NOW);
    throttleCounts(
      store,
      Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' }),
    );
    expect(await countAttempt(store, 'wait', { network: '192.0.2.1' }, NOW)).toBeUndefined();
  });

  it('does not hide that the function may not count', async () => {
    const { store } = await service();
    const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    throttleCounts(store, denied);
    const attempt = countAttempt(store, 'wait', { network: '192.0.2.1' }, NOW);
    await expect(attempt).rejects.toBe(denied);
  });
});

describe('the secret of a stage', () => {
  it('is the same for all who need it first at the same moment', async () => {
    const { store } = await service();
    // Each copy of the module remembers for itself, as each instance of the function does.
    const instances: typeof import('../../../functions/store/platform/secret.ts').stageSecret[] =
      [];
    while (instances.length < 8) {
      vi.resetModules();
      instances.push((await import('../../../functions/store/platform/secret.ts')).stageSecret);
    }
    expect(new Set(instances).size).toBe(8);
    const secrets = await Promise.all(instances.map((ask) => ask(store)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  });
});

describe('registering', () => {
  it('is refused with 429 and Retry-After when a network does it too often; nothing is written', async () => {
    const { app, path, store, meeting } = await service();
    await useUp(store, 'register', { network: '192.0.2.1' }, new Date());
    const before = await everything(store);
    const send = (
      body: NonNullable<RequestInit['body']>,
      sourceIp: string,
      headers: Record<string, string>,
    ) => app.request(path, { method: 'POST', headers, body }, from(sourceIp));
    const json = { 'Content-Type': 'application/json' };
    const refused = await send(JSON.stringify(registrationOf()), '192.0.2.1', json);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect((await jsonOf(refused)).type).toBe('urn:plenary:problem:too-many-requests');

    const form = new URLSearchParams(registrationOf() as Record<string, string>);
    const page = await send(form, '192.0.2.1', {});
    expect(page.status).toBe(429);
    expect(page.headers.get('Retry-After')).toMatch(/^\d+$/);
    const text = await page.text();
    expect(text).toContain('value="Sophea"');
    expect(text).toContain('More requests have come from your network');
    expect(await everything(store)).toBe(before);

    // Neither a header of one's own nor a neighbour's attempts change whose are counted.
    const headers = { ...json, 'X-Forwarded-For': '192.0.2.1' };
    const other = await send(JSON.stringify(registrationOf()), '192.0.2.2', headers);
    expect(other.status).toBe(201);
    const faked = await send(JSON.stringify(registrationOf()), '192.0.2.1', {
      ...json,
      'X-Forwarded-For': '192.0.2.2',
    });
    expect(faked.status).toBe(429);
    expect((await truth(store, meeting.id)).registrations).toHaveLength(1);
  });

  it('is refused for an address that has been used too often, until the next day', async () => {
    const { post, store, meeting } = await service();
    const address = 'sophea.chan@culture.example';
    await useUp(store, 'register', { address }, new Date());
    expect((await post(registrationOf())).status).toBe(429);
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
    expect((await post(registrationOf({ email: 'other@culture.example' }))).status).toBe(201);
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
    expect((await post(registrationOf())).status).toBe(201);
  });

  it('goes on when the counter is throttled', async () => {
    const { app, path, store } = await service();
    await useUp(store, 'register', { network: '192.0.2.1' }, new Date());
    throttleCounts(store, Object.assign(new Error('slow'), { name: 'ThrottlingException' }));
    const body = JSON.stringify(registrationOf());
    const headers = { 'Content-Type': 'application/json' };
    const response = await app.request(path, { method: 'POST', headers, body }, from('192.0.2.1'));
    expect(response.status).toBe(201);
  });
});

describe('the network of a request', () => {
  it('is the one that API Gateway names, whatever the request says of itself', async () => {
    const { app, path, store } = await service();
    await useUp(store, 'register', { network: '192.0.2.1' }, new Date());
    const send = async (sourceIp: string, others: string) => {
      const event = httpEvent({
        method: 'POST',
        path,
        sourceIp,
        headers: {
          'content-type': 'application/json',
          // API Gateway adds the real address after those that the client wrote into this header.
          'x-forwarded-for': `${others}, ${sourceIp}`,
        },
        body: JSON.stringify(registrationOf()),
      });
      const left = { getRemainingTimeInMillis: () => 10_000 } as LambdaContext;
      const answer = await handle(app)(event as unknown as LambdaEvent, left);
      return answer.statusCode;
    };
    expect(await send('::ffff:192.0.2.1', '192.0.2.2')).toBe(429);
    expect(await send('192.0.2.2', '192.0.2.1')).toBe(201);
  });
});

describe('the page of a delegation', () => {
  it.each(['approve', 'decline', 'role', 'nominate', 'replace', 'note'])(
    'does not %s more often for a network than it should, and is shown all the same',
    async (action) => {
      const base = await validated();
      const { page, app, store } = base;
      const { reference } = await come(base, 'one');
      await useUp(store, 'manage', { network: '192.0.2.1' }, new Date());
      const send = (sourceIp: string, headers = {}) =>
        app.request(
          `${page}/${action}`,
          { method: 'POST', headers, body: new URLSearchParams({ reference }) },
          from(sourceIp),
        );
      const before = await everything(store);
      const refused = await send('192.0.2.1');
      expect(refused.status).toBe(429);
      expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
      expect(await jsonOf(send('192.0.2.1', { Accept: 'application/json' }))).toMatchObject({
        type: 'urn:plenary:problem:too-many-requests',
      });
      expect(await everything(store)).toBe(before);
      expect((await send('192.0.2.2')).status).not.toBe(429);
      expect((await app.request(page, {}, from('192.0.2.1'))).status).toBe(200);
    },
  );
});

describe('private links', () => {
  it.each([
    ['resend', 'resend'],
    ['withdraw', 'manage'],
  ] as const)('do not %s more often for a network than they should', async (action, act) => {
    const { app, post, store, meeting } = await service();
    const own = pathOf((await jsonOf(post(registrationOf()))).manageUrl);
    await useUp(store, act, { network: '2001:db8:0:1::/64' }, new Date());
    const state = async () => ({ ...(await truth(store, meeting.id)), taken: undefined });
    const before = await state();
    const send = (sourceIp: string) =>
      app.request(`${own}/${action}`, { method: 'POST' }, from(sourceIp));
    const refused = await send('2001:db8:0:1::42');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(await refused.text()).toContain('Too many requests');
    expect(await state()).toEqual(before);
    const neighbour = await send('2001:db8:0:2::42');
    if (action === 'withdraw') expect(neighbour.status).toBe(303);
    else expect(await neighbour.text()).toContain('A message went out less than an hour ago');
  });
});
