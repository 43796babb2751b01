import { randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';
import { readSeats, type SeatShard } from './seats.ts';

/**
 * One shard of a version counter that guards the waiting list. A transaction in which somebody arrives without a seat, to
 * wait for a decision or for a seat, counts up one shard. A meeting has a few shards, so that a rush does not queue on
 * one item, or on the seat counters: DynamoDB cancels a transaction if another one uses the same item, even only to
 * check it, and a ceiling of up to 250 is one item (`npm run test:load` measures it). To join the waiting list costs the
 * writes of the registration and of one shard.
 */
export type FenceShard = {
  readonly fenceShard: number;
  /** The revision of the meeting by whose rules people come in. */
  readonly revision?: number | undefined;
  /** How many people have arrived on this shard without a seat. */
  readonly arrivals: number;
  /** How often a seat has come free that nobody was offered. It is the same on every shard. */
  readonly released: number;
};

/** Each shard takes as many people a second as one seat counter. */
export const FENCE_SHARDS = 5;

/** Fence and seat counters of a meeting. */
export type Room = {
  readonly fence: readonly FenceShard[];
  readonly present: readonly SeatShard[];
};

/**
 * Reads the fence first, and then the seat counters. If a counter is full, and no seat has come free since the fence was
 * read, somebody who arrives has to wait.
 */
export async function readRoom(store: Registry, meetingId: string): Promise<Room> {
  const fence = await readAll<FenceShard>(
    store,
    registryKeys.meeting(meetingId).pk,
    PREFIXES.fence,
  );
  return { fence, present: await readSeats(store, meetingId) };
}

/** What passes the fence in a transaction. */
export type FenceChange = {
  /** Whether somebody comes in, or joins the waiting list, without a seat: by the rules of this revision. */
  readonly arrives: boolean;
  /** Whether a seat comes free, and nobody who waits is offered it. */
  readonly releases: boolean;
  /**
   * The fence as it was before the counters and the waiting list were read. Somebody arrives only if no seat has come
   * free since. A seat comes free only if nobody has arrived since, who might wait for it.
   */
  readonly seen?: readonly FenceShard[] | undefined;
};

/** The writes of a transaction to the fence: one shard if somebody arrives, all shards if a seat comes free. */
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

/** The writes that give reserved seats to everybody, if nobody has arrived since `seen` and the revision is this one. */
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
  /** The revision that it must be of. */
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
 * The writes that prepare the fence for a revision of its meeting.
 *
 * @param seen the fence as it was, if the revision is only right while nobody has arrived since.
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
