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
 * Builds the write of the head of delegation lock, so that changes of the head happen one after the other. It works for
 * delegations with and without a focal point. It fails if another change was made since. Call it before you read the
 * people of the delegation.
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
 * Adjusts a person who gets a seat by a transition. If the delegation already has a head with a seat, the person gets
 * the role of a former head: see `besideHead`.
 *
 * @param leaving the reference of the person who gives up a seat in the same transaction.
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

/** Reads the people of a delegation, without the one who leaves. */
export async function peopleBut(
  store: Store,
  delegation: Pick<Delegation, 'id' | 'meetingId'>,
  leaving: string | undefined,
) {
  const people = await peopleOf(store, delegation);
  return people.filter(({ reference }) => reference !== leaving);
}
