import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Store, toItem } from '../../functions/store/platform/client.ts';
import { registryKeys } from '../../functions/store/platform/keys.ts';

/** Lets time pass for one registration: its last message was sent at `at`. */
export async function putLastMessage(store: Store, meetingId: string, reference: string, at: Date) {
  await store.client.send(
    new UpdateItemCommand({
      TableName: store.registry,
      Key: toItem(registryKeys.registration(meetingId, reference)),
      UpdateExpression: 'SET lastMessageAt = :at',
      ExpressionAttributeValues: toItem({ ':at': at.toISOString() }),
    }),
  );
}
