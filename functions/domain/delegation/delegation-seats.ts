import type { Meeting } from '../meeting/meeting.ts';
import { holdsSeat, type Registration } from '../registration/registration.ts';
import { categoryOfDelegation, type Delegated } from './delegation.ts';

/** The seats of a delegation. Missing fields have no limit. */
export type DelegationSeats = {
  /** The seats that its people hold, with offered seats. */
  readonly taken: number;
  /** The ceiling of the delegation. */
  readonly ceiling?: number | undefined;
  /**
   * How many more seats it can take. Its category and the meeting limit this number too. Reserved seats for the waiting
   * list do not count, so it can be less than the definition suggests.
   */
  readonly left?: number | undefined;
};

/** One shard of a seat counter. Without a ceiling it only counts. */
type Counter = {
  readonly scope: string;
  readonly taken: number;
  readonly ceiling?: number | undefined;
};

/**
 * The seats of a delegation.
 *
 * @param people all people of the delegation.
 * @param counters every shard of every seat counter of the meeting, each with its own ceiling.
 */
export function delegationSeats(
  meeting: Meeting,
  delegation: Delegated,
  people: readonly Registration[],
  counters: readonly Counter[],
): DelegationSeats {
  const { category } = categoryOfDelegation(meeting, delegation);
  const taken = people.filter(({ status }) => holdsSeat(status)).length;
  const ceiling = meeting.categories[category]?.delegationCeiling;
  const free = ['meeting', `category:${category}`].flatMap((scope) =>
    room(counters.filter((one) => one.scope === scope)),
  );
  if (ceiling !== undefined) free.push(ceiling - taken);
  return { taken, ceiling, ...(free.length > 0 && { left: Math.max(0, Math.min(...free)) }) };
}

/**
 * The free seats of all shards of a counter together. Empty if any shard has no ceiling, because then the counter has
 * no limit.
 */
function room(parts: readonly Counter[]): readonly number[] {
  if (parts.length === 0 || parts.some(({ ceiling }) => ceiling === undefined)) return [];
  return [parts.reduce((sum, { ceiling = 0, taken }) => sum + ceiling - taken, 0)];
}
