import { isOver } from '../../domain/meeting/meeting.ts';
import { MEETING_CHANGE_MS } from '../../domain/shared/time-budgets.ts';
import { auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { readSeats } from '../seats/seats.ts';
import { initFence } from '../seats/waiting-list-fence.ts';
import { daysFollowed } from './apply-meeting.ts';
import { arrangementsWrites, withCalendarRevision } from './calendar-revision.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { meetingWrite, seatsOf } from './meeting-writes.ts';

export type CancelOutcome =
  /** `already`: it was before, and nothing is written. */
  | { readonly outcome: 'cancelled' | 'already'; readonly stored: StoredMeeting }
  | { readonly outcome: 'over' }
  | { readonly outcome: 'none' };

/**
 * Calls a meeting off, for good: nobody comes in any more from this moment on. Whoever takes part is told later, as of
 * every change: see announce.ts.
 *
 * @param reason told to them as it is.
 * @throws StoreBusy when so many register at the same moment that it cannot be done.
 */
export async function cancelMeeting(
  store: Store,
  id: string,
  reason: string,
  now: Date,
): Promise<CancelOutcome> {
  const deadline = Date.now() + MEETING_CHANGE_MS;
  return optimisticRetry({ deadline, busy: 'The meeting is changing too fast' }, async () => {
    const before = await getMeeting(store, id);
    if (before === undefined) return { outcome: 'none' };
    if (before.meeting.cancelled) return { outcome: 'already', stored: before };
    if (isOver(before.meeting, now)) return { outcome: 'over' };
    const cancelled = { at: now.toISOString(), reason };
    const revision = before.revision + 1;
    const stored: StoredMeeting = {
      ...before,
      ...withCalendarRevision({ ...before.meeting, cancelled }, before, revision),
      revision,
      daysFollowed: daysFollowed(before.meeting, before),
      updatedAt: now.toISOString(),
    };
    const present = await readSeats(store, id);
    const result = await transact(
      store.client,
      [
        meetingWrite(store, stored, before),
        ...arrangementsWrites(store, before, stored),
        auditWrite(store, id, { action: 'meeting-cancelled', actor: 'operator' }, now),
        ...seatsOf(store, stored, present, [], false),
        ...initFence(store, stored),
      ],
      deadline,
    );
    if (result.written) return { outcome: 'cancelled', stored };
    return CONFLICT;
  });
}
