import { createHash, timingSafeEqual } from 'node:crypto';

/** True if two secrets are equal. Compares their hashes in constant time, so that the time tells nothing. */
export function secretsEqual(stored: string, given: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(stored), hash(given));
}
