import type { Meeting } from '../meeting/meeting.ts';
import { holdsSeat, type Registration } from '../registration/registration.ts';
import { type Delegated, footingOf } from './delegation.ts';

/** The seats of a delegation; what has no limit is left out. */
export type DelegationSeats = {
  /** Seats that its people hold, offered ones included. */
  readonly taken: number;
  /** The most that it may have. */
  readonly ceiling?: number | undefined;
  /**
   * How many it could still take: no more than its category and the meeting have left for whoever comes now. Of a
   * meeting whose seats are held for those who wait that is fewer than its definition says.
   */
  readonly left?: number | undefined;
};

/** A part of a seat counter. Without a ceiling it counts only. */
type Counter = {
  readonly scope: string;
  readonly taken: number;
  readonly ceiling?: number | undefined;
};

/**
 * How a delegation stands with its seats.
 *
 * @param people all of the delegation.
 * @param counters every part of every seat counter of the meeting, with its own ceiling.
 */
export function delegationSeats(
  meeting: Meeting,
  delegation: Delegated,
  people: readonly Registration[],
  counters: readonly Counter[],
): DelegationSeats {
  const { category } = footingOf(meeting, delegation);
  const taken = people.filter(({ status }) => holdsSeat(status)).length;
  const ceiling = meeting.categories[category]?.delegationCeiling;
  const free = ['meeting', `category:${category}`].flatMap((scope) =>
    room(counters.filter((one) => one.scope === scope)),
  );
  if (ceiling !== undefined) free.push(ceiling - taken);
  return { taken, ceiling, ...(free.length > 0 && { left: Math.max(0, Math.min(...free)) }) };
}

/** How many seats the parts of a counter have left together; nothing where it has no limit: one part without is enough. */
function room(parts: readonly Counter[]): readonly number[] {
  if (parts.length === 0 || parts.some(({ ceiling }) => ceiling === undefined)) return [];
  return [parts.reduce((sum, { ceiling = 0, taken }) => sum + ceiling - taken, 0)];
}
