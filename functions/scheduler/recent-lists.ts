import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { NoticeState } from '../domain/notifications/notice.ts';
import { recipientKey } from '../domain/notifications/recipient.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { fromItem, type Outbox, toItem } from '../store/platform/client.ts';
import { outboxKeys } from '../store/platform/keys.ts';
import { listNotice } from './list-message.ts';

/** Reads the states of the daily lists of yesterday and today that were written, for all organisers of a meeting. */
export async function recentLists(
  { client, outbox }: Outbox,
  meeting: Meeting,
  now: Date,
): Promise<NoticeState[]> {
  const today = dayIn(meeting.timeZone, now);
  const notices = [addDays(today, -1), today].flatMap((mark) =>
    meeting.organisers.map((organiser) => listNotice(meeting.id, mark, organiser)),
  );
  const found = await Promise.all(
    notices.map(async ({ recipient, name }) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: outbox,
          Key: toItem(outboxKeys.notice(recipientKey(recipient), name)),
          ProjectionExpression: '#status',
          ExpressionAttributeNames: { '#status': 'status' },
        }),
      );
      return Item && fromItem<{ status: NoticeState }>(Item).status;
    }),
  );
  return found.filter((status) => status !== undefined);
}
