import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { RouteDefinition } from '../template/definitions.ts';
import { type GatewayResponse, plainResponse, splitUrl, toEvent, toResponse } from './events.ts';
import { findRoute, type RouteMatch } from './routes.ts';

/** What an HTTP API takes, and what Lambda takes of it, in bytes: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MOST_BODY = 10 * 1024 * 1024;
const MOST_EVENT = 6 * 1024 * 1024;

/** A request that was answered. It names the route and never the path, which may carry a secret. */
export type Answered = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
};

/**
 * What API Gateway does: turns requests into events for the function of their route, and what it returns into
 * responses. Throttling is the one thing it leaves out.
 *
 * @param invoke calls a function by its name
 */
export function gateway(
  routes: readonly RouteDefinition[],
  invoke: (name: string, event: unknown) => Promise<unknown>,
  answered: (request: Answered) => void,
): Server {
  const answer = async (request: IncomingMessage, match: RouteMatch | undefined) => {
    const body = await bodyOf(request);
    if (body === undefined) return plainResponse(413, 'Request Entity Too Large');
    if (match === undefined) return plainResponse(404, 'Not Found');
    const { method = 'GET', url = '/', headers, socket } = request;
    const remoteAddress = socket.remoteAddress ?? '127.0.0.1';
    const event = toEvent({ method, url, headers, body, remoteAddress }, match, new Date());
    if (Buffer.byteLength(JSON.stringify(event)) > MOST_EVENT)
      return plainResponse(413, 'Request Entity Too Large');
    return toResponse(await invoke(match.route.function, event));
  };

  return createServer(async (request, response) => {
    const began = Date.now();
    const { method = 'GET', url = '/' } = request;
    const match = findRoute(routes, method, splitUrl(url).path);
    try {
      send(response, await answer(request, match));
    } catch {
      // Whoever runs the function has said what went wrong; the caller is never told.
      send(response, plainResponse(500, 'Internal Server Error'));
    }
    answered({
      method,
      route: match?.route.key.replace(/^\S+ /, '') ?? 'no route',
      status: response.statusCode,
      milliseconds: Date.now() - began,
    });
  });
}

/** The body of a request, or `undefined` when it is too large: then the rest of it is read and forgotten. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BODY) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MOST_BODY ? Buffer.concat(chunks) : undefined;
}

function send(response: ServerResponse, { status, headers, body }: GatewayResponse): void {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  response.statusCode = status;
  response.end(body);
}
