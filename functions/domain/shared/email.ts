import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** Longest address a mail server must take (RFC 5321 §4.5.3.1.3, less the angle brackets). */
export const LONGEST_ADDRESS = 254;

/** The local part that every mail system accepts: the dot-atom of RFC 5322 §3.2.3, in ASCII. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z][a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The address to write to: white space at both ends gone, the domain in lower-case ASCII (IDNA).
 * `undefined` when it cannot be an address. The part before the `@` keeps its case, because the
 * mail system that owns it may care.
 */
export function mailable(typed: string): string | undefined {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1).toLowerCase());
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  return address.length > LONGEST_ADDRESS ? undefined : address;
}

/** What two addresses must share to be one person's: the mailable address without regard to case. */
export function emailKey(address: string): string {
  return address.trim().toLowerCase();
}

/** Whether two addresses are one person's. A missing address is the same as an empty one. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return emailKey(one ?? '') === emailKey(other ?? '');
}

/**
 * The SHA-256 hash of a normalised address, in base64url, for keys and comparisons that must not contain the address.
 * Stored keys contain it: another value would lose what is stored.
 */
export function addressHash(address: string): string {
  return createHash('sha256').update(emailKey(address)).digest('base64url');
}
