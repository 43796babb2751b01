import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Delegation, delegatedOf, delegationId } from '../../domain/delegation/delegation.ts';
import { besideHead } from '../../domain/delegation/delegation-roles.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import { type Registry, type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';
import type { Change } from './commit.ts';
import { peopleOf } from './registration.ts';

/**
 * The write that lets changes of who is head of a delegation be made one after the other, whether or not it has a
 * focal point: it fails where another one was made since. To be asked for before its people are read.
 */
export async function headLock(
  store: Registry,
  { meetingId, id }: Pick<Delegation, 'meetingId' | 'id'>,
): Promise<TransactWriteItem> {
  const key = registryKeys.headLock(meetingId, id);
  const changes = (await readItem<{ readonly changes: number }>(store, key))?.changes;
  return {
    Update: {
      TableName: store.registry,
      Key: toItem(key),
      UpdateExpression: 'SET changes = :next',
      ConditionExpression:
        changes === undefined ? 'attribute_not_exists(changes)' : 'changes = :seen',
      ExpressionAttributeValues: toItem({ ':seen': changes, ':next': (changes ?? 0) + 1 }),
    },
  };
}

/**
 * Somebody who comes to a seat by a move, with what must hold for it: see besideHead.
 *
 * @param leaving who gives up a seat with the same move.
 */
export async function asSeated(
  store: Store,
  before: Registration,
  after: Registration,
  leaving?: string,
): Promise<Pick<Change, 'after' | 'writes'>> {
  const delegated = delegatedOf(after);
  const comes = holdsSeat(after.status) && !holdsSeat(before.status);
  if (!comes || after.delegationRole !== 'head' || delegated === undefined) return { after };
  const delegation = { meetingId: after.meetingId, id: delegationId(delegated) };
  const lock = await headLock(store, delegation);
  const people = await peopleBut(store, delegation, leaving);
  return { after: besideHead(after, people), writes: [lock] };
}

/** The people of a delegation but for who leaves. */
export async function peopleBut(
  store: Store,
  delegation: Pick<Delegation, 'id' | 'meetingId'>,
  leaving: string | undefined,
) {
  const people = await peopleOf(store, delegation);
  return people.filter(({ reference }) => reference !== leaving);
}
