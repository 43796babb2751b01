import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a link carries the secret that is kept: compared by their hashes, in constant time. */
export function sameSecret(kept: string, given: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(kept), hash(given));
}
