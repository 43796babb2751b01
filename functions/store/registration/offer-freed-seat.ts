import { delegationKey } from '../../domain/eligibility/delegation-key.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { transition } from '../../domain/registration/transitions.ts';
import type { SeatRef } from '../../domain/seats/seats.ts';
import { nextInWaitingList } from '../../domain/seats/waiting-list.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { isPassing, StoreBusy } from '../platform/transact.ts';
import { freeSeats } from '../seats/allocate.ts';
import {
  hasReservedSeats,
  openMeeting,
  raisedShards,
  withReservedSeats,
} from '../seats/reserved-seats.ts';
import type { SeatShard } from '../seats/seats.ts';
import { readWaitingList, type WaitingListEntry } from '../seats/waiting-list.ts';
import { readRoom } from '../seats/waiting-list-fence.ts';
import { changeOf, type OperationContext } from './change.ts';
import { type Change, type CommitExtras, type Conflict, commit } from './commit.ts';
import { asSeated } from './head-of-delegation.ts';
import { getRegistration } from './registration.ts';

/**
 * Commits the change of a registration. If it gives up a seat, the next person on the waiting list is offered that seat
 * in the same transaction, so that nobody else can take it in between. If nobody waited for it, this looks again
 * afterwards.
 *
 * @param options `present`: the seat counters, read before the change was decided; `undefined` if no seat is to be
 * offered. `offerAfter`: also offer free seats afterwards, if the change moves somebody within the waiting list.
 * @returns the conflicts, as `commit` does. If there are any, nothing is written and nothing is offered.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function commitAndOfferFreedSeat(
  store: Store,
  stored: StoredMeeting,
  change: Change & { readonly before: Registration },
  moving: OperationContext,
  {
    present,
    extras,
    offerAfter = false,
  }: {
    readonly present: readonly SeatShard[] | undefined;
    readonly extras: CommitExtras;
    readonly offerAfter?: boolean;
  },
): Promise<ReadonlySet<Conflict>> {
  const { before, after } = change;
  const freed = without(before.seats, after.seats);
  const gained = without(after.seats, before.seats);
  const offers = present !== undefined && freed.length > 0;
  const next = offers
    ? await offerOf(store, stored, taken(present, gained), freed, moving, before.reference)
    : undefined;
  const changes = next ? [change, next] : [change];
  const conflicts = await commit(store, stored, changes, { ...moving, extras });
  const isLeft = offers && next === undefined;
  if (conflicts.size === 0 && (isLeft || offerAfter))
    await offerLater(store, stored.meeting.id, moving);
  return conflicts;
}

/**
 * Offers free seats after a change was committed. Somebody may have joined the waiting list after it was read and
 * before the seat was free. If this fails, the scheduler does it.
 */
async function offerLater(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<void> {
  try {
    await offerFreeSeats(store, meetingId, moving);
  } catch (error) {
    if (!(error instanceof StoreBusy || isPassing(error))) throw error;
  }
}

/** The seats that are in `seats` and not in `others`. */
function without(seats: readonly SeatRef[], others: readonly SeatRef[]): readonly SeatRef[] {
  return seats.filter(
    (one) => !others.some(({ scope, shard }) => scope === one.scope && shard === one.shard),
  );
}

/**
 * The counters, with those marked as full that the same transaction takes a seat of. A transaction writes an item once,
 * so the person who is offered the freed seat must not need a seat of the same counter.
 */
function taken(present: readonly SeatShard[], gained: readonly SeatRef[]): readonly SeatShard[] {
  const scopes = new Set(gained.map(({ scope }) => scope));
  const full = { taken: Number.MAX_SAFE_INTEGER, ceiling: 0 };
  return [
    ...present.filter(({ scope }) => !scopes.has(scope)),
    ...gained.map((seat) => ({ ...seat, ...full })),
  ];
}

/**
 * Builds the offer of a seat to the next person on the waiting list; `undefined` if nobody waits who could take it.
 *
 * @param freed seats that the same transaction gives back.
 * @param leaving the reference of the person who gives them back.
 */
async function offerOf(
  store: Store,
  stored: StoredMeeting,
  present: readonly SeatShard[],
  freed: readonly SeatRef[],
  moving: OperationContext,
  leaving?: string,
): Promise<Change | undefined> {
  const { meeting } = stored;
  const waitingList = (await readWaitingList(store, meeting.id)).map((entry) => ({
    ...entry,
    allocation: freeSeats(meeting, entry, present, freed),
  }));
  const skipped = new Set<string>();
  for (;;) {
    const next = nextInWaitingList(
      waitingList.filter(({ reference }) => !skipped.has(reference)),
      (one) => 'seats' in one.allocation,
    );
    if (next === undefined || !('seats' in next.allocation)) return undefined;
    const waiting = await getRegistration(store, next.reference);
    const after =
      waiting &&
      isEntryOf(next, waiting) &&
      transition(
        waiting,
        { move: 'offer' },
        { meeting, now: moving.now, seats: next.allocation.seats },
      );
    // A person who has just withdrawn is no longer on the waiting list.
    if (waiting && after && !('refused' in after)) {
      const seated = await asSeated(store, waiting, after, leaving);
      return changeOf(waiting, seated, { move: 'offer' });
    }
    skipped.add(next.reference);
  }
}

/** Whether an entry is still valid: a person who changes to another delegation has another entry, and needs other seats. */
const isEntryOf = (entry: WaitingListEntry, one: Registration) =>
  entry.since === one.waitingSince &&
  entry.category === one.category &&
  delegationKey(entry) === delegationKey(one);

/**
 * Offers each free seat to the people who wait, in the order of the waiting list. Reserved seats come first, because
 * nobody else can take them. When nobody is left who could take one, they are released to everybody.
 *
 * @returns how many offers it made.
 * @throws StoreBusy if the deadline passes.
 */
export async function offerFreeSeats(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<number> {
  let offered = 0;
  while (await offerNextSeat(store, meetingId, moving)) offered += 1;
  return offered;
}

/**
 * Offers one seat.
 * @returns false if no seat is free for anybody who waits.
 */
function offerNextSeat(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<boolean> {
  const retry = { deadline: moving.deadline, busy: 'Offering seats took too long' };
  return optimisticRetry(retry, async () => {
    const stored = await getMeeting(store, meetingId);
    if (stored === undefined) return false;
    const { meeting } = stored;
    const room = await readRoom(store, meetingId);
    const { present } = room;
    const next = await offerOf(store, stored, withReservedSeats(meeting, present), [], moving);
    if (next === undefined) {
      if (!hasReservedSeats(meeting, present)) return false;
      return (await openMeeting(store, stored, room, moving.deadline)) ? false : CONFLICT;
    }
    const raised = raisedShards(present, next.after.seats);
    const conflicts = await commit(store, stored, [next], { ...moving, extras: { raised } });
    return conflicts.size === 0 ? true : CONFLICT;
  });
}
