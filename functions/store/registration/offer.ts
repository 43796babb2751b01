import { delegationKey } from '../../domain/eligibility/delegation-key.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { moved } from '../../domain/registration/transitions.ts';
import type { SeatRef } from '../../domain/seats/seats.ts';
import { nextInLine } from '../../domain/seats/waiting-list.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { freeSeats } from '../seats/allocate.ts';
import { forTheLine, isHeld, liftsOf, openMeeting } from '../seats/reserved-seats.ts';
import type { SeatShard } from '../seats/seats.ts';
import { type Place, readLine } from '../seats/waiting-list.ts';
import { readRoom } from '../seats/waiting-list-fence.ts';
import { changeOf, type Moving } from './change.ts';
import { type Change, commit } from './commit.ts';
import { asSeated } from './head-of-delegation.ts';
import { getRegistration } from './registration.ts';

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
  while (await offerNextSeat(store, meetingId, moving)) offered += 1;
  return offered;
}

/** Offers one seat. @returns false where no seat is free for anybody who waits. */
function offerNextSeat(store: Store, meetingId: string, moving: Moving): Promise<boolean> {
  const retry = { deadline: moving.deadline, busy: 'Offering seats took too long' };
  return optimisticRetry(retry, async () => {
    const stored = await getMeeting(store, meetingId);
    if (stored === undefined) return false;
    const { meeting } = stored;
    const room = await readRoom(store, meetingId);
    const { present } = room;
    const next = await offerOf(store, stored, forTheLine(meeting, present), [], moving);
    if (next === undefined) {
      if (!isHeld(meeting, present)) return false;
      return (await openMeeting(store, stored, room, moving.deadline)) ? false : CONFLICT;
    }
    const lifts = liftsOf(present, next.after.seats);
    const obstacles = await commit(store, stored, [next], { ...moving, along: { lifts } });
    return obstacles.size === 0 ? true : CONFLICT;
  });
}
