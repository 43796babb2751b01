import { LEASE_MS } from '../store/outbox/claim.ts';
import type { Notice } from '../store/outbox/notice.ts';

const FIRST_MS = 30_000;
const LONGEST_MS = 4 * 3_600_000;
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** More attempts than backoff allows in three days. */
const MOST_ATTEMPTS = 40;

type Tried = Pick<Notice, 'createdAt' | 'requeuedAt' | 'attempts'>;

/**
 * When to try again after an error: after half a minute at first, up to four hours, later with each attempt, with
 * jitter, so that messages that were delayed together do not return together.
 *
 * @param random from 0 to 1.
 */
export function nextAttempt({ attempts }: Tried, now: Date, random = Math.random()): Date {
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1)) * (0.5 + random / 2);
  return new Date(now.getTime() + pause);
}

/**
 * When a notice without a turn is tried again: soon, because it waits for the rate or quota and for nothing of its own,
 * and with jitter.
 * @param random from 0 to 1.
 */
export function nextTurn(now: Date, random = Math.random()): Date {
  return new Date(now.getTime() + FIRST_MS * (0.5 + random / 2));
}

/**
 * When to look again at a message with an unclear answer. At first after the time of a lease, then later each time,
 * because each further attempt may send another copy.
 */
export function nextLook({ attempts }: Tried, now: Date): Date {
  return new Date(now.getTime() + Math.min(LONGEST_MS, LEASE_MS * 2 ** (attempts - 1)));
}

/**
 * True if sending has failed for three days, or after more attempts than that time allows, because some leave no error.
 * A first attempt is always made.
 */
export function isGivenUp({ createdAt, requeuedAt, attempts }: Tried, now: Date): boolean {
  if (attempts > MOST_ATTEMPTS) return true;
  return attempts > 1 && now.getTime() - Date.parse(requeuedAt ?? createdAt) > GIVEN_UP_AFTER_MS;
}

/** The error of a message whose attempts have left no error of their own. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
  override readonly message = 'No attempt has come to an end';
}
