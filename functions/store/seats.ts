import { randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { SeatRef } from '../domain/registration.ts';
import { ceilingOf, isDelegation } from '../domain/seats.ts';
import { type Registry, toItem } from './client.ts';
import { PREFIXES, registryKeys } from './keys.ts';
import type { StoredMeeting } from './meeting.ts';
import { readAll } from './read.ts';

/** One item of a seat counter. Without a ceiling it counts only. */
export type SeatShard = SeatRef & {
  readonly taken: number;
  readonly ceiling?: number | undefined;
  /** Of the meeting's counter: the revision of the meeting by whose rules people come in. */
  readonly revision?: number | undefined;
  /** Of the meeting's counter: how many moves it has counted. */
  readonly moves?: number | undefined;
};

/** All seat counters of a meeting, as they are at this moment. */
export function readSeats(store: Registry, meetingId: string): Promise<SeatShard[]> {
  return readAll<SeatShard>(store, registryKeys.meeting(meetingId).pk, PREFIXES.seats);
}

/** What a transaction does to seats: who had which before, who has which after. */
export type SeatChange = {
  readonly before: readonly SeatRef[];
  readonly after: readonly SeatRef[];
  /** Whether somebody comes in, be it to another category without the seat that was held in the old one. */
  readonly enters?: boolean;
};

/**
 * The writes of all that a transaction does to seats. DynamoDB takes one write for each item, so a seat that
 * goes from one person to another is netted: no counter changes. The condition on taking one is what no
 * ceiling is ever passed by.
 *
 * Whoever comes in does so by the rules of one revision of the meeting, which its counter knows: a function
 * that still remembers an older one is told so by the condition, and reads it again.
 */
export function seatWrites(
  { registry }: Pick<Registry, 'registry'>,
  { meeting, revision }: Pick<StoredMeeting, 'meeting' | 'revision'>,
  changes: readonly SeatChange[],
): TransactWriteItem[] {
  const sums = new Map<string, { ref: SeatRef; sum: number; ceiling?: number | undefined }>();
  const add = (ref: SeatRef, sum: number, ceiling?: number) => {
    const key = `${ref.scope}#${ref.shard}`;
    const old = sums.get(key);
    sums.set(key, { ref, sum: (old?.sum ?? 0) + sum, ceiling: ceiling ?? old?.ceiling });
  };
  for (const { before, after } of changes) {
    for (const ref of before) add(ref, -1);
    for (const ref of after) add(ref, 1, ceilingOf(meeting, ref.scope));
  }
  return [...sums.values()].flatMap(({ ref, sum, ceiling }) => {
    if (Math.abs(sum) > 1) throw new Error('A transaction takes one seat of a counter at the most');
    const key = toItem(registryKeys.seats(meeting.id, ref.scope, ref.shard));
    // Whoever keeps the seat they have comes in by no rules.
    const comesIn = changes.some(({ before, after, enters }) => {
      const [had, has] = [before, after].map((seats) => seats.some((one) => sameSeat(one, ref)));
      return enters ? had || has : has && !had;
    });
    const ruled = ref.scope === 'meeting' && comesIn;
    if (sum === 0 && !ruled) return [];
    return [
      {
        Update: {
          TableName: registry,
          Key: key,
          ...countBy(ref, sum, ceiling, ruled ? revision : undefined),
        },
      },
    ];
  });
}

const sameSeat = (a: SeatRef, b: SeatRef) => a.scope === b.scope && a.shard === b.shard;

function countBy(ref: SeatRef, sum: number, ceiling?: number, revision?: number) {
  const conditions = [];
  // Delegations have no counter until somebody comes, and their ceiling stands with their category.
  const delegation = isDelegation(ref.scope);
  if (sum > 0)
    conditions.push(
      delegation
        ? 'attribute_not_exists(taken) OR taken < :ceiling'
        : 'attribute_exists(taken) AND (attribute_not_exists(ceiling) OR taken < ceiling)',
    );
  if (sum < 0) conditions.push('taken >= :one');
  if (revision !== undefined) conditions.push('revision = :revision');
  const creates = delegation && sum > 0;
  return {
    UpdateExpression: [
      `SET taken = ${creates ? 'if_not_exists(taken, :zero)' : 'taken'} ${sum < 0 ? '- :one' : sum > 0 ? '+ :one' : '+ :zero'}`,
      // Counts every move: whoever changes ceilings sees by it that somebody moved meanwhile.
      ...(ref.scope === 'meeting' ? ['moves = if_not_exists(moves, :zero) + :one'] : []),
      ...(creates ? ['#scope = :scope', '#shard = :shard'] : []),
    ].join(', '),
    ConditionExpression: conditions.map((one) => `(${one})`).join(' AND '),
    ...(creates && { ExpressionAttributeNames: { '#scope': 'scope', '#shard': 'shard' } }),
    ExpressionAttributeValues: toItem({
      ':zero': sum === 0 || creates || ref.scope === 'meeting' ? 0 : undefined,
      ':one': sum !== 0 || ref.scope === 'meeting' ? 1 : undefined,
      ':ceiling': delegation && sum > 0 ? (ceiling ?? Number.MAX_SAFE_INTEGER) : undefined,
      ':revision': revision,
      ':scope': creates ? ref.scope : undefined,
      ':shard': creates ? ref.shard : undefined,
    }),
  };
}

/** The write of somebody who comes in without a seat: by the rules of this revision, and counted as a move. */
export function enterWithoutSeat(
  { registry }: Pick<Registry, 'registry'>,
  { meeting, revision, shards }: StoredMeeting,
): TransactWriteItem {
  const shard = randomInt(shards.meeting ?? 1);
  return moveWrite(registry, meeting.id, { scope: 'meeting', shard, taken: 0 }, revision);
}

/**
 * The checks that a counter is full, all its shards, by the rules of this revision: only then somebody has to
 * wait. On the meeting's own counter they count the move as well.
 */
export function areFull(
  { registry }: Pick<Registry, 'registry'>,
  stored: StoredMeeting,
  full: readonly SeatShard[],
): TransactWriteItem[] {
  const { meeting, revision } = stored;
  const [first] = full;
  if (first?.scope === 'meeting')
    return [
      moveWrite(registry, meeting.id, first, revision, isFull(first)),
      ...full.slice(1).map((shard) => fullCheck(registry, meeting.id, shard)),
    ];
  return [
    enterWithoutSeat({ registry }, stored),
    ...full.map((shard) => fullCheck(registry, meeting.id, shard)),
  ];
}

/** A delegation that has no seats at all has no counter either. */
const isFull = ({ ceiling }: SeatShard) =>
  ceiling === 0 ? '(attribute_not_exists(taken) OR taken >= :ceiling)' : 'taken >= :ceiling';

function fullCheck(registry: string, meetingId: string, shard: SeatShard): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, shard.scope, shard.shard)),
      ConditionExpression: isFull(shard),
      ExpressionAttributeValues: toItem({ ':ceiling': shard.ceiling ?? 0 }),
    },
  };
}

