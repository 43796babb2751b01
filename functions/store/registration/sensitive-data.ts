import {
  type AttributeValue,
  GetItemCommand,
  QueryCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import type { Answers } from '../../domain/meeting/question.ts';
import type { SensitiveDataRef } from '../../domain/registration/registration.ts';
import {
  deletedAt,
  type RescheduledParts,
  type Sensitive,
  type SensitivePart,
  together,
} from '../../domain/registration/sensitive-data.ts';
import { fromItem, toItem, type Vault } from '../platform/client.ts';
import { vaultKeys } from '../platform/keys.ts';

/** A part as it is kept. DynamoDB deletes it some time after `expiresAt`; from then on nobody reads it. */
type KeptPart = SensitivePart & { readonly reference: string; readonly expiresAt: number };

/** Whose parts they are: the registration remembers which it has, and until when. */
export type Owner = {
  readonly meetingId: string;
  readonly reference: string;
  readonly keptApart?: readonly SensitiveDataRef[] | undefined;
};

/**
 * The writes that make `parts` what is kept apart for a registration, for the transaction that writes it. The
 * registration must then say so, in `keptApart`.
 *
 * @param before what was kept apart until now, so that parts which are no longer told are deleted.
 */
export function vaultWrites(
  { vault }: Pick<Vault, 'vault'>,
  owner: Owner,
  parts: readonly SensitivePart[],
  before: readonly SensitiveDataRef[] = [],
): TransactWriteItem[] {
  const { meetingId, reference } = owner;
  const told = new Set(parts.map(({ part }) => part));
  return [
    ...parts.map((part) => {
      const kept: KeptPart = { ...part, reference, expiresAt: deletedAt(part) };
      const key = vaultKeys.part(meetingId, reference, part.part);
      return { Put: { TableName: vault, Item: toItem({ ...key, ...kept }) } };
    }),
    ...before.filter(({ part }) => !told.has(part)).map((part) => partDeletion(vault, owner, part)),
  ];
}

/**
 * The writes that let the days of what is kept apart follow the meeting, for the transaction that writes the
 * registration. They read nothing of it, and fail where a part is not there that should be.
 */
export function rescheduleWrites(
  { vault }: Pick<Vault, 'vault'>,
  owner: Owner,
  { moved, over }: RescheduledParts,
): TransactWriteItem[] {
  const { meetingId, reference } = owner;
  return [
    ...moved.map((part) => ({
      Update: {
        TableName: vault,
        Key: toItem(vaultKeys.part(meetingId, reference, part.part)),
        UpdateExpression: 'SET keptUntil = :day, expiresAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: toItem({ ':day': part.keptUntil, ':at': deletedAt(part) }),
      },
    })),
    ...over.map((part) => partDeletion(vault, owner, part)),
  ];
}

function partDeletion(vault: string, { meetingId, reference }: Owner, { part }: SensitiveDataRef) {
  return { Delete: { TableName: vault, Key: toItem(vaultKeys.part(meetingId, reference, part)) } };
}

/** What is kept apart for a registration, as far as its time is not over. */
export async function readSensitiveParts(
  { client, vault }: Vault,
  { meetingId, reference, keptApart = [] }: Owner,
  now: Date,
): Promise<readonly SensitivePart[]> {
  const items = await Promise.all(
    keptApart.map(async ({ part }) => {
      const key = vaultKeys.part(meetingId, reference, part);
      const { Item } = await client.send(
        new GetItemCommand({ TableName: vault, Key: toItem(key), ConsistentRead: true }),
      );
      return Item;
    }),
  );
  return partsOf(items, now).map(({ part, keptUntil, dietary, accessibility, answers }) => ({
    part,
    keptUntil,
    dietary,
    accessibility,
    answers,
  }));
}

/** The same put together. */
export async function readVault(vault: Vault, owner: Owner, now: Date): Promise<Sensitive> {
  return together(await readSensitiveParts(vault, owner, now));
}

/** All that somebody has told beside who they are: what is kept apart, and the answers that are not. */
export async function readTold(
  vault: Vault,
  registration: Owner & { readonly answers?: Answers | undefined },
  now: Date,
): Promise<Sensitive> {
  return toldBy(registration, await readVault(vault, registration, now));
}

/** What is kept apart with the answers that are not. */
export function toldBy(
  registration: { readonly answers?: Answers | undefined },
  apart: Sensitive,
): Sensitive {
  const answers = { ...registration.answers, ...apart.answers };
  return { ...apart, ...(Object.keys(answers).length > 0 && { answers }) };
}

/** What is kept apart for everybody at a meeting, by reference, for an operator: no function may read this. */
export async function listVault(
  { client, vault }: Vault,
  meetingId: string,
  now: Date,
): Promise<ReadonlyMap<string, Sensitive>> {
  const parts: KeptPart[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: vault,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': vaultKeys.meeting(meetingId) }),
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    parts.push(...partsOf(page.Items ?? [], now));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  const byReference = Map.groupBy(parts, ({ reference }) => reference);
  return new Map([...byReference].map(([reference, mine]) => [reference, together(mine)]));
}

function partsOf(
  items: readonly (Record<string, AttributeValue> | undefined)[],
  now: Date,
): KeptPart[] {
  return items
    .flatMap((item) => (item === undefined ? [] : [fromItem<KeptPart>(item)]))
    .filter(({ expiresAt }) => expiresAt > now.getTime() / 1000);
}
