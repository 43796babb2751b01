import { setTimeout as sleep } from 'node:timers/promises';
import { isHealthy } from '../cli/health.ts';
import { Refusal } from './refusal.ts';

/** How long a service may take to start, in milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Waits until the service at an address is healthy.
 * @throws Refusal if it takes too long.
 */
export async function becomesHealthy(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isHealthy(url))) {
    if (Date.now() >= deadline)
      throw new Refusal(`${url}/health does not answer with 200: the lines above say why.`);
    await sleep(100);
  }
}