function moveWrite(
  registry: string,
  meetingId: string,
  { scope, shard, ceiling = 0 }: SeatShard,
  revision: number,
  condition?: string,
): TransactWriteItem {
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, scope, shard)),
      UpdateExpression: 'SET moves = if_not_exists(moves, :zero) + :one',
      ConditionExpression: `revision = :revision${condition ? ` AND ${condition}` : ''}`,
      ExpressionAttributeValues: toItem({
        ':zero': 0,
        ':one': 1,
        ':revision': revision,
        ':ceiling': condition && ceiling,
      }),
    },
  };
}

/**
 * The write that lays out one shard of a counter for a revision of its meeting.
 *
 * @param shard with the ceiling that it is to have.
 * @param seen what was seen of it, where the change is right only while it is still so: `taken` when its ceiling
 * changes, `moves` when nobody at all may have moved meanwhile.
 */
export function layShard(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  { scope, shard, ceiling, revision }: SeatShard,
  seen: { readonly taken?: number; readonly moves?: number },
): TransactWriteItem {
  const conditions = [];
  if (seen.taken !== undefined) conditions.push('(attribute_not_exists(taken) OR taken = :taken)');
  if (seen.moves !== undefined) conditions.push('(attribute_not_exists(moves) OR moves = :moves)');
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, scope, shard)),
      UpdateExpression: [
        'SET #scope = :scope, #shard = :shard, taken = if_not_exists(taken, :zero)',
        ceiling === undefined ? '' : ', ceiling = :ceiling',
        revision === undefined ? '' : ', revision = :revision',
        ceiling === undefined ? ' REMOVE ceiling' : '',
      ].join(''),
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
      ExpressionAttributeNames: { '#scope': 'scope', '#shard': 'shard' },
      ExpressionAttributeValues: toItem({
        ':scope': scope,
        ':shard': shard,
        ':zero': 0,
        ':ceiling': ceiling,
        ':revision': revision,
        ':taken': seen.taken,
        ':moves': seen.moves,
      }),
    },
  };
}
