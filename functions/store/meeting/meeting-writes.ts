import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../platform/keys.ts';
import { initShard, type SeatShard } from '../seats/seats.ts';
import type { StoredMeeting } from './meeting.ts';

/** Builds the write of a meeting, on the condition that its revision is still that of `before`. */
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
 * Builds the writes of all shards that change, and of all shards of the meeting's own counter. These carry the
 * revision, so that nobody can register by the rules of an older one.
 *
 * @param guard whether nobody at all may have come, left or moved since `present` was read.
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
        // A ceiling that does not change has the condition that it is as it was read. Otherwise this write would take
        // back what an offer has added to it since.
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
