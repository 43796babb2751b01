import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** A client and the name of a table that a function may use. */
export type Registry = { readonly client: DynamoDBClient; readonly registry: string };
export type Outbox = { readonly client: DynamoDBClient; readonly outbox: string };
/** The table of sensitive data. Only functions that need it get it. */
export type Vault = { readonly client: DynamoDBClient; readonly vault: string };
export type Store = Registry & Outbox;

/**
 * Creates a client for Lambda. DynamoDB answers in milliseconds. A request without an answer is cancelled after one
 * second, so that retries fit into the time of an invocation. On one machine, `AWS_ENDPOINT_URL_DYNAMODB` points it to
 * DynamoDB Local.
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

/** Converts an item or a set of values for DynamoDB. It leaves out what is `undefined`. */
export function toItem(value: Record<string, unknown>): Record<string, AttributeValue> {
  return marshall(value, { removeUndefinedValues: true });
}

/** Converts an item of DynamoDB. The caller names the type that it wrote under this key. */
export function fromItem<T>(item: Record<string, AttributeValue>): T {
  return unmarshall(item) as T;
}
