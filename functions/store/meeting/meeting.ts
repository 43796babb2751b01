import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isMeetingId } from '../../domain/meeting/meeting-id.ts';
import { fromItem, type Registry, toItem } from '../platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../platform/keys.ts';

/** A meeting as it is kept: without its roster, whose people are registrations. */
export type StoredMeeting = {
  readonly meeting: Meeting;
  /**
   * While people are still to be told of a change: the revision of the meeting that changed its arrangements last. See
   * store/notifications/announce.ts.
   */
  readonly announcing?: number | undefined;
  /** Into how many items each seat counter is split; never fewer than before. */
  readonly shards: Readonly<Record<string, number>>;
  /** Counts up with every change of the definition. */
  readonly revision: number;
  readonly updatedAt: string;
  /** The revision whose days what is kept apart has; another one where they have not followed yet. */
  readonly daysFollowed?: number | undefined;
};

/** How long a function may answer from memory: a change of a meeting is seen everywhere after this. */
const REMEMBERED_MS = 5_000;

const remembered = new Map<string, { readonly until: number; readonly found: StoredMeeting }>();

/** The meeting with this id, or `undefined`. */
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

/** As getMeeting, from memory where it was read in the last few seconds. */
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

/** All meetings, by their first day. Read from an index: a meeting applied a moment ago may be missing. */
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

/** The id of the meeting whose references begin with `prefix`. A prefix never changes hands: it is remembered for good. */
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
