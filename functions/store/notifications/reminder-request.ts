import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';

/** Reminders are sent on request once in this time. */
const ONCE_IN_MS = 3_600_000;

/** When reminders were last asked for. */
type Asked = { readonly askedAt: string };

/**
 * When the reminders that are asked for at `now` were first asked for: now, or within the hour before. Who asks again
 * within the hour goes on with the same ones, so that nobody gets them twice and a command that was cut short can be
 * given again.
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
