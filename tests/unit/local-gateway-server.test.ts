import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answered, gateway } from '../../infra/local/gateway/gateway.ts';
import { listenOn } from '../../infra/local/ports.ts';

const MEGABYTE = 1024 * 1024;
const open: { close: () => unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

type Event = { body?: string; isBase64Encoded: boolean; rawPath: string };

/** A gateway with one route that takes anything, and another that takes nothing but its own path. */
async function gatewayOf(
  invoke: (event: Event) => unknown,
  keys = ['GET /known/{id}', '$default'],
) {
  const answered: Answered[] = [];
  const events: Event[] = [];
  const server = gateway(
    keys.map((key) => ({ key, function: 'f' })),
    async (_, event) => {
      events.push(event as Event);
      return invoke(event as Event);
    },
    (one) => answered.push(one),
  );
  open.push(server);
  const port = await listenOn(server, 0);
  return { url: `http://127.0.0.1:${port}`, port, answered, events };
}
const post = (url: string, body: string, type = 'application/json') =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': type } });

describe('gateway', () => {
  it('passes requests on, and answers what the function returns', async () => {
    const { url, answered } = await gatewayOf(({ rawPath }) => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/html', Location: '/there' },
      cookies: ['a=1', 'b=2'],
      body: `<p>${rawPath}</p>`,
    }));
    const answer = await fetch(`${url}/known/secret`);
    expect(answer.status).toBe(201);
    expect(await answer.text()).toBe('<p>/known/secret</p>');
    expect(answer.headers.get('location')).toBe('/there');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    // The route, as the path carries the secret of a private link.
    expect(answered).toMatchObject([{ method: 'GET', route: '/known/{id}', status: 201 }]);
    expect(JSON.stringify(answered)).not.toContain('secret');
  });

  it('sends no body where there is none', async () => {
    const { url } = await gatewayOf(() => ({ statusCode: 303, headers: { location: '/' } }));
    const answer = await fetch(url, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('content-length')).toBe('0');
    const head = await gatewayOf(() => ({ statusCode: 200, body: 'four' }));
    const headed = await fetch(head.url, { method: 'HEAD' });
    expect(headed.status).toBe(200);
    expect(await headed.text()).toBe('');
  });

  it('takes a body of up to 10 MB, as long as Lambda takes the event', async () => {
    const { url, events } = await gatewayOf(() => ({ statusCode: 204 }));
    expect((await post(url, 'x'.repeat(5 * MEGABYTE))).status).toBe(204);
    expect(events[0]?.body).toHaveLength(5 * MEGABYTE);
    for (const [size, type] of [
      [10 * MEGABYTE + 1, 'application/json'],
      [7 * MEGABYTE, 'application/json'],
      // In base64 it is a third larger.
      [5 * MEGABYTE, 'multipart/form-data; boundary=x'],
    ] as const) {
      const answer = await post(url, 'x'.repeat(size), type);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' });
    }
    expect(events).toHaveLength(1);
  });

  it('tells a caller nothing of what went wrong', async () => {
    for (const bad of [
      () => {
        throw new Error('the secret of the house');
      },
      () => ({ statusCode: 200, headers: { 'x-bad': 'two\r\nlines' } }),
      () => ({ statusCode: 'none' }),
    ]) {
      const { url, answered } = await gatewayOf(bad);
      const answer = await fetch(url);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
      expect(answered).toMatchObject([{ status: 500 }]);
    }
  });

  it('has no route where the API has none', async () => {
    const { url, events } = await gatewayOf(() => ({ statusCode: 200 }), ['GET /known/{id}']);
    const answer = await fetch(`${url}/other`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Not Found' });
    expect(events).toEqual([]);
  });

  it('survives a caller who hangs up in the middle of a body', async () => {
    const { url, port } = await gatewayOf(() => ({ statusCode: 204 }));
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    socket.destroy();
    await once(socket, 'close');
    expect((await fetch(url)).status).toBe(204);
  });
});
