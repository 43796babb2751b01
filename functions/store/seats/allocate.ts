import { randomInt } from 'node:crypto';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import {
  ceilingOf,
  isDelegation,
  type Seated,
  type SeatRef,
  type SeatScope,
  scopesOf,
} from '../../domain/seats/seats.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { SeatShard } from './seats.ts';

/** A seat of every counter, or the scope of the counter that has none. */
export type Allocation = { readonly seats: readonly SeatRef[] } | { readonly full: SeatScope };

/** Seats to try for at first, without looking: the writes' conditions say whether they are free. */
export function anySeats({ meeting, shards }: StoredMeeting, who: Seated): readonly SeatRef[] {
  return scopesOf(meeting, who).map((scope) => ({ scope, shard: randomInt(shards[scope] ?? 1) }));
}

/**
 * For each counter of somebody a shard that has a seat at this moment, chosen at random; or the first
 * counter that is full.
 *
 * @param present as `readSeats` gives them.
 * @param freed seats that come free with the same move: they are taken first.
 */
export function freeSeats(
  meeting: Meeting,
  who: Seated,
  present: readonly SeatShard[],
  freed: readonly SeatRef[] = [],
): Allocation {
  const seats: SeatRef[] = [];
  for (const scope of scopesOf(meeting, who)) {
    const ours = freed.find((seat) => seat.scope === scope);
    if (ours) {
      seats.push(ours);
      continue;
    }
    const shards = shardsOf(meeting, scope, present);
    const room = shards.filter(({ taken, ceiling }) => ceiling === undefined || taken < ceiling);
    const chosen = room[room.length === 0 ? 0 : randomInt(room.length)];
    if (chosen === undefined) return { full: scope };
    seats.push({ scope, shard: chosen.shard });
  }
  return { seats };
}

/** The shards of a counter. That of a delegation nobody has come from is not there yet. */
function shardsOf(meeting: Meeting, scope: SeatScope, present: readonly SeatShard[]): SeatShard[] {
  const shards = present.filter((one) => one.scope === scope);
  if (!isDelegation(scope)) return shards;
  const ceiling = ceilingOf(meeting, scope);
  return [{ scope, shard: 0, taken: shards[0]?.taken ?? 0, ceiling }];
}
