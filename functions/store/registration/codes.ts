import { randomBytes } from 'node:crypto';
import {
  PutItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Code, codeFrom, parseCode } from '../../domain/registration/codes.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { type Key, PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll, readItem } from '../platform/read.ts';

/** A code as it is stored: its hash, and its last characters, by which organisers recognise it. */
export type StoredCode = Key & Code & { readonly hint: string; readonly createdAt: string };

/** Makes a code and returns it. Only its hash is stored. */
export async function createCode(
  { client, registry }: Registry,
  meetingId: string,
  code: Omit<Code, 'used' | 'revokedAt'>,
  now: Date,
): Promise<string> {
  const text = codeFrom(randomBytes(12));
  const item: StoredCode = {
    ...registryKeys.code(meetingId, text),
    ...code,
    used: 0,
    hint: text.slice(-4),
    createdAt: now.toISOString(),
  };
  await client.send(new PutItemCommand({ TableName: registry, Item: toItem(item) }));
  return text;
}

/** Reads the code that a person typed; `undefined` if it does not exist. */
export async function readCode(
  store: Registry,
  meetingId: string,
  typed: string,
): Promise<StoredCode | undefined> {
  const text = parseCode(typed);
  return text === undefined
    ? undefined
    : readItem<StoredCode>(store, registryKeys.code(meetingId, text));
}

/** Reads all codes of a meeting. */
export function listCodes(store: Registry, meetingId: string): Promise<StoredCode[]> {
  return readAll<StoredCode>(store, registryKeys.meeting(meetingId).pk, PREFIXES.codes);
}

/** Revokes a code. Registrations that have used it stay. */
export async function revokeCode(
  { client, registry }: Registry,
  { pk, sk }: StoredCode,
  now: Date,
): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName: registry,
      Key: toItem({ pk, sk }),
      UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :now)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toItem({ ':now': now.toISOString() }),
    }),
  );
}

/** Builds the write that counts one use of a code, on the condition that the code is not revoked and has a use left. */
export function useCode(
  { registry }: Pick<Registry, 'registry'>,
  { pk, sk }: StoredCode,
): TransactWriteItem {
  return {
    Update: {
      TableName: registry,
      Key: toItem({ pk, sk }),
      UpdateExpression: 'SET used = used + :one',
      ConditionExpression:
        'attribute_not_exists(revokedAt) AND (attribute_not_exists(uses) OR used < uses)',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    },
  };
}
