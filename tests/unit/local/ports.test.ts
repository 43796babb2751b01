import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort, isFree, listenOn, wantedPort } from '../../../infra/local/ports.ts';

describe('wantedPort', () => {
  it('is 8080 unless the environment says otherwise', () => {
    expect(wantedPort({})).toBe(8080);
    expect(wantedPort({ PORT: '9000' })).toBe(9000);
  });

  it.each(['', '0', '65536', '-1', '80.5', '0x50', 'http'])(
    'refuses PORT=%s in one line',
    (PORT) => {
      expect(() => wantedPort({ PORT })).toThrow(new RegExp(`^PORT=${PORT} is not a port.*$`));
    },
  );
});

describe('ports', () => {
  it('tells a port that is in use from a free one', async () => {
    const server = createServer();
    const port = await listenOn(server, 0);
    expect(await isFree(port)).toBe(false);
    await expect(listenOn(createServer(), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
    expect(await isFree(await freePort())).toBe(true);
  });
});
