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

/** A part as it is stored. DynamoDB deletes it some time after `expiresAt`; reads ignore it from then on. */
type KeptPart = SensitivePart & { readonly reference: string; readonly expiresAt: number };

/** The registration of the parts. It remembers which parts it has, and until when. */
export type Owner = {
  readonly meetingId: string;
  readonly reference: string;
  readonly sensitiveParts?: readonly SensitiveDataRef[] | undefined;
};

/**
 * Builds the writes that store `parts` as the sensitive data of a registration, for the transaction that writes the
 * registration. The registration must name the same parts in `sensitiveParts`.
 *
 * @param before the parts until now. Those that are no longer given are deleted.
 */
export function vaultWrites(
  { vault }: Pick<Vault, 'vault'>,
  owner: Owner,
  parts: readonly SensitivePart[],
  before: readonly SensitiveDataRef[] = [],
): TransactWriteItem[] {
  const { meetingId, reference } = owner;
  const submitted = new Set(parts.map(({ part }) => part));
  return [
    ...parts.map((part) => {
      const kept: KeptPart = { ...part, reference, expiresAt: deletedAt(part) };
      const key = vaultKeys.part(meetingId, reference, part.part);
      return { Put: { TableName: vault, Item: toItem({ ...key, ...kept }) } };
    }),
    ...before
      .filter(({ part }) => !submitted.has(part))
      .map((part) => partDeletion(vault, owner, part)),
  ];
}

/**
 * Builds the writes that reschedule the deletion days of sensitive data, for the transaction that writes the
 * registration. They read no part, and fail if a part is missing.
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

/** Reads the sensitive parts of a registration that have not expired. */
export async function readSensitiveParts(
  { client, vault }: Vault,
  { meetingId, reference, sensitiveParts = [] }: Owner,
  now: Date,
): Promise<readonly SensitivePart[]> {
  const items = await Promise.all(
    sensitiveParts.map(async ({ part }) => {
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

/** Reads the sensitive data of a registration, all parts together. */
export async function readVault(vault: Vault, owner: Owner, now: Date): Promise<Sensitive> {
  return together(await readSensitiveParts(vault, owner, now));
}

/** Reads the sensitive data of a registration, and all its answers. */
export async function readSubmitted(
  vault: Vault,
  registration: Owner & { readonly answers?: Answers | undefined },
  now: Date,
): Promise<Sensitive> {
  return submittedBy(registration, await readVault(vault, registration, now));
}

/** Adds the answers that are not sensitive to the sensitive data. */
export function submittedBy(
  registration: { readonly answers?: Answers | undefined },
  apart: Sensitive,
): Sensitive {
  const answers = { ...registration.answers, ...apart.answers };
  return { ...apart, ...(Object.keys(answers).length > 0 && { answers }) };
}

/**
 * Reads the sensitive data of everybody at a meeting, by reference. It is for a command; no function has this
 * permission.
 */
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
