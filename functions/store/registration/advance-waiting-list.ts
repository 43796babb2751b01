import { getMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { readOffers } from '../seats/waiting-list.ts';
import type { Moving } from './change.ts';
import { offerFreeSeats } from './offer.ts';
import { getRegistration } from './registration.ts';
import { moveRegistration } from './transition.ts';

/** How many offers a run has made and ended. */
export type Settled = { readonly offered: number; readonly expired: number };

/**
 * Brings line and seats of a meeting into agreement: offers that are over end, and every seat that is free
 * for somebody who waits is offered, in the order of the line. Moves offer what they free by themselves; this is
 * for ceilings that were raised, for time that has passed and for what a crash left. Running it twice,
 * or twice at once, offers no seat twice.
 *
 * @throws StoreBusy when the deadline is reached; the next run goes on.
 */
export async function settle(store: Store, meetingId: string, moving: Moving): Promise<Settled> {
  let expired = 0;
  for (const { reference, until } of await readOffers(store, meetingId)) {
    if (until > moving.now.toISOString()) break;
    const stored = await getMeeting(store, meetingId);
    const registration = await getRegistration(store, reference);
    if (stored === undefined || registration === undefined) continue;
    const { outcome } = await moveRegistration(
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
