import { LEASE_MS } from '../store/outbox/claim.ts';
import type { Notice } from '../store/outbox/notice.ts';

const FIRST_MS = 30_000;
const LONGEST_MS = 4 * 3_600_000;
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** More attempts than three days of waiting longer and longer have room for. */
const MOST_ATTEMPTS = 40;

type Tried = Pick<Notice, 'createdAt' | 'requeuedAt' | 'attempts'>;

/**
 * When a message is to be tried again: later with every attempt, from half a minute up to four hours,
 * with jitter, so that messages held up together do not come back together.
 *
 * @param random from 0 to 1.
 */
export function nextAttempt({ attempts }: Tried, now: Date, random = Math.random()): Date {
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1)) * (0.5 + random / 2);
  return new Date(now.getTime() + pause);
}

/**
 * When a message that has not had its turn is looked at again: soon, as it waits for the rate or the quota and not
 * for anything of its own, and not all at once.
 */
export function nextTurn(now: Date, random = Math.random()): Date {
  return new Date(now.getTime() + FIRST_MS * (0.5 + random / 2));
}

/**
 * When a message of which nobody knows whether SES has it is looked at again. The first time the claim is
 * as long as ever; after that longer and longer, as each further attempt may be one more copy.
 */
export function nextLook({ attempts }: Tried, now: Date): Date {
  return new Date(now.getTime() + Math.min(LONGEST_MS, LEASE_MS * 2 ** (attempts - 1)));
}

/**
 * True if sending has failed for three days. Attempts that leave no trace are ended by their number. A first attempt is
 * always made.
 */
export function isGivenUp({ createdAt, requeuedAt, attempts }: Tried, now: Date): boolean {
  if (attempts > MOST_ATTEMPTS) return true;
  return attempts > 1 && now.getTime() - Date.parse(requeuedAt ?? createdAt) > GIVEN_UP_AFTER_MS;
}

/** The error of a message whose attempts have left none of their own. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
  override readonly message = 'No attempt has come to an end';
}
