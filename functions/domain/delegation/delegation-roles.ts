import { type DelegationRole, ROLES_OF } from '../eligibility/delegation-role.ts';
import { isOver, type Meeting } from '../meeting/meeting.ts';
import { holdsSeat, isLive, type Registration } from '../registration/registration.ts';
import type { DelegationRefusal } from './delegation.ts';

/** What whoever was head is once somebody else is named. */
const FORMER_HEAD = { state: 'alternate', organisation: 'representative' } as const;

/**
 * What giving somebody a role and a place in the delegation changes: that registration, and those of former
 * heads, as a delegation has one head. The head is somebody who takes part: whoever has no seat, as they wait for one or
 * for an answer, takes nothing from a head who has, and can be named once they have one.
 *
 * @param people all of the delegation.
 */
export function placed(
  people: readonly Registration[],
  one: Registration,
  place: { readonly delegationRole: DelegationRole; readonly order?: number | undefined },
  { meeting, now }: { meeting: Meeting; now: Date },
): { readonly changed: readonly Registration[] } | { readonly refused: DelegationRefusal } {
  if (isOver(meeting, now)) return { refused: 'meeting-over' };
  if (meeting.cancelled) return { refused: 'meeting-cancelled' };
  if (!isLive(one.status)) return { refused: 'not-possible' };
  if (!ROLES_OF[one.representation].includes(place.delegationRole))
    return { refused: 'not-possible' };
  const { delegationRole, order } = place;
  const takesOver = delegationRole === 'head' && !holdsSeat(one.status);
  if (takesOver && seatedHead(people, one.reference)) return { refused: 'head-seated' };
  const self =
    one.delegationRole === delegationRole && one.order === order
      ? []
      : [changed(one, { delegationRole, order }, now)];
  return {
    changed: [
      ...self,
      ...(delegationRole === 'head' ? formerHeads(people, one.reference, now) : []),
    ],
  };
}

/** Those who cease to be head when somebody else is named, as they are then. */
export function formerHeads(
  people: readonly Registration[],
  head: string,
  now: Date,
): readonly Registration[] {
  return people.flatMap((one) => {
    const { representation, delegationRole, status, reference } = one;
    if (delegationRole !== 'head' || reference === head || !isLive(status)) return [];
    if (representation === 'individual') return [];
    return [changed(one, { delegationRole: FORMER_HEAD[representation] }, now)];
  });
}

/** Who is head and has a seat. @param but who is not meant */
export const seatedHead = (
  people: readonly Registration[],
  but?: string,
): Registration | undefined =>
  people.find(
    ({ delegationRole, status, reference }) =>
      delegationRole === 'head' && holdsSeat(status) && reference !== but,
  );

/**
 * Somebody who comes to a seat, or is named while none is free: whoever calls themselves head where another has a seat as head already comes as what a
 * former head is. A delegation has one head, and it is for the focal point to name another.
 *
 * @param people all of the delegation who are there besides.
 */
export function besideHead(one: Registration, people: readonly Registration[]): Registration {
  const { representation, delegationRole, reference } = one;
  if (delegationRole !== 'head' || representation === 'individual') return one;
  return seatedHead(people, reference)
    ? { ...one, delegationRole: FORMER_HEAD[representation] }
    : one;
}

const changed = (
  one: Registration,
  changes: Pick<Partial<Registration>, 'delegationRole' | 'order'>,
  now: Date,
): Registration => ({
  ...one,
  ...changes,
  version: one.version + 1,
  updatedAt: now.toISOString(),
});
