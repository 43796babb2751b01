import { afterAll, describe, expect, it, vi } from 'vitest';
import type { handler as Handler } from '../../../functions/participant/handler.ts';
import { httpEvent } from '../../support/http-event.ts';

for (const name of ['STAGE', 'REGISTRY_TABLE', 'OUTBOX_TABLE', 'VAULT_TABLE'])
  vi.stubEnv(name, 'test');
vi.stubEnv('PUBLIC_URL', 'https://plenary.example');
afterAll(() => vi.unstubAllEnvs());
const { handler } = await import('../../../functions/participant/handler.ts');

/** What the participant function answers when API Gateway hands it a request. */
function ask(method: string, path: string, body = '') {
  const event = httpEvent({ method, path, headers: { accept: 'application/json' }, body });
  return handler(...([event, {}] as unknown as Parameters<typeof Handler>));
}

describe('the participant function', () => {
  it.each([
    ['GET', 'nobody reads this'],
    ['HEAD', 'nobody reads this'],
    ['GET', ''],
  ])('answers %s as ever, with the body "%s"', async (method, body) => {
    const { statusCode, body: answer } = await ask(method, '/openapi.json', body);
    expect(statusCode).toBe(200);
    if (method === 'GET') expect(JSON.parse(answer).openapi).toMatch(/^3\./);
  });

  it.each(['TRACE', 'CONNECT', 'TRACK', 'DELETE', 'PROPFIND'])(
    'answers %s with the problem that any wrong method is',
    async (method) => {
      for (const body of ['', 'anything']) {
        const answer = await ask(method, '/openapi.json', body);
        expect(answer.statusCode).toBe(405);
        expect(answer.headers).toMatchObject({
          allow: 'GET',
          'content-type': 'application/problem+json',
        });
        expect(JSON.parse(answer.body).type).toBe('urn:plenary:problem:method-not-allowed');
      }
    },
  );
});
