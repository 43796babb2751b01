import { createHash } from 'node:crypto';
import type { Category } from '../eligibility/category.ts';
import {
  delegationKey,
  hasDelegation,
  type RepresentedFields,
} from '../eligibility/delegation-key.ts';
import type { Meeting } from '../meeting/meeting.ts';

/**
 * The counters that count the seat of a registration: the meeting, its category, and its delegation. The first two
 * count even without a ceiling, so that a ceiling set later starts from the right number. Delegations are many, so they
 * are counted only if their category has a ceiling for delegations.
 */
export type SeatScope = 'meeting' | `category:${Category}` | `delegation:${Category}:${string}`;

/** One shard of a seat counter. */
export type SeatRef = { readonly scope: string; readonly shard: number };

/** The person whose seat it is, with the fields that select the counters. */
export type Seated = RepresentedFields & {
  readonly category: Category;
  readonly reference: string;
};

/** The counters that count a person's seat. */
export function scopesOf(meeting: Meeting, who: Seated): readonly SeatScope[] {
  const { category } = who;
  const scopes: SeatScope[] = ['meeting', `category:${category}`];
  if (hasDelegation(who) && meeting.categories[category]?.delegationCeiling !== undefined)
    scopes.push(`delegation:${category}:${shortKey(who)}`);
  return scopes;
}

/**
 * A delegation in the name of its counter: the key of a State, or a hash for an organisation, because its name can have
 * any length.
 */
function shortKey(who: Seated): string {
  const key = delegationKey(who);
  return who.representation === 'state'
    ? key
    : createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** True if a counter belongs to a delegation. Such a counter exists from its first seat on and has one shard. */
export const isDelegation = (scope: string): boolean => scope.startsWith('delegation:');

/** The category of a counter. The counter of the meeting has none. */
export function categoryIn(scope: string): Category | undefined {
  return scope.split(':')[1] as Category | undefined;
}

/** The ceiling of a counter, or `undefined` if it has none. */
export function ceilingOf(meeting: Meeting, scope: string): number | undefined {
  const category = categoryIn(scope);
  if (category === undefined) return meeting.ceiling;
  const { ceiling, delegationCeiling } = meeting.categories[category] ?? {};
  return isDelegation(scope) ? delegationCeiling : ceiling;
}

/**
 * The number of seats for one shard, and the maximum number of shards. A DynamoDB transaction takes 100 writes: all
 * shards of the meeting and of its nine categories, and the other writes.
 */
const SEATS_A_SHARD = 250;
const MOST_SHARDS = { meeting: 10, category: 8 } as const;

/**
 * The number of shards for a ceiling, so that many writers do not wait for one item. A counter without a ceiling gets
 * the maximum.
 */
export function shardsFor(ceiling: number | undefined, of: keyof typeof MOST_SHARDS): number {
  if (ceiling === undefined) return MOST_SHARDS[of];
  return Math.min(MOST_SHARDS[of], Math.max(1, Math.ceil(ceiling / SEATS_A_SHARD)));
}

/**
 * Distributes a ceiling over the shards of a counter. Each shard keeps room for its taken seats, the remaining seats
 * are spread evenly, and the parts add up to the ceiling. No shard takes more than its part, so the sum never exceeds
 * the ceiling.
 *
 * @param taken the seats taken in each shard.
 * @returns the ceiling of each shard, or `undefined` if more seats are taken than the ceiling allows. A shard does not
 * know how full the others are, so a ceiling below the number of taken seats is refused.
 */
export function spread(ceiling: number, taken: readonly number[]): number[] | undefined {
  const left = ceiling - taken.reduce((sum, seats) => sum + seats, 0);
  if (left < 0) return undefined;
  const each = Math.floor(left / taken.length);
  const extra = left % taken.length;
  return taken.map((seats, shard) => seats + each + (shard < extra ? 1 : 0));
}
