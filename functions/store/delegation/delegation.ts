import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  belongsTo,
  type Delegation,
  delegatedOf,
  delegationId,
  isDelegationId,
} from '../../domain/delegation/delegation.ts';
import { isMeetingId } from '../../domain/meeting/meeting-id.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll, readItem, readPages } from '../platform/read.ts';
import { getRegistration } from '../registration/registration.ts';

/** Reads a delegation, consistently; `undefined` if it has no focal point. */
export async function getDelegation(
  store: Registry,
  meetingId: string,
  id: string,
): Promise<Delegation | undefined> {
  if (!isMeetingId(meetingId) || !isDelegationId(id)) return undefined;
  return readItem<Delegation>(store, registryKeys.delegation(meetingId, id));
}

/** Reads the delegation of a person; `undefined` if it has no focal point. */
export async function delegationOf(
  store: Registry,
  one: Registration,
): Promise<Delegation | undefined> {
  const delegated = delegatedOf(one);
  return delegated && getDelegation(store, one.meetingId, delegationId(delegated));
}

/** Reads the delegations of a meeting that have a focal point, in the order of their ids. */
export function listDelegations(store: Registry, meetingId: string): Promise<Delegation[]> {
  return readAll<Delegation>(store, registryKeys.meeting(meetingId).pk, PREFIXES.delegations);
}

/** The attributes that say which delegation a person belongs to, and whether the registration is live. */
const BELONGING = [
  'meetingId',
  'representation',
  'state',
  'organisation',
  'organisationKind',
  'status',
] as const satisfies readonly (keyof Registration)[];

/**
 * Reads the ids of the delegations with at least one live registration. It keeps only these ids in memory, whatever the
 * size of the meeting.
 */
export async function delegationsWithPeople(
  store: Registry,
  meetingId: string,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const { pk } = registryKeys.meeting(meetingId);
  const attributes = BELONGING;
  for await (const { items } of readPages<Registration>(store, pk, PREFIXES.registrations, {
    attributes,
  }))
    for (const one of items) {
      const delegated = isLive(one.status) ? delegatedOf(one) : undefined;
      if (delegated !== undefined) ids.add(delegationId(delegated));
    }
  return ids;
}

/** Reads a registration; `undefined` if the person does not belong to the delegation. */
export async function personOf(
  store: Registry,
  delegation: Delegation,
  reference: string,
): Promise<Registration | undefined> {
  const one = await getRegistration(store, reference);
  return one && belongsTo(delegation, one) ? one : undefined;
}

/**
 * Builds the write of a delegation, on the condition that it has not changed.
 * @param seen the version that was read; `undefined` for a new delegation.
 */
export function delegationWrite(
  { registry }: Pick<Registry, 'registry'>,
  delegation: Delegation,
  seen: number | undefined,
) {
  return {
    Put: {
      TableName: registry,
      Item: toItem({
        ...registryKeys.delegation(delegation.meetingId, delegation.id),
        ...delegation,
      }),
      ConditionExpression: seen === undefined ? 'attribute_not_exists(pk)' : '#version = :seen',
      ...(seen !== undefined && {
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({ ':seen': seen }),
      }),
    },
  };
}

/**
 * Builds the check that the delegation link has not been replaced. A former link can then change nothing. `commit`
 * takes the check as `link`.
 */
export function linkCheck(
  { registry }: Pick<Registry, 'registry'>,
  { meetingId, id, link }: Pick<Delegation, 'meetingId' | 'id' | 'link'>,
): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName: registry,
      Key: toItem(registryKeys.delegation(meetingId, id)),
      ConditionExpression: '#link = :link',
      ExpressionAttributeNames: { '#link': 'link' },
      ExpressionAttributeValues: toItem({ ':link': link }),
    },
  };
}
