import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { notReminded } from '../domain/notifications/reminders.ts';
import { delegationsWithPeople, getDelegation } from '../store/delegation/delegation.ts';
import { noteReminder, type Reminding, remindFocalPoint } from '../store/notifications/remind.ts';
import { writeToEach } from '../store/notifications/write-to-each.ts';
import type { Store } from '../store/platform/client.ts';
import { CONFLICT, optimisticRetry } from '../store/platform/optimistic-retry.ts';

/** A reminder of nominations. `mark` identifies it; `closesOn` is set if it is sent on its day, and not on request. */
export type NominationReminder = {
  readonly mark: string;
  readonly closesOn?: string | undefined;
};

/**
 * Reminds the focal points of those `delegations` for which nobody is registered. It reads who is registered just
 * before it writes the notices, and each delegation must not have changed since it was read.
 *
 * @param reminder if `undefined`, nothing is written, and `queued` counts those who would be reminded.
 * @returns how many focal points have the notice, and how many have none, by the reason.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function remindFocalPoints(
  store: Store,
  meeting: Meeting,
  reminder: NominationReminder | undefined,
  delegations: readonly Delegation[],
  reminding: Reminding,
) {
  const meetingId = meeting.id;
  const marked = new Map<string, Delegation>();
  // A person who registers after this cancels the reminder. People who registered before are read next.
  if (reminder !== undefined)
    await writeToEach(delegations, async (delegation) => {
      if (notReminded(meeting, delegation, false, reminding.now) !== undefined) return 'not';
      const reminded = await noteReminder(store, delegation, reminding);
      if (reminded !== undefined) marked.set(delegation.id, reminded);
      return 'reminded';
    });
  const peopled = await delegationsWithPeople(store, meetingId);
  return writeToEach(delegations, async (delegation) => {
    let seen: Delegation | undefined = marked.get(delegation.id) ?? delegation;
    let somebody = peopled;
    const retry = { deadline: reminding.deadline, busy: 'Reminding a focal point took too long' };
    return optimisticRetry(retry, async () => {
      if (seen === undefined) return 'changed';
      const why = notReminded(meeting, seen, somebody.has(seen.id), reminding.now);
      if (why !== undefined) return why;
      if (reminder === undefined) return 'queued';
      const { mark, closesOn } = reminder;
      const checkedAt = reminding.now.toISOString();
      const event = { kind: 'nomination-reminder', closesOn, checkedAt } as const;
      const outcome = await remindFocalPoint(store, seen, mark, event, reminding);
      if (outcome !== 'changed') return outcome;
      // The delegation has changed in this very moment. This is rare enough to read all registrations again.
      seen = await getDelegation(store, meetingId, seen.id);
      somebody = await delegationsWithPeople(store, meetingId);
      return CONFLICT;
    });
  });
}
