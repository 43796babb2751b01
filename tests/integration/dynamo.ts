import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import type { Store, Vault } from '../../functions/store/client.ts';
import { createTables } from '../support/tables.ts';

/** A client for the DynamoDB Local of this run: see global-setup.ts. */
export function dynamo(): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: inject('dynamoEndpoint'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

/** All tables, empty and of this caller alone, with the keys and indexes that store/keys.ts says. */
export const freshTables = (): Promise<Store & Vault> => createTables(dynamo());
