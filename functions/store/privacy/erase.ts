import { recipientKey } from '../../domain/notifications/recipient.ts';
import { erased } from '../../domain/privacy/erase.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store, Vault } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import type { OperationContext } from '../registration/change.ts';
import { commitAndOfferFreedSeat } from '../registration/offer-freed-seat.ts';
import { getRegistration } from '../registration/registration.ts';
import { vaultWrites } from '../registration/sensitive-data.ts';
import { readRoom } from '../seats/waiting-list-fence.ts';
import { noticeErasures, noticesAbout } from './own-data.ts';

/** How many notices and sensitive parts the erasing transaction deletes, of its hundred writes. */
const AT_ONCE = 60;

/**
 * Erases the participant of a registration in one transaction: it writes what `erased` leaves of the registration,
 * forgets its address, offers its seat to the next person on the waiting list, and deletes its notices, what the
 * participant was last notified of, and the sensitive data. No message tells the participant, because there is no
 * address any more.
 *
 * @returns what is left; `undefined` if it was erased already.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function eraseRegistration(
  store: Store & Vault,
  stored: StoredMeeting,
  seen: Registration,
  moving: OperationContext,
  actor: 'participant' | 'service' = 'participant',
): Promise<Registration | undefined> {
  const { now, deadline } = moving;
  const meetingId = stored.meeting.id;
  let current = stored;
  let before: Registration | undefined = seen;
  return optimisticRetry({ deadline, busy: 'Erasing took too long' }, async () => {
    if (before === undefined || before.erasedAt !== undefined) return undefined;
    const { seats, status, reference, sensitiveParts = [] }: Registration = before;
    const notices = await noticesAbout(store, current.meeting, before);
    const last = Math.max(0, notices.length - Math.max(1, AT_ONCE - sensitiveParts.length));
    // Older notices are deleted before, in transactions of their own. If this stops early, it is done again.
    for (let at = 0; at < last; at += AT_ONCE) {
      const older = notices.slice(at, Math.min(at + AT_ONCE, last));
      await transact(store.client, noticeErasures(store, older), deadline);
    }
    const lastNotified = outboxKeys.lastNotified(recipientKey({ kind: 'participant', reference }));
    const after = erased(before, { meeting: current.meeting, now });
    const change = {
      before,
      after,
      // The registration does not show any more whether it was live.
      audit: { action: 'erased', actor, detail: status } as const,
    };
    const freed = seats.length > 0 && !isLive(after.status);
    const room = freed ? await readRoom(store, meetingId) : undefined;
    const conflicts = await commitAndOfferFreedSeat(store, current, change, moving, {
      present: room?.present,
      extras: {
        fence: room?.fence,
        writes: [
          ...noticeErasures(store, [lastNotified, ...notices.slice(last)]),
          ...vaultWrites(store, before, [], sensitiveParts),
        ],
      },
    });
    if (conflicts.size === 0) return after;
    current = (await getMeeting(store, meetingId)) ?? current;
    before = await getRegistration(store, before.reference);
    return CONFLICT;
  });
}
