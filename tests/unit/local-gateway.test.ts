import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../functions/participant/routes.ts';
import { plainResponse, splitUrl, toEvent, toResponse } from '../../infra/local/gateway/events.ts';
import { findRoute } from '../../infra/local/gateway/routes.ts';

const routes = ROUTES.map((key) => ({ key, function: 'participant' }));
const keyOf = (method: string, path: string) => findRoute(routes, method, path)?.route.key;

describe('findRoute', () => {
  it('prefers what a path says over variables, and falls back to $default', () => {
    expect(keyOf('GET', '/')).toBe('GET /');
    expect(keyOf('GET', '/meetings/a')).toBe('GET /meetings/{meeting}');
    expect(keyOf('GET', '/meetings/a/register')).toBe('GET /meetings/{meeting}/register');
    expect(keyOf('POST', '/meetings/a/register')).toBe('$default');
    expect(keyOf('HEAD', '/health')).toBe('$default');
    expect(keyOf('GET', '/meetings/')).toBe('$default');
    expect(keyOf('GET', '/meetings/a/')).toBe('$default');
    expect(keyOf('GET', '/registrations/R/s/calendar.ics')).toBe(
      'GET /registrations/{reference}/{secret}/calendar.ics',
    );
    expect(findRoute(routes, 'GET', '/registrations/R/s')?.parameters).toEqual({
      reference: 'R',
      secret: 's',
    });
    expect(findRoute([], 'GET', '/')).toBeUndefined();
  });

  it('ranks greedy variables and ANY last, whatever their order', () => {
    const keys = ['ANY /a/{b}', 'GET /a/{rest+}', 'GET /a/{b}', 'GET /a/b', '$default'];
    for (const order of [keys, keys.toReversed()]) {
      const found = (method: string, path: string) =>
        findRoute(
          order.map((key) => ({ key, function: 'f' })),
          method,
          path,
        );
      expect(found('GET', '/a/b')?.route.key).toBe('GET /a/b');
      expect(found('GET', '/a/c')?.route.key).toBe('GET /a/{b}');
      expect(found('PUT', '/a/c')?.route.key).toBe('ANY /a/{b}');
      expect(found('GET', '/a/c/d')).toMatchObject({ parameters: { rest: 'c/d' } });
      expect(found('GET', '/b')?.route.key).toBe('$default');
    }
  });
});

const request = (change: Partial<Parameters<typeof toEvent>[0]> = {}) => ({
  method: 'GET',
  url: '/meetings/a',
  headers: { host: 'localhost:8080' },
  body: Buffer.alloc(0),
  remoteAddress: '127.0.0.1',
  ...change,
});
const eventOf = (change: Partial<Parameters<typeof toEvent>[0]>) => {
  const asked = request(change);
  const match = findRoute(routes, asked.method, splitUrl(asked.url).path);
  if (match === undefined) throw new Error('There is always $default');
  return toEvent(asked, match, new Date('2026-03-04T05:06:07.089Z'));
};

describe('toEvent', () => {
  it('is what API Gateway makes of a request, in payload format 2.0', () => {
    expect(eventOf({ headers: { host: 'localhost:8080', 'user-agent': 'test' } })).toMatchObject({
      version: '2.0',
      routeKey: 'GET /meetings/{meeting}',
      rawPath: '/meetings/a',
      rawQueryString: '',
      pathParameters: { meeting: 'a' },
      requestContext: {
        domainName: 'localhost',
        http: { method: 'GET', path: '/meetings/a', sourceIp: '127.0.0.1', userAgent: 'test' },
        routeKey: 'GET /meetings/{meeting}',
        stage: '$default',
        time: '04/Mar/2026:05:06:07 +0000',
        timeEpoch: Date.parse('2026-03-04T05:06:07.089Z'),
      },
      isBase64Encoded: false,
    });
  });

  it('has no body, cookies, query or path parameters where there are none', () => {
    const event = eventOf({ url: '/' });
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(event).not.toHaveProperty(name);
  });

  it('decodes the path once and leaves the query as it came', () => {
    const event = eventOf({ url: '/meetings/caf%C3%A9%2541?q=a%20b&q=c&x=%26?' });
    expect(event.rawPath).toBe('/meetings/café%41');
    expect(event.rawQueryString).toBe('q=a%20b&q=c&x=%26?');
    expect(event.queryStringParameters).toEqual({ q: 'a b,c', x: '&?' });
  });

  it('survives a path that cannot be decoded', () => {
    expect(eventOf({ url: '/meetings/%E0%A4%A' }).rawPath).toBe('/meetings/%E0%A4%A');
  });

  it('joins headers and keeps cookies apart', () => {
    const event = eventOf({
      headers: { host: 'localhost', cookie: 'a=1; b=2', 'x-many': ['1', '2'] as never },
    });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).toMatchObject({ 'x-many': '1,2' });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it.each<[string | undefined, boolean]>([
    ['application/json', false],
    ['application/problem+json; charset=utf-8', false],
    ['text/plain', false],
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data; boundary=x', true],
    ['application/jsonp', true],
    [undefined, true],
  ])('hands over a body of type %s base64-encoded: %s', (type, encoded) => {
    const body = Buffer.from('naïve');
    const event = eventOf({ body, headers: type === undefined ? {} : { 'content-type': type } });
    expect(event.isBase64Encoded).toBe(encoded);
    expect(Buffer.from(event.body ?? '', encoded ? 'base64' : 'utf8')).toEqual(body);
  });

  it('hands over a compressed body base64-encoded, as it is no text yet', () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const body = Buffer.from([0x1f, 0x8b, 0xff]);
    expect(eventOf({ headers, body }).body).toBe(body.toString('base64'));
  });
});

describe('toResponse', () => {
  it('gives back status, headers, cookies and body', () => {
    const { status, headers, body } = toResponse({
      statusCode: 303,
      headers: { Location: '/next', 'X-Count': 2 },
      cookies: ['a=1', 'b=2'],
      body: 'né',
    });
    expect(status).toBe(303);
    expect(headers).toMatchObject({
      location: '/next',
      'x-count': '2',
      'set-cookie': ['a=1', 'b=2'],
    });
    expect(body.toString()).toBe('né');
  });

  it('decodes a base64-encoded body', () => {
    const body = Buffer.from([0, 255, 1]);
    const result = { statusCode: 200, body: body.toString('base64'), isBase64Encoded: true };
    expect(toResponse(result).body).toEqual(body);
  });

  it('takes anything that is no response for a body of JSON', () => {
    expect(toResponse({ ok: true })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
    });
    expect(toResponse({ ok: true }).body.toString()).toBe('{"ok":true}');
    expect(toResponse(undefined)).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  });

  it('answers by itself as API Gateway does', () => {
    expect(plainResponse(413, 'Request Entity Too Large').body.toString()).toBe(
      '{"message":"Request Entity Too Large"}',
    );
  });
});
