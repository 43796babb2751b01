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
  /** `already`: the meeting was cancelled before, and nothing is written. */
  | { readonly outcome: 'cancelled' | 'already'; readonly stored: StoredMeeting }
  | { readonly outcome: 'over' }
  | { readonly outcome: 'none' };

/**
 * Cancels a meeting for good. Nobody can register from then on. The scheduler notifies people, as it does of every
 * change: see store/notifications/announce.ts.
 *
 * @param reason a text that people read as it is.
 * @throws StoreBusy if so many people register at the same time that the write does not succeed.
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
