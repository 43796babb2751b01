import {
  type AttributeValue,
  GetItemCommand,
  QueryCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { deletedAt, type Sensitive, type SensitivePart, together } from '../domain/apart.ts';
import type { Answers } from '../domain/question.ts';
import { fromItem, toItem, type Vault } from './client.ts';
import { vaultKeys } from './keys.ts';

/** A part as it is kept. DynamoDB deletes it some time after `expiresAt`; from then on nobody reads it. */
type KeptPart = SensitivePart & { readonly reference: string; readonly expiresAt: number };

/** Whose parts they are: the registration remembers until which days it has some. */
export type Owner = {
  readonly meetingId: string;
  readonly reference: string;
  readonly keptApart?: readonly string[] | undefined;
};

/**
 * The writes that make `parts` what is kept apart for a registration, for the transaction that writes it. The
 * registration must then say so: `keptApart` is the `keptUntil` of each.
 *
 * @param before what was kept apart until now, so that days which are no longer needed are deleted.
 */
export function vaultWrites(
  { vault }: Pick<Vault, 'vault'>,
  { meetingId, reference }: Owner,
  parts: readonly SensitivePart[],
  before: readonly string[] = [],
): TransactWriteItem[] {
  const days = new Set(parts.map(({ keptUntil }) => keptUntil));
  return [
    ...parts.map((part) => {
      const kept: KeptPart = { ...part, reference, expiresAt: deletedAt(part) };
      const key = vaultKeys.part(meetingId, reference, part.keptUntil);
      return { Put: { TableName: vault, Item: toItem({ ...key, ...kept }) } };
    }),
    ...before
      .filter((day) => !days.has(day))
      .map((day) => ({
        Delete: { TableName: vault, Key: toItem(vaultKeys.part(meetingId, reference, day)) },
      })),
  ];
}

/** What is kept apart for a registration, as far as its time is not over, by the day until which it is kept. */
export async function readApart(
  { client, vault }: Vault,
  { meetingId, reference, keptApart = [] }: Owner,
  now: Date,
): Promise<readonly SensitivePart[]> {
  const items = await Promise.all(
    keptApart.map(async (day) => {
      const key = vaultKeys.part(meetingId, reference, day);
      const { Item } = await client.send(
        new GetItemCommand({ TableName: vault, Key: toItem(key), ConsistentRead: true }),
      );
      return Item;
    }),
  );
  return partsOf(items, now).map(({ keptUntil, dietary, accessibility, answers }) => ({
    keptUntil,
    dietary,
    accessibility,
    answers,
  }));
}

/** The same put together. */
export async function readVault(vault: Vault, owner: Owner, now: Date): Promise<Sensitive> {
  return together(await readApart(vault, owner, now));
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
