import { erased } from '../domain/erase.ts';
import { isLive, type Registration } from '../domain/registration.ts';
import type { Moving } from './change.ts';
import type { Store } from './client.ts';
import { type Change, commit } from './commit.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { catchUp } from './move.ts';
import { offerOf } from './offer.ts';
import { messageErasures } from './own-data.ts';
import { getRegistration } from './registration.ts';
import { readSeats } from './seats.ts';
import { StoreBusy, transact } from './transact.ts';

/** How many messages go in the transaction that erases; DynamoDB takes a hundred writes at once. */
const AT_ONCE = 60;

/**
 * Erases the participant of a registration: what `erased` leaves of it is written, its address is forgotten, its seat is
 * offered to the next in the line and its messages are deleted, in one transaction. No message tells of it, as
 * there is no address left to write to.
 *
 * @returns what is left; `undefined` when it had been erased already.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function eraseRegistration(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  moving: Moving,
  actor: 'participant' | 'service' = 'participant',
): Promise<Registration | undefined> {
  const { now, deadline } = moving;
  const meetingId = stored.meeting.id;
  let current = stored;
  let before: Registration | undefined = seen;
  while (before !== undefined && Date.now() < deadline) {
    if (before.erasedAt !== undefined) return undefined;
    const { seats, status, messageIds = [] }: Registration = before;
    // Older ones first and by themselves: whatever is cut short here is done again.
    for (let at = 0; at < messageIds.length - AT_ONCE; at += AT_ONCE) {
      const older = messageIds.slice(at, Math.min(at + AT_ONCE, messageIds.length - AT_ONCE));
      await transact(store.client, messageErasures(store, older), deadline);
    }
    const after = erased(before, { meeting: current.meeting, now });
    const change: Change = {
      before,
      after,
      // What is left does not say any more whether it was live.
      audit: { action: 'erased', actor, detail: status },
      messages: [],
    };
    const freed = seats.length > 0 && !isLive(after.status);
    const next = freed
      ? await offerOf(store, current, await readSeats(store, meetingId), seats, moving)
      : undefined;
    const obstacles = await commit(store, current, next ? [change, next] : [change], {
      ...moving,
      along: { writes: messageErasures(store, messageIds.slice(-AT_ONCE)) },
    });
    if (obstacles.size === 0) {
      if (freed && next === undefined) await catchUp(store, meetingId, moving);
      return after;
    }
    current = (await getMeeting(store, meetingId)) ?? current;
    before = await getRegistration(store, before.reference);
  }
  throw new StoreBusy('Erasing took too long');
}
