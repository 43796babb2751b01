import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  changedFields,
  changesSensitiveData,
  type Seen,
  type Wanted,
} from '../../domain/registration/edit.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { splitSensitive } from '../../domain/registration/sensitive-data.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store, Vault } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from './change.ts';
import type { Change } from './commit.ts';
import { type PlanRefusal, planned } from './edit-plan.ts';
import { addressState, type FreeAddress } from './email-claims.ts';
import { commitAndOfferFreedSeat } from './offer-freed-seat.ts';
import { getRegistration } from './registration.ts';
import { remindHolder } from './resend.ts';
import { vaultWrites } from './sensitive-data.ts';

export type EditOutcome =
  /** `changed`: false if nothing was to be changed; then nothing was written, and nobody is notified. */
  | {
      readonly outcome: 'edited';
      readonly registration: Registration;
      readonly changed: boolean;
    }
  | PlanRefusal
  /** The address belongs to another live registration. */
  | { readonly outcome: 'duplicate' }
  /** The address was claimed too often within a day. `again`: when it can be claimed. */
  | { readonly outcome: 'too-often'; readonly again: Date }
  /** The registration has changed since the participant read it. */
  | { readonly outcome: 'changed-meanwhile'; readonly registration: Registration };

/**
 * Changes a registration in one transaction: the registration, its sensitive data, the address that it gives back and
 * the one that it claims, seats or waiting-list entry, the audit line, the notices, and the offer of a freed seat to
 * the next person on the waiting list. If one part is not possible, nothing changes.
 *
 * @param seen the registration and the sensitive data that the participant edited. If it has changed since, nothing
 * changes.
 * @throws StoreBusy if the table does not accept the write before the deadline.
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
  const { submitted } = seen;
  let before = seen.registration;
  let address: FreeAddress = { state: 'free' };
  return optimisticRetry({ deadline, busy: 'Editing took too long' }, async () => {
    const edits: Seen = { registration: before, submitted };
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

/** The change of an edit, with its audit line. */
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

/**
 * Builds the writes of sensitive data that the participant has changed. `edited` has noted its parts in the
 * registration.
 */
function sensitiveWrites(
  store: Vault,
  { meeting }: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
): TransactWriteItem[] {
  if (!changesSensitiveData(seen, wanted)) return [];
  const { registration } = seen;
  const { parts } = splitSensitive(meeting, wanted);
  return vaultWrites(store, registration, parts, registration.sensitiveParts);
}
