import { randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';
import { readSeats, type SeatShard } from './seats.ts';

/**
 * A shard through which people come in without a seat: to wait for a yes, or for a seat. There are a few to a meeting,
 * so that a rush does not queue on a single item, nor on the seat counters: DynamoDB cancels a transaction that wants
 * an item another has in hand, be it only to check it, and a ceiling of up to 250 is one item (`npm run test:load`
 * measures it). Beside a refusal, joining the waiting list costs the writes of the registration itself and of one shard.
 */
export type FenceShard = {
  readonly fenceShard: number;
  /** The revision of the meeting by whose rules people come in. */
  readonly revision?: number | undefined;
  /** How many have come in through it. */
  readonly arrivals: number;
  /** How often seats have come free for whoever comes next. It counts the same at every shard. */
  readonly released: number;
};

/** Each takes as many people a second as one counter does. */
export const FENCE_SHARDS = 5;

/** Gates and seat counters of a meeting. */
export type Room = {
  readonly fence: readonly FenceShard[];
  readonly present: readonly SeatShard[];
};

/**
 * The fence, and then the seat counters: whoever finds a counter full, and comes in while no seat has come free
 * since the fence were read, waits with reason.
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
   * The fence as they were before the counters and the line were looked at. Whoever arrives does so only while no seat
   * has come free since; a seat comes free only while nobody has chosen since, who might wait for it.
   */
  readonly seen?: readonly FenceShard[] | undefined;
};

/** The writes of a transaction to the fence: one for somebody who comes in, all of them where a seat comes free. */
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

/** The writes that open a meeting to whoever comes, provided that nobody came since `seen`, and by this revision. */
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
 * The writes that lay out the fence for a revision of their meeting.
 *
 * @param seen the fence as they were, where the revision is right only while nobody has come in since.
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
