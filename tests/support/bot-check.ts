import { createHash } from 'node:crypto';

/** Solves a challenge as any program can: `challenge:proof`. */
export function solve(challenge: string): string {
  const [nonce, , bits] = challenge.split('.');
  for (let proof = 0; ; proof++) {
    const hash = createHash('sha256').update(`${nonce}:${proof}`).digest();
    if (hash.readUInt32BE() >>> (32 - Number(bits)) === 0) return `${challenge}:${proof}`;
  }
}

/** The challenge that a page carries in its form. */
export const challengeIn = (page: string) =>
  /name="botCheck" value="([^":]+)"/.exec(page)?.[1] ?? 'no challenge';
