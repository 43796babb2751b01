import type { Category } from '../eligibility/category.ts';
import { delegationKey } from '../eligibility/delegation-key.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { dayIn } from '../shared/day.ts';
import { CROCKFORD, readAloud } from './reference.ts';
import type { Registration } from './registration.ts';

/**
 * A code lets its holder register in an `invited` category. In a `validated` category it replaces the validation. It
 * names no person.
 */
export type Code = {
  /** The organisers' name for the code: whom they made it for. */
  readonly label: string;
  /** The only category that may use it. If missing, every category may. */
  readonly category?: Category | undefined;
  /** The only delegation that may use it, from `delegationKey`. */
  readonly delegation?: string | undefined;
  /** How many people may use it. If missing, any number. */
  readonly uses?: number | undefined;
  /** How many people have used it. */
  readonly used: number;
  /** The last day on which it is valid, in the meeting's time zone, `YYYY-MM-DD`. */
  readonly validUntil?: string | undefined;
  readonly revokedAt?: string | undefined;
};

const CODE_REFUSALS = [
  'unknown',
  'revoked',
  'expired',
  'used-up',
  'other-category',
  'other-delegation',
] as const;
export type CodeRefusal = (typeof CODE_REFUSALS)[number];

/**
 * Why a person cannot register with a code, or `undefined` if they can.
 *
 * @param code `undefined` if the code does not exist.
 */
export function codeRefusal(
  code: Code | undefined,
  who: Pick<Registration, 'category' | 'representation' | 'state' | 'organisation' | 'reference'>,
  meeting: Pick<Meeting, 'timeZone'>,
  now: Date,
): CodeRefusal | undefined {
  if (code === undefined) return 'unknown';
  if (code.revokedAt !== undefined) return 'revoked';
  if (code.validUntil !== undefined && dayIn(meeting.timeZone, now) > code.validUntil)
    return 'expired';
  if (code.uses !== undefined && code.used >= code.uses) return 'used-up';
  if (code.category !== undefined && code.category !== who.category) return 'other-category';
  if (code.delegation !== undefined && code.delegation !== delegationKey(who))
    return 'other-delegation';
  return undefined;
}

/** The number of characters: 32^12 codes, which is 60 bits. Nobody guesses one. */
const LENGTH = 12;

/** A new code such as `7F3K-2Q9X-M4TZ`. `random` has at least 12 bytes. */
export function codeFrom(random: Uint8Array): string {
  const text = Array.from(random.subarray(0, LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** The normal form of a code that a person typed, or `undefined` if it cannot be a code. */
export function parseCode(typed: string): string | undefined {
  const text = readAloud(typed.replace(/[\s-]/g, ''));
  return text !== undefined && text.length === LENGTH
    ? text.replace(/(.{4})(?=.)/g, '$1-')
    : undefined;
}
