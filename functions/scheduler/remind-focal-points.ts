import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { notReminded } from '../domain/notifications/reminders.ts';
import { delegationsWithPeople, getDelegation } from '../store/delegation/delegation.ts';
import { noteReminder, type Reminding, remindFocalPoint } from '../store/notifications/remind.ts';
import { nominationReminder } from '../store/notifications/reminder-message.ts';
import type { Store } from '../store/platform/client.ts';
import { CONFLICT, optimisticRetry } from '../store/platform/optimistic-retry.ts';
import { writeToEach } from './write-to-each.ts';

/** A meeting, and where participants reach the service: messages carry links. */
export type Reminder = { readonly meeting: Meeting; readonly publicUrl: string };

/**
 * Reminds those focal points among some of whose delegation nobody is registered. Who has somebody is read for these
 * alone, in the moment before they are written to, and each delegation must still be as it was seen.
 *
 * @param mark tells the reminder from every other; without it nobody is written to, and `sent` counts who would be.
 * @returns how many have it now, or why not.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function remindFocalPoints(
  store: Store,
  about: Reminder,
  mark: string | undefined,
  delegations: readonly Delegation[],
  reminding: Reminding,
) {
  const meetingId = about.meeting.id;
  const marked = new Map<string, Delegation>();
  // Whoever comes in from this moment on ends the reminder; whoever came before is among those who are read next.
  if (mark !== undefined)
    await writeToEach(delegations, async (delegation) => {
      if (notReminded(about.meeting, delegation, false, reminding.now) !== undefined) return 'not';
      const noted = await noteReminder(store, delegation, reminding);
      if (noted !== undefined) marked.set(delegation.id, noted);
      return 'noted';
    });
  const peopled = await delegationsWithPeople(store, meetingId);
  return writeToEach(delegations, async (delegation) => {
    let seen: Delegation | undefined = marked.get(delegation.id) ?? delegation;
    let somebody = peopled;
    const retry = { deadline: reminding.deadline, busy: 'Reminding a focal point took too long' };
    return optimisticRetry(retry, async () => {
      if (seen === undefined) return 'changed';
      const why = notReminded(about.meeting, seen, somebody.has(seen.id), reminding.now);
      if (why !== undefined) return why;
      if (mark === undefined) return 'sent';
      const message = await nominationReminder(store, about, mark, seen);
      if (message === undefined) return 'not-possible';
      const outcome = await remindFocalPoint(store, seen, message, reminding);
      if (outcome !== 'changed') return outcome;
      // In this very moment: seldom enough to read all of it again for one.
      seen = await getDelegation(store, meetingId, seen.id);
      somebody = await delegationsWithPeople(store, meetingId);
      return CONFLICT;
    });
  });
}
