import type { Registration } from './registration.ts';

/** The path of a registration's private page. Pages use it, so that they stay on the host they came from. */
export function managePath({
  reference,
  secret,
}: Pick<Registration, 'reference' | 'secret'>): string {
  return `/registrations/${reference}/${secret}`;
}

/** The private address of a registration: everybody who has it may see, change and withdraw it. */
export function manageUrl(
  publicUrl: string,
  registration: Pick<Registration, 'reference' | 'secret'>,
): string {
  return `${publicUrl}${managePath(registration)}`;
}
