import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import type { DeliveryState } from '../store/outbox/message.ts';
import { fromItem, type Outbox, toItem } from '../store/platform/client.ts';
import { outboxKeys } from '../store/platform/keys.ts';
import { listMessageId } from './list-message.ts';

/** Where the daily lists of yesterday and today are, of a meeting's organisers: those that have been written. */
export async function recentLists(
  { client, outbox }: Outbox,
  meeting: Meeting,
  now: Date,
): Promise<DeliveryState[]> {
  const today = dayIn(meeting.timeZone, now);
  const ids = [addDays(today, -1), today].flatMap((mark) =>
    meeting.organisers.map((organiser) => listMessageId(meeting.id, mark, organiser)),
  );
  const found = await Promise.all(
    ids.map(async (id) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: outbox,
          Key: toItem(outboxKeys.message(id)),
          ProjectionExpression: '#status',
          ExpressionAttributeNames: { '#status': 'status' },
        }),
      );
      return Item && fromItem<{ status: DeliveryState }>(Item).status;
    }),
  );
  return found.filter((status) => status !== undefined);
}
