import { describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/participant/app.ts';
import { openApi } from '../../../functions/participant/openapi/openapi.ts';
import { OPERATIONS, ROUTES, writes } from '../../../functions/participant/routes.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import { jsonOf } from '../../support/json.ts';

/** A store that nothing may ask: these tests are about what needs none. */
const store = { registry: '', outbox: '', vault: '' } as Store & Vault;
const app = createApp({ store, publicUrl: 'https://plenary.example' }, () => {});

type Documented = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; description?: string }[];
  responses: Record<string, { description: string }>;
};

describe('the route table', () => {
  it('names each method and path once', () => {
    expect(new Set(ROUTES).size).toBe(ROUTES.length);
    expect(ROUTES).toHaveLength(OPERATIONS.length + 1);
  });

  it('limits no route that only reads, and every private route that writes', () => {
    for (const [operation, route] of OPERATIONS) {
      const isPrivate = /^\/(registrations|delegations)\//.test(route.path);
      expect(route.limit !== undefined, operation).toBe(writes(route) && isPrivate);
    }
  });
});

describe('routes', () => {
  it('are served by the application, all of the table and no others', () => {
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
  const documented = async () => {
    const { paths } = (await openApi('https://plenary.example')) as {
      paths: Record<string, Record<string, Documented>>;
    };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, document]) => ({ path, method, document })),
    );
  };

  it('describes every route of the table, under its name, and no others', async () => {
    const described = (await documented()).map(
      ({ path, method, document }) => `${document.operationId}: ${method.toUpperCase()} ${path}`,
    );
    const table = OPERATIONS.map(([name, { method, path }]) => `${name}: ${method} ${path}`);
    expect(described.sort()).toEqual(table.sort());
  });

  it('describes every parameter of a path', async () => {
    for (const { path, document } of await documented()) {
      const described = document.parameters
        .filter((parameter) => parameter.in === 'path' && parameter.description !== undefined)
        .map(({ name }) => `{${name}}`);
      expect(described, document.operationId).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('describes the refusals of rate limits and of a busy store', async () => {
    const table = new Map<string, (typeof OPERATIONS)[number][1]>(OPERATIONS);
    for (const { document } of await documented()) {
      const { operationId, responses } = document;
      const route = table.get(operationId);
      if (route === undefined) throw new Error(`No route ${operationId}`);
      if (route.limit) expect(responses, operationId).toHaveProperty('429');
      if (writes(route)) expect(responses, operationId).toHaveProperty('503');
    }
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
