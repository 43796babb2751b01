import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Arrangements } from '../domain/meeting/arrangements.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { fromItem, type Registry, toItem } from '../store/platform/client.ts';
import { type Key, registryKeys } from '../store/platform/keys.ts';
import { REGISTRY_ATTRIBUTES } from './registry-attributes.ts';

/** Reads the attributes of a registration that a message may contain; `undefined` if it does not exist. */
export const readRegistration = (registry: Registry, meetingId: string, reference: string) =>
  read<Registration>(
    registry,
    registryKeys.registration(meetingId, reference),
    REGISTRY_ATTRIBUTES.registration,
  );

/**
 * Reads the attributes of a delegation and its focal point that a message may contain; `undefined` if it does not
 * exist.
 */
export const readDelegation = (registry: Registry, meetingId: string, id: string) =>
  read<Delegation>(
    registry,
    registryKeys.delegation(meetingId, id),
    REGISTRY_ATTRIBUTES.delegation,
  );

export async function readMeeting(registry: Registry, id: string): Promise<Meeting | undefined> {
  const attributes = REGISTRY_ATTRIBUTES.meeting;
  return (await read<{ meeting: Meeting }>(registry, registryKeys.meeting(id), attributes))
    ?.meeting;
}

/** Reads the arrangements of a meeting at a former calendar revision. */
export async function readArrangements(
  registry: Registry,
  meetingId: string,
  calendarRevision: number,
): Promise<Arrangements | undefined> {
  const key = registryKeys.arrangements(meetingId, calendarRevision);
  const attributes = REGISTRY_ATTRIBUTES.arrangements;
  return (await read<{ arrangements: Arrangements }>(registry, key, attributes))?.arrangements;
}

/** Reads when somebody of a delegation registered after its focal point was reminded that nobody had; ISO 8601. */
export async function readPresence(
  registry: Registry,
  meetingId: string,
  delegationId: string,
): Promise<string | undefined> {
  const key = registryKeys.presence(meetingId, delegationId);
  return (await read<{ since: string }>(registry, key, REGISTRY_ATTRIBUTES.presence))?.since;
}

/**
 * Reads the secret of the stage, for unsubscribe links.
 *
 * @throws Error if it does not exist. The scheduler makes it before it writes the first reminder.
 */
export async function readStageSecret(registry: Registry): Promise<string> {
  const found = await read<{ secret: string }>(
    registry,
    registryKeys.secret(),
    REGISTRY_ATTRIBUTES.secret,
  );
  if (found === undefined) throw new Error('The stage has no secret yet');
  return found.secret;
}

/** Reads named attributes of one item, consistently. The notifier has no permission for other attributes or for queries. */
async function read<T>(
  { client, registry }: Registry,
  key: Key,
  attributes: readonly string[],
): Promise<T | undefined> {
  // Numbered placeholders, because many of our attribute names are reserved words of DynamoDB.
  const names = attributes.map((name, at): [string, string] => [`#a${at}`, name]);
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: registry,
      Key: toItem(key),
      ProjectionExpression: names.map(([name]) => name).join(', '),
      ExpressionAttributeNames: Object.fromEntries(names),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<T>(Item);
}
