import type { Delegation, DelegationRefusal } from '../../domain/delegation/delegation.ts';
import { placed } from '../../domain/delegation/delegation-roles.ts';
import type { DelegationRole } from '../../domain/eligibility/delegation-role.ts';
import { getMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from '../registration/change.ts';
import { commit } from '../registration/commit.ts';
import { headLock } from '../registration/head-of-delegation.ts';
import { peopleOf } from '../registration/registration.ts';
import { linkCheck } from './delegation.ts';
import { atOnce } from './name-head.ts';
import { placeChanges } from './nominee.ts';

export type PlaceOutcome =
  /** `former`: the references of the former heads. */
  | { readonly outcome: 'placed'; readonly former: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: DelegationRefusal };

/**
 * Sets the role of a person, and the order among people with the same role. A former head loses the role in the same
 * transaction. If two people are named head at the same time, the later one is head. If there are more former heads
 * than one transaction can change, the rest is changed in transactions before.
 *
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function placeInDelegation(
  store: Store,
  delegation: Delegation,
  reference: string,
  place: { readonly delegationRole: DelegationRole; readonly order?: number | undefined },
  { now, deadline }: OperationContext,
): Promise<PlaceOutcome> {
  const former: string[] = [];
  return optimisticRetry({ deadline, busy: 'The change took too long' }, async () => {
    const lock = await headLock(store, delegation);
    const [stored, people] = await Promise.all([
      getMeeting(store, delegation.meetingId),
      peopleOf(store, delegation),
    ]);
    const one = people.find((person) => person.reference === reference);
    if (stored === undefined || one === undefined)
      return { outcome: 'refused', reason: 'not-possible' };
    const result = placed(people, one, place, { meeting: stored.meeting, now });
    if ('refused' in result) return { outcome: 'refused', reason: result.refused };
    if (result.changed.length === 0) return { outcome: 'placed', former };
    const batch = atOnce(result.changed);
    const conflicts = await commit(store, stored, placeChanges(people, batch), {
      now,
      deadline,
      extras: { link: linkCheck(store, delegation), writes: [lock] },
    });
    if (conflicts.has('link')) return { outcome: 'refused', reason: 'link-ceased' };
    if (conflicts.size > 0) return CONFLICT;
    former.push(...batch.map((after) => after.reference).filter((of) => of !== reference));
    if (batch.length === result.changed.length) return { outcome: 'placed', former };
    return CONFLICT;
  });
}
