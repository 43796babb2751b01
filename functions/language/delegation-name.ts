import type { Registration } from '../domain/registration/registration.ts';
import type { RepresentedRequest } from '../domain/registration/registration-request.ts';
import type { Language } from '../domain/shared/languages.ts';
import { stateName } from './states.ts';

/** The name of a delegation: the State or the organisation. An individual has none. */
export function delegationName(
  language: Language,
  represented: RepresentedRequest | Pick<Registration, 'state' | 'organisation'>,
): string | undefined {
  if ('state' in represented && represented.state !== undefined)
    return stateName(represented.state, language);
  return 'organisation' in represented ? represented.organisation : undefined;
}
