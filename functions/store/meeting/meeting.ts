import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isMeetingId } from '../../domain/meeting/meeting-id.ts';
import { fromItem, type Registry, toItem } from '../platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../platform/keys.ts';

/** A meeting as it is stored: without its roster, because the people on it are registrations. */
export type StoredMeeting = {
  readonly meeting: Meeting;
  /**
   * The revision that last changed the arrangements, while people are still to be notified of it: see
   * store/notifications/announce.ts.
   */
  readonly announcing?: number | undefined;
  /** The number of items of each seat counter. It never falls. */
  readonly shards: Readonly<Record<string, number>>;
  /** Rises with each change of the definition. */
  readonly revision: number;
  readonly updatedAt: string;
  /**
   * The revision whose deletion days the sensitive data has. If it differs from `revision`, they are still to be
   * rescheduled.
   */
  readonly daysFollowed?: number | undefined;
};

/** How long a function remembers a meeting, in milliseconds. After this time, a change is visible everywhere. */
const REMEMBERED_MS = 5_000;

const remembered = new Map<string, { readonly until: number; readonly found: StoredMeeting }>();

/** Reads a meeting, consistently; `undefined` if it does not exist. */
export async function getMeeting(
  { client, registry }: Registry,
  id: string,
): Promise<StoredMeeting | undefined> {
  if (!isMeetingId(id)) return undefined;
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: registry,
      Key: toItem(registryKeys.meeting(id)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<StoredMeeting>(Item);
}

/**
 * Reads a meeting from memory if it was read in the last few seconds, and otherwise as `getMeeting` does.
 * @param now milliseconds since the epoch.
 */
export async function recallMeeting(
  store: Registry,
  id: string,
  now: number,
): Promise<StoredMeeting | undefined> {
  const name = `${store.registry}/${id}`;
  const memory = remembered.get(name);
  if (memory !== undefined && memory.until > now) return memory.found;
  const found = await getMeeting(store, id);
  if (found === undefined) remembered.delete(name);
  else remembered.set(name, { until: now + REMEMBERED_MS, found });
  return found;
}

/**
 * Reads all meetings in the order of their first day. The index is eventually consistent: it may not show a meeting
 * that was applied a moment ago.
 */
export async function listMeetings({ client, registry }: Registry): Promise<StoredMeeting[]> {
  const meetings: StoredMeeting[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: registry,
        IndexName: BY_KIND.name,
        KeyConditionExpression: '#kind = :kind',
        ExpressionAttributeNames: { '#kind': BY_KIND.partition },
        ExpressionAttributeValues: toItem({ ':kind': KIND_MEETING }),
        ExclusiveStartKey: start,
      }),
    );
    meetings.push(...(page.Items ?? []).map((item) => fromItem<StoredMeeting>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return meetings;
}

const meetingOfPrefix = new Map<string, string>();

/**
 * Reads the id of the meeting whose references begin with `prefix`. A prefix always belongs to the same meeting, so it
 * is remembered for good.
 */
export async function meetingIdOfPrefix(
  { client, registry }: Registry,
  prefix: string,
): Promise<string | undefined> {
  const name = `${registry}/${prefix}`;
  const known = meetingOfPrefix.get(name);
  if (known !== undefined) return known;
  const { Item } = await client.send(
    new GetItemCommand({ TableName: registry, Key: toItem(registryKeys.prefix(prefix)) }),
  );
  if (Item === undefined) return undefined;
  const { meetingId } = fromItem<{ meetingId: string }>(Item);
  meetingOfPrefix.set(name, meetingId);
  return meetingId;
}
