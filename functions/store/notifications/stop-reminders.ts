import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { changeDelegation } from '../delegation/invite.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from '../registration/change.ts';
import { commit } from '../registration/commit.ts';
import { getRegistration } from '../registration/registration.ts';

/** Whether reminders are to be stopped or resumed. */
export type RemindersWanted = 'stopped' | 'resumed';

/**
 * Stops or resumes the reminders of a participant. A second call changes nothing. Nobody is notified, and messages
 * about the registration itself are still sent.
 *
 * @returns `undefined` if the registration does not exist any more.
 * @throws StoreBusy if the table does not accept the write before the deadline.
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
    const change = { before, after, audit };
    if ((await commit(store, stored, [change], moving)).size === 0) return after;
    before = await getRegistration(store, before.reference);
    return CONFLICT;
  });
}

/**
 * Stops or resumes the reminders of a focal point.
 *
 * @param by the link of the delegation page, which may have been replaced since, or the link in a reminder.
 * @returns `undefined` if nothing changed, because there is another focal point or another link.
 * @throws StoreBusy if the table does not accept the write before the deadline.
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
  return changeDelegation(store, seen.meetingId, seen.id, moving, (before) => {
    // A new focal point decides about reminders.
    if (before.focalPoint.email !== seen.focalPoint.email) return undefined;
    if (by === 'page' && before.link !== seen.link) return undefined;
    const { remindersStoppedAt: _, ...others } = before;
    return {
      after: wanted === 'stopped' ? { ...others, remindersStoppedAt: at } : others,
      audit: { action: `reminders-${wanted}`, actor: 'focal-point', detail: seen.id },
    };
  });
}

const isAsWanted = (
  { remindersStoppedAt }: { readonly remindersStoppedAt?: string | undefined },
  wanted: RemindersWanted,
) => (remindersStoppedAt === undefined) === (wanted === 'resumed');
