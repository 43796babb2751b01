/** Crockford's base 32: without I, L, O and U, so that people can read it aloud and copy it by hand. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The number of characters after the hyphen: 32^5, about 33 million references for each prefix. */
const LENGTH = 5;

/** A reference such as `BKK14-7F3K2`. `random` has at least 5 bytes. */
export function referenceFrom(prefix: string, random: Uint8Array): string {
  const code = Array.from(random.subarray(0, LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
  return `${prefix}-${code}`;
}

/**
 * A typed text in capitals, with O, I and L read as the digits 0 and 1. `undefined` if it contains any other character
 * than base 32 has.
 */
export function readAloud(typed: string): string | undefined {
  const text = typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-TV-Z]+$/.test(text) ? text : undefined;
}

/**
 * The normal form of a reference that a person typed: in capitals, with O, I and L read as digits. `undefined` if it
 * cannot be a reference.
 */
export function parseReference(typed: string): { prefix: string; reference: string } | undefined {
  const match = /^([A-Z][A-Z0-9]{1,7})-([0-9A-Z]{5})$/.exec(typed.trim().toUpperCase());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const code = readAloud(match[2]);
  if (code === undefined) return undefined;
  return { prefix: match[1], reference: `${match[1]}-${code}` };
}
