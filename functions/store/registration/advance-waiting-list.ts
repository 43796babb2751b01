import { getMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { readOffers } from '../seats/waiting-list.ts';
import type { OperationContext } from './change.ts';
import { offerFreeSeats } from './offer-freed-seat.ts';
import { getRegistration } from './registration.ts';
import { transitionRegistration } from './transition.ts';

/** How many offers a run has made, and how many it has ended. */
export type WaitingListRun = { readonly offered: number; readonly expired: number };

/**
 * Ends expired offers, and offers each free seat to the next person on the waiting list. A change that frees a seat
 * offers that seat itself. This function is for ceilings that were raised, for time that has passed and for what a
 * crash left. If it runs twice, even at the same time, no seat is offered twice.
 *
 * @throws StoreBusy if the deadline passes. The next run continues.
 */
export async function advanceWaitingList(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<WaitingListRun> {
  let expired = 0;
  for (const { reference, until } of await readOffers(store, meetingId)) {
    if (until > moving.now.toISOString()) break;
    const stored = await getMeeting(store, meetingId);
    const registration = await getRegistration(store, reference);
    if (stored === undefined || registration === undefined) continue;
    const { outcome } = await transitionRegistration(
      store,
      stored,
      registration,
      { move: 'expire' },
      moving,
    );
    if (outcome === 'moved') expired += 1;
  }
  return { offered: await offerFreeSeats(store, meetingId, moving), expired };
}
