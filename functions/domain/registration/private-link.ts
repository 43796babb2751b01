import type { Registration } from './registration.ts';

/** The path of a registration's private page. Pages use the path, so that links stay on the same host. */
export function managePath({
  reference,
  secret,
}: Pick<Registration, 'reference' | 'secret'>): string {
  return `/registrations/${reference}/${secret}`;
}

/** The private link of a registration. Anybody who has it can see, change and withdraw the registration. */
export function manageUrl(
  publicUrl: string,
  registration: Pick<Registration, 'reference' | 'secret'>,
): string {
  return `${publicUrl}${managePath(registration)}`;
}
