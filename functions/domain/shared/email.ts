import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** The longest address that a mail server must accept, in octets (RFC 5321 §4.5.3.1.3, without the angle brackets). */
export const LONGEST_ADDRESS = 254;

/** The local part that every mail system accepts: the dot-atom of RFC 5322 §3.2.3, in ASCII. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z][a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The address to write to, without white space at both ends and with the domain in lower-case ASCII (IDNA). The part
 * before the `@` keeps its case, because the mail system that owns it may distinguish case.
 *
 * @returns `undefined` if the text cannot be an address.
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

/** The key by which two addresses count as one: the mailable address in lower case. */
export function emailKey(address: string): string {
  return address.trim().toLowerCase();
}

/** True if two addresses have the same key. A missing address equals an empty one. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return emailKey(one ?? '') === emailKey(other ?? '');
}

/**
 * The SHA-256 hash of an address key, in base64url, for keys and comparisons that must not contain the address. Stored
 * keys contain this hash, so another hash function would lose stored items.
 */
export function addressHash(address: string): string {
  return createHash('sha256').update(emailKey(address)).digest('base64url');
}
