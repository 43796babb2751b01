import { getMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { readOffers } from '../seats/waiting-list.ts';
import type { OperationContext } from './change.ts';
import { offerFreeSeats } from './offer.ts';
import { getRegistration } from './registration.ts';
import { transitionRegistration } from './transition.ts';

/** How many offers a run has made and ended. */
export type WaitingListRun = { readonly offered: number; readonly expired: number };

/**
 * Ends the offers that are over, and offers every free seat to the next in the waiting list. A change that frees a seat\n * offers that seat itself; this is for ceilings that were raised, for time that has passed and for what a crash left.\n * Running it twice, or twice at the same time, offers no seat twice.
 *
 * @throws StoreBusy when the deadline is reached; the next run goes on.
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
