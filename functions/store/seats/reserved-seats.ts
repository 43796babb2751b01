import type { Category } from '../../domain/eligibility/category.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { ceilingOf, isDelegation, type SeatRef, spread } from '../../domain/seats/seats.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Registry } from '../platform/client.ts';
import { transact } from '../platform/transact.ts';
import { initShard, type SeatShard } from './seats.ts';
import { type Room, releaseWrites } from './waiting-list-fence.ts';

/*
 * While people wait, seats that a change of the meeting makes are held for them: its own counter, of which everybody
 * needs a seat, stays at what is taken. Nobody can come in from outside; whoever is next in the waiting list is offered a seat,
 * and the counter rises with it. Once nobody waits who could sit, the meeting is opened to the ceiling that its
 * definition says. Whatever is cut short between, the scheduler goes on with: seats are held, and never given away.
 */

const own = (present: readonly SeatShard[]) => present.filter(({ scope }) => scope === 'meeting');

/** The ceiling that the shards of a counter make up together; none where it only counts. */
export function ceilingNow(shards: readonly SeatShard[]): number | undefined {
  if (shards.some(({ ceiling }) => ceiling === undefined)) return undefined;
  return shards.reduce((sum, { ceiling = 0 }) => sum + ceiling, 0);
}

/** How many seats are held; `undefined` where that has no limit, 0 where none are. */
function reservedSeats({ ceiling }: Meeting, present: readonly SeatShard[]): number | undefined {
  const now = ceilingNow(own(present));
  if (now === undefined) return 0;
  return ceiling === undefined ? undefined : Math.max(0, ceiling - now);
}

/** Whether seats of a meeting are held for those who wait. */
export const hasReservedSeats = (meeting: Meeting, present: readonly SeatShard[]): boolean =>
  reservedSeats(meeting, present) !== 0;

/**
 * Whether a definition makes seats that somebody who waits could have: a ceiling is higher than it was, or gone.
 *
 * @param before the definition until now; what its counters say may be less, where seats are held already.
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

/** The changes of counters that hold seats: as they are laid out, but for the meeting's own, which has room for nobody. */
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

/** The counters as those who wait see them: with the seats that are held for them, on the first shard. */
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

/** Of the seats that somebody in the waiting list is offered, the shards whose ceiling has to rise with it, as they were seen. */
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
 * Opens a meeting whose seats are held, as nobody waits who could sit: its counter gets the ceiling of the definition.
 *
 * @param room as it was before the waiting list was looked at.
 * @returns false where somebody has come, or the meeting has changed, since.
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
