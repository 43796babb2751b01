import { moved } from '../domain/moves.ts';
import { delegationKey, type Registration, type SeatRef } from '../domain/registration.ts';
import { nextInLine } from '../domain/waiting.ts';
import { freeSeats } from './allocate.ts';
import { changeOf, type Moving } from './change.ts';
import type { Store } from './client.ts';
import { type Change, commit } from './commit.ts';
import { readRoom } from './gates.ts';
import { asSeated } from './heads.ts';
import { forTheLine, isHeld, liftsOf, openMeeting } from './held.ts';
import { type Place, readLine } from './line.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { getRegistration } from './registration.ts';
import type { SeatShard } from './seats.ts';
import { StoreBusy } from './transact.ts';

/**
 * The offer of a seat to the next in the line, or nothing when nobody waits who could sit on it.
 *
 * @param freed seats that the same transaction gives back. @param leaving who gives them back.
 */
export async function offerOf(
  store: Store,
  stored: StoredMeeting,
  present: readonly SeatShard[],
  freed: readonly SeatRef[],
  moving: Moving,
  leaving?: string,
): Promise<Change | undefined> {
  const { meeting } = stored;
  const line = (await readLine(store, meeting.id)).map((place) => ({
    ...place,
    allocation: freeSeats(meeting, place, present, freed),
  }));
  const skipped = new Set<string>();
  for (;;) {
    const next = nextInLine(
      line.filter(({ reference }) => !skipped.has(reference)),
      (one) => 'seats' in one.allocation,
    );
    if (next === undefined || !('seats' in next.allocation)) return undefined;
    const waiting = await getRegistration(store, next.reference);
    const after =
      waiting &&
      isPlaceOf(next, waiting) &&
      moved(waiting, { move: 'offer' }, { meeting, now: moving.now, seats: next.allocation.seats });
    // Whoever has just withdrawn from the line is no longer in it.
    if (waiting && after && !('refused' in after)) {
      const seated = await asSeated(store, waiting, after, leaving);
      return changeOf(store, stored, waiting, seated, { move: 'offer' }, moving);
    }
    skipped.add(next.reference);
  }
}

/** Whether a place is still somebody's: whoever goes over to another delegation has another, and needs other seats. */
const isPlaceOf = (place: Place, one: Registration) =>
  place.since === one.waitingSince &&
  place.category === one.category &&
  delegationKey(place) === delegationKey(one);

/**
 * Offers every seat that is free for somebody who waits, in the order of the line: first those that are held for them,
 * which nobody else can take; once nobody is left who could sit on one, they are for whoever comes.
 *
 * @returns how many offers were made.
 * @throws StoreBusy when the deadline is reached.
 */
export async function offerFreeSeats(
  store: Store,
  meetingId: string,
  moving: Moving,
): Promise<number> {
  let offered = 0;
  while (Date.now() < moving.deadline) {
    const stored = await getMeeting(store, meetingId);
    if (stored === undefined) return offered;
    const { meeting } = stored;
    const room = await readRoom(store, meetingId);
    const { present } = room;
    const next = await offerOf(store, stored, forTheLine(meeting, present), [], moving);
    // Whatever stands in the way is seen anew in the next round.
    if (next === undefined) {
      if (!isHeld(meeting, present)) return offered;
      if (await openMeeting(store, stored, room, moving.deadline)) return offered;
      continue;
    }
    const lifts = liftsOf(present, next.after.seats);
    const obstacles = await commit(store, stored, [next], { ...moving, along: { lifts } });
    if (obstacles.size === 0) offered += 1;
  }
  throw new StoreBusy('Offering seats took too long');
}
