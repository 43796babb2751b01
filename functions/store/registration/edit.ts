import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  changedFields,
  type Seen,
  tellsAnew,
  type Wanted,
} from '../../domain/registration/edit.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { splitSensitive } from '../../domain/registration/sensitive-data.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { remindHolder } from '../notifications/resend.ts';
import type { Store, Vault } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from './change.ts';
import type { Change } from './commit.ts';
import { type PlanRefusal, planned } from './edit-plan.ts';
import { addressState, type FreeAddress } from './email-claims.ts';
import { commitAndOfferFreedSeat } from './offer.ts';
import { getRegistration } from './registration.ts';
import { vaultWrites } from './sensitive-data.ts';

export type EditOutcome =
  /** `changed`: whether anything was; otherwise nothing was written and nobody is told. */
  | {
      readonly outcome: 'edited';
      readonly registration: Registration;
      readonly changed: boolean;
    }
  | PlanRefusal
  /** Somebody else has the address. */
  | { readonly outcome: 'duplicate' }
  /** The address was taken too often of late; `again`: from when on it can be. */
  | { readonly outcome: 'too-often'; readonly again: Date }
  /** It is no longer what was edited. */
  | { readonly outcome: 'changed-meanwhile'; readonly registration: Registration };

/**
 * Changes a registration to what its participant wants, all in one transaction: the registration, what is kept
 * apart from it, the address it gives back and the one it takes, seats or place in the waiting list, the audit line, the
 * messages, and the offer of what seat comes free to the next in the waiting list. Where one part cannot be, nothing is
 * changed.
 *
 * @param seen the registration that was edited, and what was told with it. Should it have changed since, nothing is changed.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function editRegistration(
  store: Store & Vault,
  stored: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
  moving: OperationContext,
): Promise<EditOutcome> {
  const { now, deadline } = moving;
  const meetingId = stored.meeting.id;
  let current = stored;
  const { told } = seen;
  let before = seen.registration;
  let address: FreeAddress = { state: 'free' };
  return optimisticRetry({ deadline, busy: 'Editing took too long' }, async () => {
    const edits: Seen = { registration: before, told };
    const plan = await planned(store, current, edits, wanted, now);
    if ('outcome' in plan) return plan;
    const { after, present, fence } = plan;
    if (after === before) return { outcome: 'edited', registration: before, changed: false };
    const change = changeOf(edits, after, wanted, address);
    const conflicts = await commitAndOfferFreedSeat(store, current, change, moving, {
      present,
      extras: { fence, writes: sensitiveWrites(store, current, edits, wanted) },
      offerAfter: after.waitingSince !== before.waitingSince,
    });
    if (conflicts.size === 0) return { outcome: 'edited', registration: after, changed: true };
    const fresh = await getRegistration(store, before.reference);
    if (fresh?.version !== before.version)
      return { outcome: 'changed-meanwhile', registration: fresh ?? before };
    before = fresh;
    current = (await getMeeting(store, meetingId)) ?? current;
    if (!conflicts.has('address')) return CONFLICT;
    const claim = await addressState(store, meetingId, wanted.email, now);
    if (claim.state === 'resting') return { outcome: 'too-often', again: claim.again };
    if (claim.state === 'held') {
      await remindHolder(store, claim.reference, moving);
      return { outcome: 'duplicate' };
    }
    address = claim;
    return CONFLICT;
  });
}

/** An edit with its audit line. */
function changeOf(
  seen: Seen,
  after: Registration,
  wanted: Wanted,
  address: FreeAddress,
): Change & { readonly before: Registration } {
  const { registration: before } = seen;
  const fields: string[] = changedFields(seen, wanted);
  if (before.privacyNotice === undefined) fields.push('privacyNotice');
  return {
    before,
    after,
    audit: { action: 'edited', actor: 'participant', detail: fields.join(' ') },
    address,
  };
}

/** The writes that keep apart what is told anew, by which `edited` has noted where it is. */
function sensitiveWrites(
  store: Vault,
  { meeting }: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
): TransactWriteItem[] {
  if (!tellsAnew(seen, wanted)) return [];
  const { registration } = seen;
  const { parts } = splitSensitive(meeting, wanted);
  return vaultWrites(store, registration, parts, registration.keptApart);
}
