import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Arrangements } from '../domain/meeting/arrangements.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { fromItem, type Registry, toItem } from '../store/platform/client.ts';
import { type Key, registryKeys } from '../store/platform/keys.ts';
import { REGISTRY_ATTRIBUTES } from './registry-attributes.ts';

/** A registration, as far as a message may say it. */
export const readRegistration = (registry: Registry, meetingId: string, reference: string) =>
  read<Registration>(
    registry,
    registryKeys.registration(meetingId, reference),
    REGISTRY_ATTRIBUTES.registration,
  );

/** A delegation and its focal point, as far as a message may say it. */
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

/** The arrangements of a meeting at a former calendar revision. */
export async function readArrangements(
  registry: Registry,
  meetingId: string,
  calendarRevision: number,
): Promise<Arrangements | undefined> {
  const key = registryKeys.arrangements(meetingId, calendarRevision);
  const attributes = REGISTRY_ATTRIBUTES.arrangements;
  return (await read<{ arrangements: Arrangements }>(registry, key, attributes))?.arrangements;
}

/** When somebody of a delegation registered after its focal point was reminded that nobody had. */
export async function readPresence(
  registry: Registry,
  meetingId: string,
  delegationId: string,
): Promise<string | undefined> {
  const key = registryKeys.presence(meetingId, delegationId);
  return (await read<{ since: string }>(registry, key, REGISTRY_ATTRIBUTES.presence))?.since;
}

/**
 * The secret of the stage, for links that end reminders.
 *
 * @throws where it has not been made: the scheduler makes it before it writes the first reminder.
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

/** The named attributes of one item as it is at this moment: the notifier may read no others, and cannot query. */
async function read<T>(
  { client, registry }: Registry,
  key: Key,
  attributes: readonly string[],
): Promise<T | undefined> {
  // By numbered names: many of ours are words that DynamoDB keeps for itself.
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
