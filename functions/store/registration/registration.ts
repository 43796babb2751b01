import { belongsTo, type Delegation } from '../../domain/delegation/delegation.ts';
import { parseReference } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { meetingIdOfPrefix } from '../meeting/meeting.ts';
import type { Registry } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll, readItem } from '../platform/read.ts';

/** Reads a registration by its reference, consistently; `undefined` if it does not exist. */
export async function getRegistration(
  store: Registry,
  typed: string,
): Promise<Registration | undefined> {
  const parsed = parseReference(typed);
  if (parsed === undefined) return undefined;
  const meetingId = await meetingIdOfPrefix(store, parsed.prefix);
  if (meetingId === undefined) return undefined;
  return readItem<Registration>(store, registryKeys.registration(meetingId, parsed.reference));
}

/** Reads all registrations of a meeting, with every status, in the order of their references. */
export function listRegistrations(store: Registry, meetingId: string): Promise<Registration[]> {
  return readAll<Registration>(store, registryKeys.meeting(meetingId).pk, PREFIXES.registrations);
}

/** Reads all registrations and nominations of a delegation, with every status. */
export async function peopleOf(
  store: Registry,
  delegation: Pick<Delegation, 'id' | 'meetingId'>,
): Promise<Registration[]> {
  const all = await listRegistrations(store, delegation.meetingId);
  return all.filter((one) => belongsTo(delegation, one));
}
