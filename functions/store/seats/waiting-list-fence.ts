import { randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';
import { readSeats, type SeatShard } from './seats.ts';

/**
 * One shard of the waiting-list fence, a version counter. A transaction in which somebody arrives without a seat, to
 * wait for validation or for a seat, increments one shard. A meeting has several shards, so that a rush does not queue
 * on one item, or on the seat counters: DynamoDB cancels a transaction if another one uses the same item, even only for
 * a check, and a ceiling of up to 250 is one item (`npm run test:load` measures it). To join the waiting list costs the
 * writes of the registration and of one shard.
 */
export type FenceShard = {
  readonly fenceShard: number;
  /** The revision by whose rules people register. */
  readonly revision?: number | undefined;
  /** How many people have arrived on this shard without a seat. */
  readonly arrivals: number;
  /** How often a seat has come free that nobody was offered. All shards have the same value. */
  readonly released: number;
};

/** The number of shards. Each accepts as many people a second as one seat counter does. */
const FENCE_SHARDS = 5;

/** The fence and the seat counters of a meeting. */
export type Room = {
  readonly fence: readonly FenceShard[];
  readonly present: readonly SeatShard[];
};

/**
 * Reads the fence first, and then the seat counters. If a counter is full, and no seat has come free since the fence
 * was read, a person who arrives has to wait.
 */
export async function readRoom(store: Registry, meetingId: string): Promise<Room> {
  const fence = await readAll<FenceShard>(
    store,
    registryKeys.meeting(meetingId).pk,
    PREFIXES.fence,
  );
  return { fence, present: await readSeats(store, meetingId) };
}

/** What a transaction does to the fence. */
export type FenceChange = {
  /** Whether somebody arrives without a seat, or joins the waiting list. */
  readonly arrives: boolean;
  /** Whether a seat comes free that nobody on the waiting list is offered. */
  readonly releases: boolean;
  /**
   * The fence as it was before the counters and the waiting list were read. Somebody may arrive only if no seat has
   * come free since. A seat may come free only if nobody has arrived since, who might wait for it.
   */
  readonly seen?: readonly FenceShard[] | undefined;
};

/** Builds the writes to the fence: to one shard if somebody arrives, to all shards if a seat comes free. */
export function fenceWrites(
  store: Pick<Registry, 'registry'>,
  { meeting, revision }: Pick<StoredMeeting, 'meeting' | 'revision'>,
  { arrives, releases, seen = [] }: FenceChange,
): TransactWriteItem[] {
  const chosen = randomInt(FENCE_SHARDS);
  return Array.from({ length: FENCE_SHARDS }, (_, shard) => shard)
    .filter((shard) => releases || (arrives && shard === chosen))
    .map((shard) => {
      const before = seen.find((one) => one.fenceShard === shard);
      const enter = arrives && shard === chosen;
      return shardUpdate(store, meeting.id, shard, {
        arrivals: enter ? 1 : 0,
        released: releases ? 1 : 0,
        seen: {
          ...(enter && { released: before?.released }),
          ...(releases && { arrivals: before?.arrivals }),
        },
        ...(enter && { revision }),
      });
    });
}

/**
 * Builds the writes that release reserved seats to everybody, on the condition that nobody has arrived since `seen` and
 * the revision is the same.
 */
export function releaseWrites(
  store: Pick<Registry, 'registry'>,
  { meeting, revision }: StoredMeeting,
  seen: readonly FenceShard[],
): TransactWriteItem[] {
  return seen.map(({ fenceShard, arrivals }) =>
    shardUpdate(store, meeting.id, fenceShard, {
      arrivals: 0,
      released: 1,
      seen: { arrivals },
      revision,
    }),
  );
}

type Change = {
  readonly arrivals: 0 | 1;
  readonly released: 0 | 1;
  readonly seen: { readonly arrivals?: number | undefined; readonly released?: number | undefined };
  /** The revision that the shard must have. */
  readonly revision?: number | undefined;
};

function shardUpdate(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  shard: number,
  { arrivals, released, seen, revision }: Change,
): TransactWriteItem {
  const conditions = [
    ...(seen.arrivals === undefined ? [] : ['arrivals = :seenArrivals']),
    ...(seen.released === undefined ? [] : ['released = :seenReleased']),
    ...(revision === undefined ? [] : ['revision = :revision']),
  ];
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.fence(meetingId, shard)),
      UpdateExpression:
        'SET fenceShard = :fenceShard, arrivals = if_not_exists(arrivals, :zero) + :arrivals, released = if_not_exists(released, :zero) + :released',
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
      ExpressionAttributeValues: toItem({
        ':fenceShard': shard,
        ':zero': 0,
        ':arrivals': arrivals,
        ':released': released,
        ':seenArrivals': seen.arrivals,
        ':seenReleased': seen.released,
        ':revision': revision,
      }),
    },
  };
}

/**
 * Builds the writes that give the fence the revision of its meeting, and create it if it does not exist.
 *
 * @param seen the fence as it was read, if nobody may have arrived since.
 */
export function initFence(
  { registry }: Pick<Registry, 'registry'>,
  { meeting, revision }: StoredMeeting,
  seen?: readonly FenceShard[],
): TransactWriteItem[] {
  return Array.from({ length: FENCE_SHARDS }, (_, shard) => ({
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.fence(meeting.id, shard)),
      UpdateExpression:
        'SET fenceShard = :fenceShard, revision = :revision, arrivals = if_not_exists(arrivals, :zero), released = if_not_exists(released, :zero)',
      ...(seen && {
        ConditionExpression: 'attribute_not_exists(arrivals) OR arrivals = :arrivals',
      }),
      ExpressionAttributeValues: toItem({
        ':fenceShard': shard,
        ':zero': 0,
        ':revision': revision,
        ':arrivals': seen && (seen.find((one) => one.fenceShard === shard)?.arrivals ?? 0),
      }),
    },
  }));
}
