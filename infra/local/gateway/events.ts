import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RouteMatch } from './routes.ts';

/** A request as it arrives. `url` is what follows the method in its first line. */
export type GatewayRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly remoteAddress: string;
};

/** A response as it leaves. */
export type GatewayResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
};

/** API Gateway hands the path over decoded, the query as it came. A path that cannot be decoded stays. */
export function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  try {
    return { path: decodeURIComponent(path), query };
  } catch {
    return { path, query };
  }
}

/**
 * The event that API Gateway makes of a request, in payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toEvent(request: GatewayRequest, { route, parameters }: RouteMatch, now: Date) {
  const { path, query } = splitUrl(request.url);
  const { cookie, ...headers } = request.headers;
  const domainName = headers.host?.replace(/:\d+$/, '') ?? 'localhost';
  const isBase64Encoded = !isText(headers['content-type'], headers['content-encoding']);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: {
      ...joined(headers),
      'x-forwarded-for': request.remoteAddress,
      'x-forwarded-proto': 'http',
    },
    ...(query !== '' && { queryStringParameters: parametersOf(query) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: requestId(),
      routeKey: route.key,
      stage: '$default',
      time: clock(now),
      timeEpoch: now.getTime(),
    },
    ...(request.body.length > 0 && {
      body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    }),
    isBase64Encoded: request.body.length > 0 && isBase64Encoded,
  };
}

/** The response that API Gateway makes of what a function returns, be it a response or just its body. */
export function toResponse(result: unknown): GatewayResponse {
  if (typeof result !== 'object' || result === null || !('statusCode' in result))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(typeof result === 'string' ? result : (JSON.stringify(result) ?? '')),
    };
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = result as Result;
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...Object.fromEntries(lower),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
      'apigw-requestid': requestId(),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** What API Gateway says itself, when no function does. */
export function plainResponse(status: number, message: string): GatewayResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message })),
  };
}

type Result = {
  readonly statusCode: number | string;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};

const TEXT = /^(text\/|application\/(.+\+)?(json|xml)\b|application\/javascript\b)/i;

/** Bodies of any other type, forms included, come base64-encoded. */
function isText(contentType: string | undefined, encoding: string | undefined): boolean {
  return encoding === undefined && contentType !== undefined && TEXT.test(contentType);
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(',')]],
    ),
  );
}

function parametersOf(query: string): Record<string, string> {
  const search = new URLSearchParams(query);
  return Object.fromEntries(
    [...search.keys()].map((name) => [name, search.getAll(name).join(',')]),
  );
}

const requestId = () => `${randomBytes(11).toString('base64url')}=`;

/** As in the access logs of web servers: `12/Mar/2020:19:03:58 +0000`. */
function clock(now: Date): string {
  const [, day, month, year, time] = /, (\d+) (\w+) (\d+) ([\d:]+)/.exec(now.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
