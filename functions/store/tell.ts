import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../domain/registration.ts';
import { type AuditLine, auditWrite } from './audit.ts';
import { type Store, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import type { NewMessage } from './message.ts';
import { messageWrite } from './outbox.ts';
import { transact } from './transact.ts';

/**
 * Writes a message to a participant whose registration does not move by it, and notes it there, in one transaction:
 * only while the registration is still what was seen, and only if the message was never written.
 *
 * @param told the edition of the meeting that the message tells of, if it does.
 * @returns whether it was written.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function tell(
  store: Store,
  { meetingId, reference, version, lastMessageAt }: Registration,
  message: NewMessage,
  action: AuditLine['action'],
  { now, deadline, told }: { now: Date; deadline: number; told?: number | undefined },
): Promise<boolean> {
  const last =
    lastMessageAt === undefined ? 'attribute_not_exists(lastMessageAt)' : 'lastMessageAt = :last';
  const noted: TransactWriteItem = {
    Update: {
      TableName: store.registry,
      Key: toItem(registryKeys.registration(meetingId, reference)),
      // The time of the last message: a move that has read the registration before sees by it that this was written.
      UpdateExpression: `SET lastMessageAt = :now, messageIds = list_append(if_not_exists(messageIds, :none), :ids)${told === undefined ? '' : ', told = :told'}`,
      ConditionExpression: `#version = :version AND ${last}`,
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({
        ':now': now.toISOString(),
        ':version': version,
        ':last': lastMessageAt,
        ':none': [],
        ':ids': [message.id],
        ':told': told,
      }),
    },
  };
  const line = { action, actor: 'service', reference } as const;
  const writes = [
    noted,
    messageWrite(store, message, now),
    auditWrite(store, meetingId, line, now),
  ];
  return (await transact(store.client, writes, deadline)).written;
}
