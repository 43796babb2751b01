/** Crockford's base 32: no I, L, O or U, so that it survives being read aloud or copied by hand. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters after the hyphen: 32^5, some 33 million references a meeting. */
const LENGTH = 5;

/** A reference such as `BKK14-7F3K2` from at least five random bytes. */
export function referenceFrom(prefix: string, random: Uint8Array): string {
  const code = Array.from(random.subarray(0, LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
  return `${prefix}-${code}`;
}

/**
 * What somebody typed, in capitals and with O, I, L read as the digits they are taken for. `undefined` when it
 * has something else than the letters and digits there are.
 */
export function readAloud(typed: string): string | undefined {
  const text = typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-TV-Z]+$/.test(text) ? text : undefined;
}

/**
 * A reference as somebody typed it, in its one true spelling: capitals, and O, I, L read as the
 * digits they are taken for. `undefined` when it cannot be a reference.
 */
export function parseReference(typed: string): { prefix: string; reference: string } | undefined {
  const match = /^([A-Z][A-Z0-9]{1,7})-([0-9A-Z]{5})$/.exec(typed.trim().toUpperCase());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const code = readAloud(match[2]);
  if (code === undefined) return undefined;
  return { prefix: match[1], reference: `${match[1]}-${code}` };
}
