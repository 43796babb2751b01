import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** Where things are kept: a client, and the names of the tables a function may use. */
export type Registry = { readonly client: DynamoDBClient; readonly registry: string };
export type Outbox = { readonly client: DynamoDBClient; readonly outbox: string };
/** What is sensitive, apart from all else: only who needs it is given this one. */
export type Vault = { readonly client: DynamoDBClient; readonly vault: string };
export type Store = Registry & Outbox;

/**
 * A client for Lambda. DynamoDB answers in milliseconds: a request that hangs is given up after a second, so
 * that retries still fit into the time an invocation has. On one machine `AWS_ENDPOINT_URL_DYNAMODB` points it to DynamoDB Local.
 */
export function dynamoClient(): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: 1_000,
      throwOnRequestTimeout: true,
    },
  });
}

/** An item or a set of values as DynamoDB takes it; what is `undefined` is left out. */
export function toItem(value: Record<string, unknown>): Record<string, AttributeValue> {
  return marshall(value, { removeUndefinedValues: true });
}

/** An item as DynamoDB gives it. The caller names the type that it wrote under this key. */
export function fromItem<T>(item: Record<string, AttributeValue>): T {
  return unmarshall(item) as T;
}
