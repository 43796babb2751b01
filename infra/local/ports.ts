import { createServer, type Server } from 'node:net';
import { Refusal } from './refusal.ts';

/**
 * The port of the service in the environment.
 * @throws Refusal if it is no port number.
 */
export function wantedPort(environment: NodeJS.ProcessEnv): number {
  const text = environment.PORT ?? '8080';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    `PORT=${text} is not a port: choose one from 1 to 65535, e.g. PORT=8090 npm start.`,
  );
}

/** Whether a port of this machine is free, in IPv4 and IPv6, because browsers use either for `localhost`. */
export async function isFree(port: number): Promise<boolean> {
  const taken = await Promise.all(['127.0.0.1', '::1'].map((host) => isTaken(port, host)));
  return !taken.includes(true);
}

/** Only an error that another listener causes counts, because a machine may have no `::1`. */
async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    await listenOn(server, port, host);
    await closed(server);
    return false;
  } catch (error) {
    return codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES';
  }
}

/** Finds a port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOn(server, 0);
  await closed(server);
  return port;
}

/**
 * Listens on this machine only, and returns the port. The port 0 means any free port.
 *
 * @throws Error with a code such as `EADDRINUSE`.
 */
export function listenOn(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** The refusal of a port that is in use. */
export function portInUse(port: number): Refusal {
  return new Refusal(
    `Port ${port} is in use: stop what listens there, or take another one, e.g. PORT=${port === 8090 ? 8100 : 8090} npm start.`,
  );
}

const closed = (server: Server) => new Promise((resolve) => server.close(resolve));

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined;
