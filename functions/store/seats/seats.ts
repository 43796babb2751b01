import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { ceilingOf, isDelegation, type SeatRef } from '../../domain/seats/seats.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';

/** One shard of a seat counter. Without a ceiling it only counts. */
export type SeatShard = SeatRef & {
  readonly taken: number;
  readonly ceiling?: number | undefined;
  /** Of the meeting's own counter: the revision by whose rules people register. */
  readonly revision?: number | undefined;
  /** Of the meeting's own counter: how many changes it has counted. */
  readonly moves?: number | undefined;
};

/** Reads all seat counters of a meeting, consistently. */
export function readSeats(store: Registry, meetingId: string): Promise<SeatShard[]> {
  return readAll<SeatShard>(store, registryKeys.meeting(meetingId).pk, PREFIXES.seats);
}

/** The seats of one person before and after a transaction. */
export type SeatChange = {
  readonly before: readonly SeatRef[];
  readonly after: readonly SeatRef[];
  /** Whether the person comes in. This includes a change to another category without a seat of the former one. */
  readonly arrives?: boolean;
};

/** The number of seats that a transaction takes from each shard; negative if it gives some back. */
function netted(changes: readonly SeatChange[]) {
  const sums = new Map<string, { readonly ref: SeatRef; readonly sum: number }>();
  const add = (ref: SeatRef, by: number) => {
    const key = `${ref.scope}#${ref.shard}`;
    sums.set(key, { ref, sum: (sums.get(key)?.sum ?? 0) + by });
  };
  for (const { before, after } of changes) {
    for (const ref of before) add(ref, -1);
    for (const ref of after) add(ref, 1);
  }
  return [...sums.values()];
}

/** Whether a transaction frees a seat of a counter that it does not take again. */
export const releasesSeat = (changes: readonly SeatChange[]): boolean =>
  netted(changes).some(({ sum }) => sum < 0);

/**
 * Builds the writes of all seats that a transaction takes and gives back. DynamoDB accepts one write for each item, so
 * changes are netted: a seat that passes from one person to another changes no counter. The condition on taking a seat
 * keeps every counter at or below its ceiling.
 *
 * People come in by the rules of one revision of the meeting, which its counter has. If a function remembers an older
 * revision, the condition fails and the function reads the meeting again.
 *
 * @param raised shards whose ceiling rises with the seat that is taken, as they were read: see reserved-seats.ts.
 */
export function seatWrites(
  { registry }: Pick<Registry, 'registry'>,
  { meeting, revision }: Pick<StoredMeeting, 'meeting' | 'revision'>,
  changes: readonly SeatChange[],
  raised: readonly SeatShard[] = [],
): TransactWriteItem[] {
  return netted(changes).flatMap(({ ref, sum }) => {
    const ceiling = ceilingOf(meeting, ref.scope);
    if (Math.abs(sum) > 1) throw new Error('A transaction can take at most one seat of a counter');
    const key = toItem(registryKeys.seats(meeting.id, ref.scope, ref.shard));
    // A person who keeps a seat does not come in, so the revision does not matter.
    const comesIn = changes.some(({ before, after, arrives }) => {
      const [had, has] = [before, after].map((seats) => seats.some((one) => sameSeat(one, ref)));
      return arrives ? had || has : has && !had;
    });
    const ruled = ref.scope === 'meeting' && comesIn;
    if (sum === 0 && !ruled) return [];
    return [
      {
        Update: {
          TableName: registry,
          Key: key,
          ...countBy(ref, sum, {
            ceiling,
            revision: ruled ? revision : undefined,
            raise: raised.find((one) => sameSeat(one, ref)),
          }),
        },
      },
    ];
  });
}

const sameSeat = (a: SeatRef, b: SeatRef) => a.scope === b.scope && a.shard === b.shard;

type Counting = {
  readonly ceiling: number | undefined;
  readonly revision: number | undefined;
  readonly raise: SeatShard | undefined;
};

function countBy(ref: SeatRef, sum: number, { ceiling, revision, raise }: Counting) {
  const conditions = [];
  // The counter of a delegation does not exist before its first seat, and its category has the ceiling.
  const delegation = isDelegation(ref.scope);
  if (raise) conditions.push('taken = :taken AND ceiling = :raised');
  else if (sum > 0)
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
      // Counts every change, so that a change of the ceilings can see whether somebody came, left or moved since.
      ...(ref.scope === 'meeting' ? ['moves = if_not_exists(moves, :zero) + :one'] : []),
      ...(raise ? ['ceiling = ceiling + :one'] : []),
      ...(creates ? ['#scope = :scope', '#shard = :shard'] : []),
    ].join(', '),
    ConditionExpression: conditions.map((one) => `(${one})`).join(' AND '),
    ...(creates && { ExpressionAttributeNames: { '#scope': 'scope', '#shard': 'shard' } }),
    ExpressionAttributeValues: toItem({
      ':zero': sum === 0 || creates || ref.scope === 'meeting' ? 0 : undefined,
      ':one': sum !== 0 || ref.scope === 'meeting' ? 1 : undefined,
      ':ceiling': delegation && sum > 0 ? (ceiling ?? Number.MAX_SAFE_INTEGER) : undefined,
      ':revision': revision,
      ':taken': raise?.taken,
      ':raised': raise?.ceiling,
      ':scope': creates ? ref.scope : undefined,
      ':shard': creates ? ref.shard : undefined,
    }),
  };
}

/**
 * Builds the write that creates one shard of a counter, or gives it another ceiling or revision.
 *
 * @param shard with the new ceiling.
 * @param seen what was read, if the write depends on it. `taken`: if the ceiling changes. `was`: if nobody else may
 * have changed the ceiling. `moves`: if nobody at all may have come, left or moved.
 */
export function initShard(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  { scope, shard, ceiling, revision }: SeatShard,
  seen: {
    readonly taken?: number;
    readonly was?: Pick<SeatShard, 'ceiling'>;
    readonly moves?: number;
  },
): TransactWriteItem {
  const conditions = [];
  if (seen.taken !== undefined) conditions.push('(attribute_not_exists(taken) OR taken = :taken)');
  if (seen.was)
    conditions.push(
      seen.was.ceiling === undefined ? 'attribute_not_exists(ceiling)' : 'ceiling = :was',
    );
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
        ':was': seen.was?.ceiling,
        ':moves': seen.moves,
      }),
    },
  };
}
