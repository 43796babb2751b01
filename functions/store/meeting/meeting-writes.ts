import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../platform/keys.ts';
import { initShard, type SeatShard } from '../seats/seats.ts';
import type { StoredMeeting } from './meeting.ts';

/** The write of a meeting as it is from now on; only while it is still what was seen. */
export function meetingWrite(
  { registry }: Registry,
  stored: StoredMeeting,
  before: StoredMeeting | undefined,
): TransactWriteItem {
  const { id, startsOn } = stored.meeting;
  return {
    Put: {
      TableName: registry,
      Item: toItem({
        ...registryKeys.meeting(id),
        [BY_KIND.partition]: KIND_MEETING,
        [BY_KIND.sort]: `${startsOn}#${id}`,
        ...stored,
      }),
      ConditionExpression: before ? 'revision = :seen' : 'attribute_not_exists(pk)',
      ...(before && { ExpressionAttributeValues: toItem({ ':seen': before.revision }) }),
    },
  };
}

/**
 * The writes of all shards that change, and of all of the meeting's own, which carry the revision: nobody comes in by
 * the rules of an older one.
 *
 * @param guard whether nobody at all may have moved since `present` was read.
 */
export function seatsOf(
  store: Registry,
  { meeting, shards, revision }: StoredMeeting,
  present: readonly SeatShard[],
  changes: readonly SeatShard[],
  guard: boolean,
): TransactWriteItem[] {
  const own = Array.from({ length: shards.meeting ?? 1 }, (_, shard) => {
    const isThis = (one: SeatShard) => one.scope === 'meeting' && one.shard === shard;
    const seen = present.find(isThis);
    const change = changes.find(isThis);
    const shown = change ?? seen ?? { scope: 'meeting', shard, taken: 0 };
    return initShard(
      store,
      meeting.id,
      { ...shown, revision },
      {
        // A ceiling that stays is written as it was seen: it must not take back what an offer has lifted since.
        was: { ceiling: seen?.ceiling },
        ...(change && { taken: change.taken }),
        ...(guard && { moves: seen?.moves ?? 0 }),
      },
    );
  });
  const others = changes.filter(({ scope }) => scope !== 'meeting');
  return [
    ...own,
    ...others.map((shard) => initShard(store, meeting.id, shard, { taken: shard.taken })),
  ];
}
