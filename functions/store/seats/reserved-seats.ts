import type { Category } from '../../domain/eligibility/category.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { ceilingOf, isDelegation, type SeatRef, spread } from '../../domain/seats/seats.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Registry } from '../platform/client.ts';
import { transact } from '../platform/transact.ts';
import { initShard, type SeatShard } from './seats.ts';
import { type Room, releaseWrites } from './waiting-list-fence.ts';

/*
 * While people wait, the seats that a change of the meeting adds are reserved for them. Everybody needs a seat of the
 * meeting's own counter, so its ceiling stays at the seats taken. Nobody can come in from outside. The next person on
 * the waiting list is offered a seat, and the ceiling rises by one in the same transaction. When nobody is left on the
 * list who could take a seat, the counter gets the ceiling of the definition. If a run stops early, the scheduler
 * continues it: seats stay reserved and are never given away.
 */

const own = (present: readonly SeatShard[]) => present.filter(({ scope }) => scope === 'meeting');

/** The sum of the ceilings of a counter's shards; `undefined` if it only counts. */
export function ceilingNow(shards: readonly SeatShard[]): number | undefined {
  if (shards.some(({ ceiling }) => ceiling === undefined)) return undefined;
  return shards.reduce((sum, { ceiling = 0 }) => sum + ceiling, 0);
}

/** How many seats are reserved: 0 if none are, `undefined` if the number has no limit. */
function reservedSeats({ ceiling }: Meeting, present: readonly SeatShard[]): number | undefined {
  const now = ceilingNow(own(present));
  if (now === undefined) return 0;
  return ceiling === undefined ? undefined : Math.max(0, ceiling - now);
}

/** Whether seats of a meeting are reserved for the waiting list. */
export const hasReservedSeats = (meeting: Meeting, present: readonly SeatShard[]): boolean =>
  reservedSeats(meeting, present) !== 0;

/**
 * Whether a definition adds seats that people on the waiting list could take: a ceiling rises or is removed.
 *
 * @param before the former definition. The ceilings of its counters may be lower while seats are reserved.
 */
export function makesSeats(
  meeting: Meeting,
  before: Meeting,
  present: readonly SeatShard[],
): boolean {
  const above = (ceiling: number | undefined, was: number | undefined) =>
    was !== undefined && (ceiling === undefined || ceiling > was);
  const counters = new Set(present.map(({ scope }) => scope).filter((one) => !isDelegation(one)));
  return (
    [...counters].some((scope) =>
      above(ceilingOf(meeting, scope), ceilingNow(present.filter((one) => one.scope === scope))),
    ) ||
    Object.entries(before.categories).some(([name, { delegationCeiling }]) =>
      above(meeting.categories[name as Category]?.delegationCeiling, delegationCeiling),
    )
  );
}

/**
 * The changes of counters that reserve the new seats: the initial ones, except that the meeting's own counter has no
 * free seat.
 */
export function reserveChanges(
  shards: Readonly<Record<string, number>>,
  initial: readonly SeatShard[],
  present: readonly SeatShard[],
): readonly SeatShard[] {
  const full = Array.from({ length: shards.meeting ?? 1 }, (_, shard) => {
    const seen = own(present).find((one) => one.shard === shard);
    const taken = seen?.taken ?? 0;
    return { scope: 'meeting', shard, taken, ceiling: taken, differs: seen?.ceiling !== taken };
  });
  return [
    ...initial.filter(({ scope }) => scope !== 'meeting'),
    ...full.filter(({ differs }) => differs).map(({ differs: _, ...one }) => one),
  ];
}

/** The counters for people on the waiting list: the reserved seats are added to the first shard. */
export function withReservedSeats(
  meeting: Meeting,
  present: readonly SeatShard[],
): readonly SeatShard[] {
  const reserved = reservedSeats(meeting, present);
  if (reserved === 0) return present;
  return present.map((one) =>
    one.scope !== 'meeting' || one.shard !== 0
      ? one
      : { ...one, ceiling: reserved === undefined ? undefined : (one.ceiling ?? 0) + reserved },
  );
}

/** The shards whose ceiling has to rise when somebody on the waiting list is offered `seats`, as they were read. */
export function raisedShards(
  present: readonly SeatShard[],
  seats: readonly SeatRef[],
): SeatShard[] {
  return own(present).filter(
    ({ scope, shard, taken, ceiling }) =>
      ceiling !== undefined &&
      taken >= ceiling &&
      seats.some((seat) => seat.scope === scope && seat.shard === shard),
  );
}

/**
 * Ends the reservation of seats when nobody who could take one waits: the meeting's counter gets the ceiling of the
 * definition.
 *
 * @param room the counters and the fence, read before the waiting list.
 * @returns false if somebody has joined the waiting list, or the meeting has changed, since.
 */
export async function openMeeting(
  store: Registry,
  stored: StoredMeeting,
  { fence, present }: Room,
  deadline: number,
): Promise<boolean> {
  const { meeting, revision } = stored;
  const shards = own(present);
  const taken = shards.map((one) => one.taken);
  const parts = meeting.ceiling === undefined ? [] : spread(meeting.ceiling, taken);
  if (parts === undefined) return false;
  const { written } = await transact(
    store.client,
    [
      ...shards.map((one, at) =>
        initShard(
          store,
          meeting.id,
          { ...one, ceiling: parts[at], revision },
          { taken: one.taken, was: one },
        ),
      ),
      ...releaseWrites(store, stored, fence),
    ],
    deadline,
  );
  return written;
}
