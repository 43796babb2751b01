import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { auditWrite } from '../platform/audit.ts';
import { fromItem, type Store, toItem } from '../platform/client.ts';
import { BY_MEETING, type Key, OUTBOX_ATTACHMENTS, OUTBOX_NOTICES } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';

/** How many items one transaction deletes, of its hundred writes. */
const AT_ONCE = 90;

/** How many notices and attachment chunks were deleted. */
export type Purged = { readonly notices: number; readonly attachmentChunks: number };

/**
 * Deletes everything of a meeting from the outbox, sent or not: notices, attachments, and what recipients were last
 * notified of, which includes names and addresses. Each transaction has an audit line. Items that the index does not
 * show yet are deleted by the next run.
 *
 * @throws StoreBusy if the deadline passes.
 */
export async function purgeNotices(
  store: Store,
  meetingId: string,
  { now, deadline }: { now: Date; deadline: number },
): Promise<Purged> {
  const total = { notices: 0, attachmentChunks: 0 };
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await store.client.send(
      new QueryCommand({
        TableName: store.outbox,
        IndexName: BY_MEETING.name,
        KeyConditionExpression: '#meeting = :meeting',
        ExpressionAttributeNames: { '#meeting': BY_MEETING.partition },
        ExpressionAttributeValues: toItem({ ':meeting': meetingId }),
        Limit: AT_ONCE,
        ExclusiveStartKey: start,
      }),
    );
    const keys = (page.Items ?? []).map((item) => fromItem<Key>(item));
    start = page.LastEvaluatedKey;
    if (keys.length === 0) continue;
    const notices = keys.filter(({ sk }) => sk.startsWith(OUTBOX_NOTICES)).length;
    const attachmentChunks = keys.filter(({ sk }) => sk.startsWith(OUTBOX_ATTACHMENTS)).length;
    const detail = `notices ${notices}, attachmentChunks ${attachmentChunks}`;
    const line = { action: 'retention-applied', actor: 'service', detail } as const;
    await transact(
      store.client,
      [
        ...keys.map(({ pk, sk }) => ({
          Delete: { TableName: store.outbox, Key: toItem({ pk, sk }) },
        })),
        auditWrite(store, meetingId, line, now),
      ],
      deadline,
    );
    total.notices += notices;
    total.attachmentChunks += attachmentChunks;
  } while (start !== undefined);
  return total;
}
