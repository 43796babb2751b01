import type { Meeting } from '../../domain/meeting/meeting.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import { isDelegation, type SeatRef, scopesOf } from '../../domain/seats/seats.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';
import { listRegistrations } from '../registration/registration.ts';

/**
 * Counts the seats that delegations took while they had no ceiling, before `meeting` gives them one. Each seat is
 * counted in one transaction with its registration, so a run that stops early is continued by the next.
 *
 * @returns `all` if every seat was counted already; `some` if this call has counted some.
 * @throws StoreBusy if the deadline (milliseconds since the epoch) passes.
 */
export async function countDelegations(
  store: Registry,
  meeting: Meeting,
  deadline: number,
): Promise<'all' | 'some'> {
  if (
    Object.values(meeting.categories).every(
      ({ delegationCeiling }) => delegationCeiling === undefined,
    )
  )
    return 'all';
  let counted: 'all' | 'some' = 'all';
  for (const one of await listRegistrations(store, meeting.id)) {
    const scope = holdsSeat(one.status) && scopesOf(meeting, one).find(isDelegation);
    if (!scope || one.seats.some((seat) => seat.scope === scope)) continue;
    await count(store, one, { scope, shard: 0 }, deadline);
    counted = 'some';
  }
  return counted;
}

async function count(store: Registry, one: Registration, seat: SeatRef, deadline: number) {
  const { meetingId, reference, version, seats } = one;
  const names = { '#scope': 'scope', '#shard': 'shard' };
  await transact(
    store.client,
    [
      {
        Update: {
          TableName: store.registry,
          Key: toItem(registryKeys.registration(meetingId, reference)),
          UpdateExpression: 'SET seats = :seats, #version = :next',
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({
            ':seats': [...seats, seat],
            ':version': version,
            ':next': version + 1,
          }),
        },
      },
      {
        Update: {
          TableName: store.registry,
          Key: toItem(registryKeys.seats(meetingId, seat.scope, seat.shard)),
          UpdateExpression:
            'SET #scope = :scope, #shard = :shard, taken = if_not_exists(taken, :zero) + :one',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: toItem({
            ':scope': seat.scope,
            ':shard': seat.shard,
            ':zero': 0,
            ':one': 1,
          }),
        },
      },
    ],
    deadline,
  );
}
