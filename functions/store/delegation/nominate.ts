import {
  type Delegation,
  type DelegationRefusal,
  footingOf,
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
  /** Somebody has this address at the meeting already. */
  | { readonly outcome: 'held' }
  | { readonly outcome: 'too-often'; readonly again: Date }
  | { readonly outcome: 'full' };

/**
 * Names somebody who is to come for a delegation: with a seat where one is free, else in the waiting list, and there not as head
 * while the head has a seat. Naming the same person twice names them once.
 *
 * @throws StoreBusy when the table takes nothing before the deadline.
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
    const { category, reason: categoryReason } = footingOf(meeting, delegation);
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
 * Puts somebody in another's place, in one move: the seat goes from one to the other and is never free in
 * between.
 *
 * @param leaving whose place it is; with the version that was seen, nothing is changed should they have changed since.
 * @throws StoreBusy when the table takes nothing before the deadline.
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
  if (stored === undefined) throw new Error('The meeting of a delegation is gone');
  return stored;
}

/** Whether somebody is who was just named: a form that was sent twice. */
const isRepeat = (holder: Registration, nominee: Nominee) =>
  holder.nominated === true &&
  isSameAddress(holder.email, nominee.email) &&
  holder.givenName === nominee.givenName &&
  holder.familyName === nominee.familyName;
