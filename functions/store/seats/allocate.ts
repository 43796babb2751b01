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

/** One seat of each counter, or the first counter that is full. */
export type Allocation = { readonly seats: readonly SeatRef[] } | { readonly full: SeatScope };

/** The seats to try first, without reading the counters. The conditions of the writes say whether they are free. */
export function anySeats({ meeting, shards }: StoredMeeting, who: Seated): readonly SeatRef[] {
  return scopesOf(meeting, who).map((scope) => ({ scope, shard: randomInt(shards[scope] ?? 1) }));
}

/**
 * Chooses, for each counter that a person needs, a random shard that has a free seat; or returns the first full
 * counter.
 *
 * @param present the counters as `readSeats` returns them.
 * @param freed seats that the same transaction gives back. They are taken first.
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

/** The shards of a counter. The counter of a delegation does not exist before its first seat. */
function shardsOf(meeting: Meeting, scope: SeatScope, present: readonly SeatShard[]): SeatShard[] {
  const shards = present.filter((one) => one.scope === scope);
  if (!isDelegation(scope)) return shards;
  const ceiling = ceilingOf(meeting, scope);
  return [{ scope, shard: 0, taken: shards[0]?.taken ?? 0, ceiling }];
}
