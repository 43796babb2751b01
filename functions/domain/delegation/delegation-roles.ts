import { type DelegationRole, ROLES_OF } from '../eligibility/delegation-role.ts';
import { isOver, type Meeting } from '../meeting/meeting.ts';
import { holdsSeat, isLive, type Registration } from '../registration/registration.ts';
import type { DelegationRefusal } from './delegation.ts';

/** The role of a former head after another person becomes head. */
const FORMER_HEAD = { state: 'alternate', organisation: 'representative' } as const;

/**
 * Gives a person a role and an order in the delegation. A delegation has one head, so former heads change too. A person
 * without a seat cannot become head while another head has a seat.
 *
 * @param people all people of the delegation.
 * @returns all changed registrations, or the reason why the change is not possible.
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

/** The former heads, with their new roles, after another person becomes head. `head`: the reference of the new head. */
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

/**
 * The head with a seat, if there is one.
 *
 * @param but the reference of a person to leave out.
 */
export const seatedHead = (
  people: readonly Registration[],
  but?: string,
): Registration | undefined =>
  people.find(
    ({ delegationRole, status, reference }) =>
      delegationRole === 'head' && holdsSeat(status) && reference !== but,
  );

/**
 * The registration of a person who gets a seat, or who is nominated while no seat is free. If the delegation already
 * has a head with a seat, this person gets the role of a former head. The focal point can change the head later.
 *
 * @param people the other people of the delegation.
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
