import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How a meeting stops machines that register in large numbers. The default is `none`. */
export const BOT_CHECKS = ['none', 'proof-of-work'] as const;

/**
 * What the check asks for. A proof of 17 bits takes 130,000 tries on average. The browser computes it while the person
 * fills in the form: one second on a laptop, a few seconds on a phone. The person does nothing.
 *
 * A request without a proof counts if the form was open long enough instead. Waiting costs a machine little, so a
 * network may do that far less often (`wait` in rate-limits.ts).
 *
 * The person has nothing to read, hear, drag or remember, so the check excludes nobody. It stores nothing in the
 * browser. It stops machines that only fill in forms, and it slows machines that compute the proof. It does not stop a
 * determined attacker.
 */
export const BOT_CHECK = {
  bits: 17,
  /** After this time a challenge counts without a proof. Hardly anybody fills in the form faster. */
  waitSeconds: 20,
  /** How long a challenge is valid. People may leave a form open overnight. */
  validSeconds: 86_400,
} as const;

/**
 * A challenge: `nonce.issued.bits.signature`. `issued` is the time of issue in seconds since the epoch, in base 36. The
 * text holds everything that the check needs, so issuing a challenge writes nothing.
 */
type Challenge = {
  /** 128 random bits in base64url. */
  readonly nonce: string;
  /** In seconds since the epoch. */
  readonly issued: number;
  /** The number of leading zero bits that the hash of a proof must have. */
  readonly bits: number;
};

/** Who issued a challenge. A challenge is valid for one meeting, and the secret signs it. */
export type Issuer = { readonly secret: string; readonly meetingId: string };

/** A new challenge, as text. */
export function newChallenge(issuer: Issuer, nonce: string, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000).toString(36);
  const text = `${nonce}.${issued}.${BOT_CHECK.bits}`;
  return `${text}.${signature(issuer, text)}`;
}

/**
 * The result of the check. A request sends the challenge, or `challenge:proof`. The proof is a number for which the
 * SHA-256 of `nonce:proof` begins with the required number of zero bits.
 */
export type BotAnswer =
  /** `waited`: there is no valid proof, but the form was open for at least `waitSeconds`. */
  | {
      readonly answer: 'solved' | 'waited';
      readonly nonce: string;
      /** When the challenge stops being valid, in seconds since the epoch. */
      readonly expires: number;
    }
  /** The challenge is valid. It counts without a proof after `seconds` more seconds. */
  | { readonly answer: 'early'; readonly challenge: string; readonly seconds: number }
  /** There is no challenge, or it is not valid for this meeting at this time. */
  | { readonly answer: 'none' };

/** Checks the answer to a challenge. The store makes sure that each challenge is used once. */
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
