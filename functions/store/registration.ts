import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { parseReference } from '../domain/reference.ts';
import type { Registration } from '../domain/registration.ts';
import { fromItem, type Registry, toItem } from './client.ts';
import { PREFIXES, registryKeys } from './keys.ts';
import { meetingIdOfPrefix } from './meeting.ts';

/** The registration with this reference, as it is at this moment, or `undefined`. */
export async function getRegistration(
  store: Registry,
  typed: string,
): Promise<Registration | undefined> {
  const parsed = parseReference(typed);
  if (parsed === undefined) return undefined;
  const meetingId = await meetingIdOfPrefix(store, parsed.prefix);
  if (meetingId === undefined) return undefined;
  const { Item } = await store.client.send(
    new GetItemCommand({
      TableName: store.registry,
      Key: toItem(registryKeys.registration(meetingId, parsed.reference)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<Registration>(Item);
}

/** Everybody who ever registered for a meeting, whatever became of it, by reference. */
export async function listRegistrations(
  { client, registry }: Registry,
  meetingId: string,
): Promise<Registration[]> {
  const registrations: Registration[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: registry,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :registrations)',
        ExpressionAttributeValues: toItem({
          ':pk': registryKeys.meeting(meetingId).pk,
          ':registrations': PREFIXES.registrations,
        }),
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    registrations.push(...(page.Items ?? []).map((item) => fromItem<Registration>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return registrations;
}
