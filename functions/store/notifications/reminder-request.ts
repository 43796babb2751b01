import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';

/** How often reminders can be requested: once an hour. */
const ONCE_IN_MS = 3_600_000;

/** When reminders were last requested. */
type Asked = { readonly askedAt: string };

/**
 * Finds out when the reminders that are requested at `now` were first requested: now, or within the last hour. A second
 * request within the hour continues the first one. So nobody gets a reminder twice, and a command that stopped early
 * can be repeated.
 *
 * @returns ISO 8601.
 */
export async function reminderRequest(
  store: Registry,
  meetingId: string,
  now: Date,
): Promise<string> {
  const key = registryKeys.reminders(meetingId, 'requested');
  try {
    await store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(key),
        UpdateExpression: 'SET askedAt = :now',
        ConditionExpression: 'attribute_not_exists(askedAt) OR askedAt <= :before',
        ExpressionAttributeValues: toItem({
          ':now': now.toISOString(),
          ':before': new Date(now.getTime() - ONCE_IN_MS).toISOString(),
        }),
      }),
    );
    return now.toISOString();
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await readItem<Asked>(store, key))?.askedAt ?? now.toISOString();
  }
}
