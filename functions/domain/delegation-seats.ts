import { type Delegated, footingOf } from './delegation.ts';
import type { Meeting } from './meeting.ts';
import { holdsSeat, type Registration } from './registration.ts';
import { ceilingOf } from './seats.ts';

/** The seats of a delegation; what has no limit is left out. */
export type DelegationSeats = {
  /** Seats that its people hold, offered ones included. */
  readonly taken: number;
  /** The most that it may have. */
  readonly ceiling?: number | undefined;
  /** How many it could still take: no more than its category and the meeting have left either. */
  readonly left?: number | undefined;
};

/**
 * How a delegation stands with its seats.
 *
 * @param people all of the delegation.
 * @param counters every seat counter of the meeting.
 */
export function delegationSeats(
  meeting: Meeting,
  delegation: Delegated,
  people: readonly Registration[],
  counters: readonly { readonly scope: string; readonly taken: number }[],
): DelegationSeats {
  const { category } = footingOf(meeting, delegation);
  const taken = people.filter(({ status }) => holdsSeat(status)).length;
  const ceiling = meeting.categories[category]?.delegationCeiling;
  const free = ['meeting', `category:${category}`].flatMap((scope) => {
    const most = ceilingOf(meeting, scope);
    if (most === undefined) return [];
    return [most - counters.reduce((sum, one) => sum + (one.scope === scope ? one.taken : 0), 0)];
  });
  if (ceiling !== undefined) free.push(ceiling - taken);
  return { taken, ceiling, ...(free.length > 0 && { left: Math.max(0, Math.min(...free)) }) };
}
