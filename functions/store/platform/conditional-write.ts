import { type AttributeValue, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * Makes an update with a condition.
 * @returns the attributes that the update returns, or `undefined` if its condition was not met.
 */
export async function updated(
  update: () => Promise<{ Attributes?: Record<string, AttributeValue> | undefined }>,
): Promise<Record<string, AttributeValue> | undefined> {
  try {
    return (await update()).Attributes ?? {};
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
