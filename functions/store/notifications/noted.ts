import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../../domain/registration/registration.ts';
import type { NewMessage } from '../outbox/message.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { isNews } from './standing.ts';

/** What is kept with a registration of the messages about it: by which they are found, shown and erased. */
export function heldOf(
  { messageIds = [] }: Pick<Registration, 'messageIds'>,
  messages: readonly NewMessage[],
): Pick<Registration, 'messageIds' | 'news' | 'told'> {
  const news = messages.find(isNews);
  return {
    messageIds: [...messageIds, ...messages.map(({ id }) => id)],
    ...(news && { news: news.id, told: news.meeting.edition ?? 1 }),
  };
}

/** The condition that a registration is as it was seen, and that no message was added meanwhile, which counts no version. */
export function asSeen({ version, messageIds }: Pick<Registration, 'version' | 'messageIds'>) {
  return {
    condition: `#version = :version AND ${messageIds === undefined ? 'attribute_not_exists(messageIds)' : 'size(messageIds) = :count'}`,
    names: { '#version': 'version' },
    values: { ':version': version, ':count': messageIds?.length },
  };
}

/**
 * The write that notes messages with a registration which does not move by them: provided that it is as it was seen.
 *
 * @param also what else is noted with them.
 */
export function notedWrite(
  { registry }: Pick<Registry, 'registry'>,
  seen: Registration,
  messages: readonly NewMessage[],
  also: Partial<Pick<Registration, 'told' | 'lastMessageAt' | 'said'>> = {},
): TransactWriteItem {
  const { condition, names, values } = asSeen(seen);
  const noted = Object.entries({ ...heldOf(seen, messages), ...also }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.registration(seen.meetingId, seen.reference)),
      UpdateExpression: `SET ${noted.map(([name]) => `${name} = :${name}`).join(', ')}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: toItem({
        ...values,
        ...Object.fromEntries(noted.map(([name, value]) => [`:${name}`, value])),
      }),
    },
  };
}
