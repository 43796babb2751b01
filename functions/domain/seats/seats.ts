import { createHash } from 'node:crypto';
import type { Category } from '../eligibility/category.ts';
import {
  delegationKey,
  hasDelegation,
  type RepresentedFields,
} from '../eligibility/delegation-key.ts';
import type { Meeting } from '../meeting/meeting.ts';

/**
 * A counter that a registration takes one seat of: the meeting's, its category's, and its delegation's.
 * The first two are counted whether or not they have a ceiling, so that a ceiling set later starts from
 * the truth. Delegations, of which there are many, are counted where their category has a ceiling for them.
 */
export type SeatScope = 'meeting' | `category:${Category}` | `delegation:${Category}:${string}`;

/** One part of a seat counter. */
export type SeatRef = { readonly scope: string; readonly shard: number };

/** Whose seat it is: what the counters depend on. */
export type Seated = RepresentedFields & {
  readonly category: Category;
  readonly reference: string;
};

/** The counters that somebody takes a seat of. */
export function scopesOf(meeting: Meeting, who: Seated): readonly SeatScope[] {
  const { category } = who;
  const scopes: SeatScope[] = ['meeting', `category:${category}`];
  if (hasDelegation(who) && meeting.categories[category]?.delegationCeiling !== undefined)
    scopes.push(`delegation:${category}:${shortKey(who)}`);
  return scopes;
}

/** A delegation in the name of its counter: a State by its code; of an organisation, whose name may be of any length, a hash. */
function shortKey(who: Seated): string {
  const key = delegationKey(who);
  return who.representation === 'state'
    ? key
    : createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Whether a counter is that of a delegation: such a one is there from its first seat on, and is not split. */
export const isDelegation = (scope: string): boolean => scope.startsWith('delegation:');

/** The category of a counter, which the meeting's own has none of. */
export function categoryIn(scope: string): Category | undefined {
  return scope.split(':')[1] as Category | undefined;
}

/** The ceiling of a counter, or `undefined` where there is none. */
export function ceilingOf(meeting: Meeting, scope: string): number | undefined {
  const category = categoryIn(scope);
  if (category === undefined) return meeting.ceiling;
  const { ceiling, delegationCeiling } = meeting.categories[category] ?? {};
  return isDelegation(scope) ? delegationCeiling : ceiling;
}

/**
 * Seats on one counter item before it is split, and the most parts it is split into. A transaction takes a hundred
 * writes: all parts of the meeting and of its nine categories, with what is written beside them.
 */
const SEATS_A_SHARD = 250;
const MOST_SHARDS = { meeting: 10, category: 8 } as const;

/**
 * Into how many counter items a ceiling is split, so that a rush does not queue on a single one.
 * A counter without a ceiling is split as far as it goes.
 */
export function shardsFor(ceiling: number | undefined, of: keyof typeof MOST_SHARDS): number {
  if (ceiling === undefined) return MOST_SHARDS[of];
  return Math.min(MOST_SHARDS[of], Math.max(1, Math.ceil(ceiling / SEATS_A_SHARD)));
}

/**
 * How a ceiling is laid over the shards of a counter that has seats taken already: every shard keeps
 * room for what it has, what is left is spread evenly, and the parts add up to the ceiling. As no
 * shard ever takes more than its part, the sum can never pass the ceiling.
 *
 * `undefined` when more seats are taken than the ceiling allows: a shard cannot know how far over
 * the others are, so a ceiling below what is taken is refused and not approximated.
 */
export function spread(ceiling: number, taken: readonly number[]): number[] | undefined {
  const left = ceiling - taken.reduce((sum, seats) => sum + seats, 0);
  if (left < 0) return undefined;
  const each = Math.floor(left / taken.length);
  const extra = left % taken.length;
  return taken.map((seats, shard) => seats + each + (shard < extra ? 1 : 0));
}
