import { describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/participant/app.ts';
import { openApi } from '../../../functions/participant/openapi/openapi.ts';
import { ROUTES } from '../../../functions/participant/routes.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import { jsonOf } from '../../support/json.ts';

/** A store that nothing may ask: these tests are about what needs none. */
const store = { registry: '', outbox: '', vault: '' } as Store & Vault;
const app = createApp({ store, publicUrl: 'https://plenary.example' }, () => {});

describe('routes', () => {
  it('are answered by the application, each under its own name, and by nothing else', () => {
    const served = app.routes
      .filter(({ path }) => path !== '/*')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(served.sort()).toEqual(ROUTES.filter((route) => route !== '$default').sort());
  });

  it('answer another method with 405 and what is allowed', async () => {
    const response = await app.request('/openapi.json', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET');
  });

  it('answer an unknown path with a page, or with a problem for who reads JSON', async () => {
    const page = await app.request('/nowhere');
    expect(page.status).toBe(404);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    const problem = await app.request('/nowhere', { headers: { Accept: 'application/json' } });
    expect(problem.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await jsonOf(problem)).toMatchObject({
      type: 'urn:plenary:problem:not-found',
      status: 404,
    });
  });

  it('give the files that pages link to, to be kept for ever', async () => {
    const page = await (await app.request('/nowhere')).text();
    const links = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links).toHaveLength(3);
    for (const link of links) {
      const response = await app.request(link);
      expect(response.status).toBe(200);
      expect(response.headers.get('Cache-Control')).toContain('immutable');
    }
    expect((await app.request('/assets/other.css')).status).toBe(404);
  });
});

describe('the OpenAPI document', () => {
  it('describes every route that has a contract', async () => {
    const { paths } = (await openApi('https://plenary.example')) as {
      paths: Record<string, object>;
    };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const pages = [
      'GET /openapi.json',
      'GET /assets/{file}',
      'GET /registrations/{reference}/{secret}/withdraw',
      'GET /registrations/{reference}/{secret}/edit',
      'GET /registrations/{reference}/{secret}/erase',
      ...['decline', 'role', 'nominate', 'replace', 'note'].map(
        (form) => `GET /delegations/{meeting}/{delegation}/{secret}/${form}`,
      ),
      '$default',
    ];
    expect([...described, ...pages].sort()).toEqual([...ROUTES].sort());
  });

  it('has the fields of a registration from the schema that requests are parsed with', async () => {
    const response = await app.request('/openapi.json');
    const { components } = await jsonOf(response);
    const [state] =
      components.schemas.RegistrationRequest.oneOf ?? components.schemas.RegistrationRequest.anyOf;
    expect(state.required).toEqual(
      expect.arrayContaining(['state', 'givenName', 'familyName', 'email', 'privacyNotice']),
    );
    expect(state.properties.familyName.maxLength).toBe(100);
    expect(state.additionalProperties).toBe(false);
    expect(state.properties.state.enum).toContain('KH');
  });
});
