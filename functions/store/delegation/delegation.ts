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

/** The delegation with this id, as it is at this moment; `undefined` where none has a focal point. */
export async function getDelegation(
  store: Registry,
  meetingId: string,
  id: string,
): Promise<Delegation | undefined> {
  if (!isMeetingId(meetingId) || !isDelegationId(id)) return undefined;
  return readItem<Delegation>(store, registryKeys.delegation(meetingId, id));
}

/** The delegation that somebody belongs to, where it has a focal point. */
export async function delegationOf(
  store: Registry,
  one: Registration,
): Promise<Delegation | undefined> {
  const delegated = delegatedOf(one);
  return delegated && getDelegation(store, one.meetingId, delegationId(delegated));
}

/** The delegations of a meeting that have a focal point, by id. */
export function listDelegations(store: Registry, meetingId: string): Promise<Delegation[]> {
  return readAll<Delegation>(store, registryKeys.meeting(meetingId).pk, PREFIXES.delegations);
}

/** What tells for whom somebody comes, and whether. */
const BELONGING = [
  'meetingId',
  'representation',
  'state',
  'organisation',
  'organisationKind',
  'status',
] as const satisfies readonly (keyof Registration)[];

/**
 * The delegations, by id, of which somebody is registered or nominated, whatever they wait for. Of a meeting
 * of any size it holds no more than these.
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

/** One of a delegation's people; of anybody else the delegation knows nothing. */
export async function personOf(
  store: Registry,
  delegation: Delegation,
  reference: string,
): Promise<Registration | undefined> {
  const one = await getRegistration(store, reference);
  return one && belongsTo(delegation, one) ? one : undefined;
}

/** The write of a delegation, provided that it is as it was seen. @param seen its version; none for a new one */
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
 * The check that a delegation's link is still the one that opened it: what its focal point does, and whoever else
 * has got hold of the link, is not done once the link has been replaced. `commit` takes it as `link`.
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

/** The path of a delegation's page. Pages use it, so that they stay on the host they came from. */
export function delegationPath({
  meetingId,
  id,
  secret,
}: Pick<Delegation, 'meetingId' | 'id' | 'secret'>): string {
  return `/delegations/${meetingId}/${id}/${secret}`;
}
