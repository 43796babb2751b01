import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/participant/app.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import type { WebEnv } from '../../../functions/web/context.ts';
import { listenOn } from '../../../infra/local/ports.ts';
import { type Answered, webServer } from '../../../infra/local/web.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** Serves an application. @returns its address, and what was answered so far */
async function serve(app: Hono<WebEnv>) {
  const answered: Answered[] = [];
  const server = webServer(app, (one) => answered.push(one));
  open.push(server);
  const port = await listenOn(server, 0);
  return { url: `http://127.0.0.1:${port}`, port, answered };
}

/** The application of participants, with a store that nothing may ask. */
const participants = () => {
  const store = { registry: '', outbox: '', vault: '' } as Store & Vault;
  return createApp({ store, publicUrl: 'https://plenary.example' }, () => {});
};

describe('webServer', () => {
  it('names the route of a request, and never its path, which may carry a secret', async () => {
    const { url, answered } = await serve(participants());
    for (const [method, path] of [
      ['GET', '/openapi.json'],
      ['HEAD', '/openapi.json'],
      ['DELETE', '/openapi.json'],
      ['GET', '/assets/secret.css'],
      ['POST', '/registrations/R/secret/reminders/nothing'],
      ['GET', '/meetings/%E0%A4%A/secret/secret'],
    ] as const)
      await fetch(url + path, { method });
    expect(answered.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/openapi.json', 200],
      ['HEAD', '/openapi.json', 200],
      ['DELETE', 'no route', 405],
      ['GET', '/assets/{file}', 404],
      ['POST', 'no route', 404],
      ['GET', 'no route', 404],
    ]);
    expect(JSON.stringify(answered)).not.toContain('secret');
  });

  it('tells the application the address of the client, whatever the request says of itself', async () => {
    const app = new Hono<WebEnv>();
    app.get('/', (c) => c.text(c.env.requestContext?.http?.sourceIp ?? 'none'));
    const { url } = await serve(app);
    const answer = await fetch(url, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(await answer.text()).toBe('127.0.0.1');
  });

  it('passes on bodies and cookies as they are', async () => {
    const app = new Hono<WebEnv>();
    app.post('/', async (c) => {
      c.header('Set-Cookie', 'a=1', { append: true });
      c.header('Set-Cookie', 'b=2', { append: true });
      return c.body(await c.req.arrayBuffer());
    });
    const { url } = await serve(app);
    const body = new Uint8Array([0x1f, 0x8b, 0xff, 0]);
    const answer = await fetch(url, { method: 'POST', body });
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(body);
  });

  it('goes on after a client that hangs up in the middle of a body', async () => {
    const { url, port } = await serve(participants());
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /meetings/a/registrations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\nhalf',
    );
    socket.destroy();
    await once(socket, 'close');
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
  });
});
