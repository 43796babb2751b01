import { QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { SeatRef } from '../domain/registration.ts';
import { fromItem, type Registry, toItem } from './client.ts';
import { PREFIXES, registryKeys } from './keys.ts';

/** One item of a seat counter. Without a ceiling it counts only. */
export type SeatShard = SeatRef & { readonly taken: number; readonly ceiling?: number | undefined };

/** All seat counters of a meeting, as they are at this moment. */
export async function readSeats(
  { client, registry }: Registry,
  meetingId: string,
): Promise<SeatShard[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: registry,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :seats)',
      ExpressionAttributeValues: toItem({
        ':pk': registryKeys.meeting(meetingId).pk,
        ':seats': PREFIXES.seats,
      }),
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => fromItem<SeatShard>(item));
}

/** The write that takes one seat; its condition is what no ceiling is ever passed by. */
export function takeSeat(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  { scope, shard }: SeatRef,
): TransactWriteItem {
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, scope, shard)),
      UpdateExpression: 'SET taken = taken + :one',
      ConditionExpression:
        'attribute_exists(taken) AND (attribute_not_exists(ceiling) OR taken < ceiling)',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    },
  };
}

/** The write that gives one seat back. */
export function releaseSeat(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  { scope, shard }: SeatRef,
): TransactWriteItem {
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, scope, shard)),
      UpdateExpression: 'SET taken = taken - :one',
      ConditionExpression: 'taken >= :one',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    },
  };
}

/** The write that sets the ceiling of one shard, provided that nobody took or gave back a seat meanwhile. */
export function setCeiling(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  { scope, shard, taken, ceiling }: SeatShard,
): TransactWriteItem {
  const change =
    ceiling === undefined
      ? { expression: ' REMOVE ceiling', values: {} }
      : { expression: ', ceiling = :ceiling', values: { ':ceiling': ceiling } };
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.seats(meetingId, scope, shard)),
      UpdateExpression: `SET #scope = :scope, #shard = :shard, taken = if_not_exists(taken, :zero)${change.expression}`,
      ConditionExpression: 'attribute_not_exists(taken) OR taken = :taken',
      ExpressionAttributeNames: { '#scope': 'scope', '#shard': 'shard' },
      ExpressionAttributeValues: toItem({
        ':scope': scope,
        ':shard': shard,
        ':zero': 0,
        ':taken': taken,
        ...change.values,
      }),
    },
  };
}
