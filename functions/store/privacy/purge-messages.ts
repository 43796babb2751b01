import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { auditWrite } from '../platform/audit.ts';
import { fromItem, type Store, toItem } from '../platform/client.ts';
import { BY_MEETING, type Key, OUTBOX_MESSAGE, OUTBOX_PARTS } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';

/** How many items go in one transaction, of a hundred, beside the audit line. */
const AT_ONCE = 90;

/** How many messages were deleted, and how many parts of the lists attached to them. */
export type PurgedMessages = { readonly messages: number; readonly attachmentParts: number };

/**
 * Deletes everything that the outbox still has of a meeting, sent or not, to whomever: each message holds an address,
 * a name or a private link, and each list those of everybody; and what stands beside them. Each transaction says in the audit log what it deletes.
 * What the index does not show yet is deleted the next time.
 *
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function purgeMessages(
  store: Store,
  meetingId: string,
  { now, deadline }: { now: Date; deadline: number },
): Promise<PurgedMessages> {
  const total = { messages: 0, attachmentParts: 0 };
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
    const messages = keys.filter(({ sk }) => sk === OUTBOX_MESSAGE).length;
    const attachmentParts = keys.filter(({ sk }) => sk.startsWith(OUTBOX_PARTS)).length;
    const detail = `messages ${messages}, attachmentParts ${attachmentParts}`;
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
    total.messages += messages;
    total.attachmentParts += attachmentParts;
  } while (start !== undefined);
  return total;
}
