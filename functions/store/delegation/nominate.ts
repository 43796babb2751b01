import {
  categoryOfDelegation,
  type Delegation,
  type DelegationRefusal,
  nominationRefusal,
  replacementRefusal,
} from '../../domain/delegation/delegation.ts';
import type { Nominee } from '../../domain/delegation/delegation-request.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { initialStatus, transition } from '../../domain/registration/transitions.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from '../registration/change.ts';
import { type AddressState, addressState } from '../registration/email-claims.ts';
import { freeSeats } from '../seats/allocate.ts';
import { readRoom } from '../seats/waiting-list-fence.ts';
import { personOf } from './delegation.ts';
import { commitNamed } from './name-head.ts';
import { nomineeOf } from './nominee.ts';

export type NominateOutcome =
  | { readonly outcome: 'nominated'; readonly registration: Registration }
  | { readonly outcome: 'refused'; readonly reason: DelegationRefusal }
  /** The address belongs to another live registration of the meeting. */
  | { readonly outcome: 'held' }
  | { readonly outcome: 'too-often'; readonly again: Date }
  | { readonly outcome: 'full' };

/**
 * Nominates a person for a delegation. The person gets a seat if one is free, and otherwise a place on the waiting
 * list; there the person is not head if the head has a seat. The same nomination twice creates one registration.
 *
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function nominate(
  store: Store,
  delegation: Delegation,
  nominee: Nominee,
  moving: OperationContext,
): Promise<NominateOutcome> {
  const { now, deadline } = moving;
  return optimisticRetry({ deadline, busy: 'Nominating took too long' }, async () => {
    const stored = await meetingOf(store, delegation);
    const { meeting } = stored;
    const reason = nominationRefusal(meeting, delegation, now);
    if (reason) return { outcome: 'refused', reason };
    const address = await addressState(store, meeting.id, nominee.email, now);
    if (address.state === 'held') {
      const holder = await personOf(store, delegation, address.reference);
      return holder && isRepeat(holder, nominee)
        ? { outcome: 'nominated', registration: holder }
        : { outcome: 'held' };
    }
    if (address.state === 'resting') return { outcome: 'too-often', again: address.again };
    const { category, reason: categoryReason } = categoryOfDelegation(meeting, delegation);
    const footing = { ...delegation, category, categoryReason };
    const person = nomineeOf(meeting, delegation, footing, nominee, now);
    const { fence, present } = await readRoom(store, meeting.id);
    const found = freeSeats(meeting, person, present);
    if ('full' in found && !meeting.waitingList) return { outcome: 'full' };
    const seats = 'seats' in found ? found.seats : undefined;
    const after: Registration = { ...person, ...initialStatus('open', seats, now) };
    const change = {
      after,
      audit: { action: 'nominated', actor: 'focal-point', detail: after.status } as const,
      address,
    };
    const done = await commitNamed(store, stored, delegation, [change], after, {
      now,
      deadline,
      ...('full' in found && { fence }),
    });
    if (done === 'link-ceased') return { outcome: 'refused', reason: done };
    if (done !== 'again') return { outcome: 'nominated', registration: done };
    return CONFLICT;
  });
}

/**
 * Replaces one person of a delegation by another in one transaction. The seat passes from one to the other and is never
 * free.
 *
 * @param leaving the person who is replaced. If it has a `version` and the registration has changed since, nothing
 * changes.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function replace(
  store: Store,
  delegation: Delegation,
  { reference, version }: { readonly reference: string; readonly version?: number | undefined },
  nominee: Nominee,
  moving: OperationContext,
): Promise<NominateOutcome> {
  const { now, deadline } = moving;
  return optimisticRetry({ deadline, busy: 'Replacing took too long' }, async () => {
    const stored = await meetingOf(store, delegation);
    const { meeting } = stored;
    const before = await personOf(store, delegation, reference);
    const reason = before ? replacementRefusal(meeting, before, now) : 'not-possible';
    if (before === undefined || reason)
      return { outcome: 'refused', reason: reason ?? 'not-possible' };
    if (version !== undefined && before.version !== version)
      return { outcome: 'refused', reason: 'not-possible' };
    const gone = transition(before, { move: 'withdraw', because: 'replaced' }, { meeting, now });
    if ('refused' in gone) return { outcome: 'refused', reason: 'not-possible' };
    const address = await addressState(store, meeting.id, nominee.email, now);
    const refused = addressRefusal(address);
    if (refused || address.state !== 'free') return refused ?? { outcome: 'held' };
    const after: Registration = {
      ...nomineeOf(meeting, delegation, before, nominee, now),
      status: 'confirmed',
      seats: before.seats,
    };
    const detail = before.reference;
    const changes = [
      {
        before,
        after: gone,
        audit: { action: 'replaced', actor: 'focal-point', detail: after.reference } as const,
      },
      {
        after,
        audit: { action: 'nominated', actor: 'focal-point', detail } as const,
        address,
      },
    ];
    const leaving = before.reference;
    const how = { now, deadline, leaving };
    const done = await commitNamed(store, stored, delegation, changes, after, how);
    if (done === 'link-ceased') return { outcome: 'refused', reason: done };
    if (done !== 'again') return { outcome: 'nominated', registration: done };
    return CONFLICT;
  });
}

function addressRefusal(address: AddressState): NominateOutcome | undefined {
  if (address.state === 'held') return { outcome: 'held' };
  if (address.state === 'resting') return { outcome: 'too-often', again: address.again };
  return undefined;
}

async function meetingOf(store: Store, { meetingId }: Delegation): Promise<StoredMeeting> {
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined) throw new Error('The meeting of the delegation does not exist');
  return stored;
}

/** Whether this person was just nominated: a form may be sent twice. */
const isRepeat = (holder: Registration, nominee: Nominee) =>
  holder.nominated === true &&
  isSameAddress(holder.email, nominee.email) &&
  holder.givenName === nominee.givenName &&
  holder.familyName === nominee.familyName;
