import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { changeDelegation } from '../delegation/invite.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from '../registration/change.ts';
import { commit } from '../registration/commit.ts';
import { getRegistration } from '../registration/registration.ts';
import { remindersWrite } from './standing.ts';
import {
  type Reminded,
  remindedFocalPoint,
  remindedParticipant,
  unsubscribePath,
} from './unsubscribe.ts';

/** Whether somebody wants reminders. */
export type RemindersWanted = 'stopped' | 'resumed';

/**
 * Ends a participant's reminders, or has them come again. Doing it twice changes nothing. Nobody is told, and what
 * says where the registration stands still comes.
 *
 * @returns nothing where the registration is gone.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function setParticipantReminders(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  wanted: RemindersWanted,
  moving: OperationContext,
): Promise<Registration | undefined> {
  const at = moving.now.toISOString();
  let before: Registration | undefined = seen;
  const retry = { deadline: moving.deadline, busy: 'Changing the reminders took too long' };
  return optimisticRetry(retry, async () => {
    if (before === undefined || before.erasedAt !== undefined) return undefined;
    if (isAsWanted(before, wanted)) return before;
    const { remindersStoppedAt: _, ...others }: Registration = before;
    const after: Registration = {
      ...others,
      ...(wanted === 'stopped' && { remindersStoppedAt: at }),
      version: before.version + 1,
      updatedAt: at,
    };
    const audit = { action: `reminders-${wanted}`, actor: 'participant' } as const;
    const writes = await known(store, remindedParticipant(before), wanted, moving.now);
    const change = { before, after, audit, messages: [], writes };
    if ((await commit(store, stored, [change], moving)).size === 0) return after;
    before = await getRegistration(store, before.reference);
    return CONFLICT;
  });
}

/**
 * As `setParticipantReminders`, for the focal point of a delegation.
 *
 * @param by the link of the delegation page, which may have been replaced meanwhile; or that of a reminder.
 */
export async function setFocalPointReminders(
  store: Store,
  seen: Delegation,
  wanted: RemindersWanted,
  by: 'page' | 'reminder',
  moving: OperationContext,
): Promise<Delegation | undefined> {
  if (isAsWanted(seen, wanted)) return seen;
  const at = moving.now.toISOString();
  const writes = await known(store, remindedFocalPoint(seen), wanted, moving.now);
  return changeDelegation(store, seen.meetingId, seen.id, moving, (before) => {
    // Whoever has the delegation since then decides for themselves.
    if (before.focalPoint.email !== seen.focalPoint.email) return undefined;
    if (by === 'page' && before.link !== seen.link) return undefined;
    const { remindersStoppedAt: _, ...others } = before;
    return {
      after: wanted === 'stopped' ? { ...others, remindersStoppedAt: at } : others,
      messages: [],
      audit: { action: `reminders-${wanted}`, actor: 'focal-point', detail: seen.id },
      writes,
    };
  });
}

/** The write that lets reminders know which wait already. */
async function known(
  store: Store,
  reminded: Reminded | undefined,
  wanted: RemindersWanted,
  now: Date,
) {
  if (reminded === undefined) return [];
  const path = await unsubscribePath(store, reminded);
  return [remindersWrite(store, reminded.meetingId, path, wanted === 'stopped', now)];
}

const isAsWanted = (
  { remindersStoppedAt }: { readonly remindersStoppedAt?: string | undefined },
  wanted: RemindersWanted,
) => (remindersStoppedAt === undefined) === (wanted === 'resumed');
