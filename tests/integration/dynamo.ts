import {
  BatchWriteItemCommand,
  DeleteTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { expect, inject } from 'vitest';
import type { Registration } from '../../functions/domain/registration/registration.ts';
import { type Store, toItem, type Vault } from '../../functions/store/platform/client.ts';
import { registryKeys } from '../../functions/store/platform/keys.ts';
import { createTables } from '../support/tables.ts';

/** A client for the DynamoDB Local of this run: see global-setup.ts. */
export function dynamo(): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: inject('dynamoEndpoint'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

/** The tables that the test files of this process have made and not deleted yet. */
const made: (Store & Vault)[] = [];

/** All tables, empty and of this caller alone, with the keys and indexes that store/platform/keys.ts says. */
export async function freshTables(): Promise<Store & Vault> {
  const store = await createTables(dynamo());
  made.push(store);
  return store;
}

/** Deletes the tables of a test file: with 2,000 tables, DynamoDB Local needs five times as long to make another. */
export async function deleteTables(): Promise<void> {
  // Not the client of the test, which may have middleware that makes every request fail.
  const client = dynamo();
  for (const { registry, outbox, vault } of made.splice(0))
    for (const TableName of [registry, outbox, vault])
      await client.send(new DeleteTableCommand({ TableName }));
}

/** Puts registrations into the table as they are, without what else would be written along. */
export async function putRegistrations(
  { client, registry }: Store,
  people: readonly Registration[],
): Promise<void> {
  for (let start = 0; start < people.length; start += 25) {
    const items = people.slice(start, start + 25).map((one) => ({
      PutRequest: {
        Item: toItem({ ...registryKeys.registration(one.meetingId, one.reference), ...one }),
      },
    }));
    const command = new BatchWriteItemCommand({ RequestItems: { [registry]: items } });
    const { UnprocessedItems } = await client.send(command);
    expect(UnprocessedItems).toEqual({});
  }
}
