import type { Category } from './category.ts';
import type { Meeting } from './meeting.ts';

/**
 * A counter that a registration takes one seat of: the meeting's, and its category's. Both are
 * counted whether or not they have a ceiling, so that a ceiling set later starts from the truth.
 */
export type SeatScope = 'meeting' | `category:${Category}`;

/** The counters a registration in `category` takes a seat of. */
export function scopesOf(category: Category): readonly SeatScope[] {
  return ['meeting', `category:${category}`];
}

/** The ceiling of a scope, or `undefined` where there is none. */
export function ceilingOf(meeting: Meeting, scope: SeatScope): number | undefined {
  if (scope === 'meeting') return meeting.ceiling;
  return meeting.categories[scope.slice('category:'.length) as Category]?.ceiling;
}

/** Seats on one counter item before it is split, and the most parts it is split into. */
const SEATS_A_SHARD = 250;
const MOST_SHARDS = 8;

/**
 * Into how many counter items a ceiling is split, so that a rush does not queue on a single one.
 * A counter without a ceiling is split as far as it goes.
 */
export function shardsFor(ceiling: number | undefined): number {
  if (ceiling === undefined) return MOST_SHARDS;
  return Math.min(MOST_SHARDS, Math.max(1, Math.ceil(ceiling / SEATS_A_SHARD)));
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
