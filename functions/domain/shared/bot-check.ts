import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a meeting checks that no machine registers in large numbers; none does unless it says so. */
export const BOT_CHECKS = ['none', 'proof-of-work'] as const;

/**
 * What the check asks for. A proof of 17 bits takes 130,000 tries on average, which a browser makes by itself while the
 * form is filled in: a second of a laptop, a few of a phone, and nothing of the person. Whoever brings no
 * proof has taken some time over the form instead; as that costs a machine little, a network can do so far
 * less often (`wait` in domain/limits.ts).
 *
 * Nothing is to be read, heard, dragged or remembered, so nobody is shut out; and nothing is kept in the browser. It stops
 * machines that only fill in forms, and slows those that do the work: it is no match for a determined one.
 */
export const BOT_CHECK = {
  bits: 17,
  /** From when on a challenge counts without a proof. Hardly anybody fills in the form faster. */
  waitSeconds: 20,
  /** For how long a challenge is good: a form may well be left open over a night. */
  validSeconds: 86_400,
} as const;

/**
 * A challenge: `nonce.issued.bits.signature`, with when it was given out in seconds since the epoch, to the
 * base of 36. It says all there is to know, so that giving one out writes nothing.
 */
export type Challenge = {
  /** 128 random bits in base64url. */
  readonly nonce: string;
  /** In seconds since the epoch. */
  readonly issued: number;
  /** With how many zero bits the hash of a proof begins. */
  readonly bits: number;
};

/** Where a challenge is good: signed with this secret, for this meeting. */
export type Issuer = { readonly secret: string; readonly meetingId: string };

/** A new challenge, as text. */
export function newChallenge(issuer: Issuer, nonce: string, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000).toString(36);
  const text = `${nonce}.${issued}.${BOT_CHECK.bits}`;
  return `${text}.${signature(issuer, text)}`;
}

/**
 * What a request answers to its challenge. The text is the challenge, or `challenge:proof` where the proof is a number so
 * that the SHA-256 of `nonce:proof` begins with the bits asked for.
 */
export type BotAnswer =
  /** `waited`: without a good proof, but no sooner than anybody can fill in the form. */
  | {
      readonly answer: 'solved' | 'waited';
      readonly nonce: string;
      /** When the challenge ceases to be good, in seconds since the epoch. */
      readonly expires: number;
    }
  /** The challenge is good; it counts without a proof in so many seconds. */
  | { readonly answer: 'early'; readonly challenge: string; readonly seconds: number }
  /** There is no challenge, or not one that is good here and now. */
  | { readonly answer: 'none' };

/** Judges an answer. That a challenge is used once is for the store to see to. */
export function judgeAnswer(issuer: Issuer, text: string | undefined, now: Date): BotAnswer {
  const [challenge = '', proof = ''] = (text ?? '').split(':');
  const read = readChallenge(issuer, challenge);
  const seconds = now.getTime() / 1000;
  if (read === undefined || seconds >= read.issued + BOT_CHECK.validSeconds)
    return { answer: 'none' };
  const { nonce, issued } = read;
  const expires = issued + BOT_CHECK.validSeconds;
  if (isProof(read, proof)) return { answer: 'solved', nonce, expires };
  const left = issued + BOT_CHECK.waitSeconds - seconds;
  if (left <= 0) return { answer: 'waited', nonce, expires };
  return { answer: 'early', challenge, seconds: Math.ceil(left) };
}

function readChallenge(issuer: Issuer, challenge: string): Challenge | undefined {
  const parts = /^(([\w-]{22})\.([\da-z]{1,8})\.(\d{1,2}))\.([\w-]{43})$/.exec(challenge);
  if (parts === null) return undefined;
  const [, text = '', nonce = '', issued = '', bits = '', signed = ''] = parts;
  const expected = signature(issuer, text);
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(expected))) return undefined;
  return { nonce, issued: Number.parseInt(issued, 36), bits: Number(bits) };
}

function isProof({ nonce, bits }: Challenge, proof: string): boolean {
  if (!/^\d{1,15}$/.test(proof)) return false;
  const hash = createHash('sha256').update(`${nonce}:${proof}`).digest();
  return hash.readUInt32BE() >>> (32 - bits) === 0;
}

function signature({ secret, meetingId }: Issuer, text: string): string {
  return createHmac('sha256', secret)
    .update(`bot-check\0${meetingId}\0${text}`)
    .digest('base64url');
}
