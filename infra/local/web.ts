import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { WebEnv } from '../../functions/web/context.ts';

/** A request that was answered. It names the route and never the path, which may contain a secret. */
export type Answered = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
};

/** Creates a server for the web application. It gives the application the client's address, as API Gateway does. */
export function webServer(app: Hono<WebEnv>, answered: (request: Answered) => void): Server {
  const fetch = async (request: Request, bindings: unknown) => {
    const began = Date.now();
    const sourceIp = (bindings as HttpBindings).incoming.socket.remoteAddress;
    const response = await app.fetch(request, {
      requestContext: { http: sourceIp === undefined ? {} : { sourceIp } },
    });
    const { method, url } = request;
    const route = routeOf(app, method, new URL(url).pathname);
    answered({ method, route, status: response.status, milliseconds: Date.now() - began });
    return response;
  };
  return createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
}

/** The route of a request as API Gateway writes it, e.g. `/meetings/{meeting}`. */
function routeOf({ router }: Hono<WebEnv>, method: string, path: string): string {
  const [handlers] = router.match(method === 'HEAD' ? 'GET' : method, path);
  const [, { path: route }] = handlers.at(-1)?.[0] ?? [undefined, { path: '/*' }];
  return route === '/*' ? 'no route' : route.replace(/:(\w+)/g, '{$1}');
}
