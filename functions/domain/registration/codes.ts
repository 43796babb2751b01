import type { Category } from '../eligibility/category.ts';
import { delegationKey } from '../eligibility/delegation-key.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { dayIn } from '../shared/day.ts';
import { CROCKFORD, readAloud } from './reference.ts';
import type { Registration } from './registration.ts';

/**
 * A code lets whoever has it register where others cannot: it opens a category that is `invited`, and stands for
 * the yes where one is `validated`. It names no person.
 */
export type Code = {
  /** What organisers call it: for whom it was made. */
  readonly label: string;
  /** Whom it is for; everybody it is not tied away from. */
  readonly category?: Category | undefined;
  /** A delegation, as `delegationKey` gives it. */
  readonly delegation?: string | undefined;
  /** How many may use it; unlimited without. */
  readonly uses?: number | undefined;
  /** How many have. */
  readonly used: number;
  /** The last day on which it is good, in the meeting's time zone. */
  readonly validUntil?: string | undefined;
  readonly revokedAt?: string | undefined;
};

export const CODE_REFUSALS = [
  'unknown',
  'revoked',
  'expired',
  'used-up',
  'other-category',
  'other-delegation',
] as const;
export type CodeRefusal = (typeof CODE_REFUSALS)[number];

/** Why a code does not let somebody in, or nothing when it does. @param code none where nobody made it. */
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

/** Characters of a code: 32^12, 60 bits, which nobody guesses. */
const LENGTH = 12;

/** A new code such as `7F3K-2Q9X-M4TZ`, from at least twelve random bytes. */
export function codeFrom(random: Uint8Array): string {
  const text = Array.from(random.subarray(0, LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in its one true spelling; `undefined` when it cannot be one. */
export function parseCode(typed: string): string | undefined {
  const text = readAloud(typed.replace(/[\s-]/g, ''));
  return text !== undefined && text.length === LENGTH
    ? text.replace(/(.{4})(?=.)/g, '$1-')
    : undefined;
}
