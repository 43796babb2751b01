import type { Context, Handler } from 'hono';
import type { LimitedAct } from '../domain/shared/rate-limits.ts';
import type { Registry } from '../store/platform/client.ts';
import { countAttempt } from '../store/platform/rate-limits.ts';
import type { WebEnv } from './context.ts';
import { answerProblem, type Refusal } from './problem.tsx';

/** A route with a rate limit by network. The attempt is counted first. */
export function limited(store: Registry, act: LimitedAct, route: Handler<WebEnv>): Handler<WebEnv> {
  return async (c, next) => {
    const refusal = await tooMany(c, store, act);
    return refusal === undefined ? route(c, next) : answerProblem(c, ...refusal);
  };
}

/**
 * Counts an attempt by the network of the request and, if given, by e-mail address. For routes that answer a refusal
 * themselves; the others use `limited`.
 *
 * @returns the refusal, if there were too many attempts
 */
export async function tooMany(
  c: Context<WebEnv>,
  store: Registry,
  act: LimitedAct,
  address?: string,
): Promise<Refusal | undefined> {
  const { network, now } = c.var;
  const seconds = await countAttempt(store, act, { network, address }, now);
  if (seconds === undefined) return undefined;
  return [
    'too-many-requests',
    { retryAfter: seconds, values: { minutes: Math.ceil(seconds / 60) } },
  ];
}
