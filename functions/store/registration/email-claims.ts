import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';

/**
 * Who has an address at a meeting, and when it was taken of late. Once given back the item stays for a day, so
 * that registering and withdrawing in turns does not fill the inbox of somebody else.
 */
type Claim = {
  readonly reference: string;
  /** When it was taken, each time of the last day. */
  readonly claimedAt: readonly string[];
  /** When its holder withdrew; missing while it is held. */
  readonly freedAt?: string | undefined;
};

/** How often one address can be taken at one meeting in this time. */
export const CLAIMS_A_DAY = 3;
const DAY_MS = 86_400_000;

/** Whether an address can be taken: somebody holds it, it was taken too often of late, or it is free. */
export type AddressState =
  | { readonly state: 'held'; readonly reference: string }
  /** `again`: from when on it can be taken. */
  | { readonly state: 'resting'; readonly again: Date }
  | FreeAddress;

/** An address that can be taken. `before`: who had it earlier today, and how often it was taken. */
export type FreeAddress = { readonly state: 'free'; readonly before?: Claim | undefined };

/** What has become of an address at a meeting, as of this moment. */
export async function addressState(
  store: Registry,
  meetingId: string,
  address: string,
  now: Date,
): Promise<AddressState> {
  const before = await readItem<Claim>(store, registryKeys.email(meetingId, address));
  if (before === undefined) return { state: 'free' };
  if (before.freedAt === undefined) return { state: 'held', reference: before.reference };
  const recent = recentClaims(before, now);
  const [first] = recent;
  if (first === undefined || recent.length < CLAIMS_A_DAY) return { state: 'free', before };
  return { state: 'resting', again: new Date(Date.parse(first) + DAY_MS) };
}

/** The write that takes an address, provided that it is as it was seen. */
export function claimAddress(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  address: string,
  { reference, before, now }: { reference: string; before?: Claim | undefined; now: Date },
): TransactWriteItem {
  const claimedAt = [...(before ? recentClaims(before, now) : []), now.toISOString()];
  const claim: Claim = { reference, claimedAt };
  return {
    Put: {
      TableName: registry,
      Item: toItem({ ...registryKeys.email(meetingId, address), ...claim }),
      ConditionExpression: before
        ? '#reference = :before AND freedAt = :freedAt'
        : 'attribute_not_exists(pk)',
      ...(before && {
        ExpressionAttributeNames: { '#reference': 'reference' },
        ExpressionAttributeValues: toItem({
          ':before': before.reference,
          ':freedAt': before.freedAt,
        }),
      }),
    },
  };
}

/** The write that gives an address back, provided that it is this registration's. */
export function freeAddress(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  address: string,
  { reference, now }: { reference: string; now: Date },
): { readonly Update: NonNullable<TransactWriteItem['Update']> } {
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.email(meetingId, address)),
      UpdateExpression: 'SET freedAt = :now, expiresAt = :expiry',
      ConditionExpression: '#reference = :reference AND attribute_not_exists(freedAt)',
      ExpressionAttributeNames: { '#reference': 'reference' },
      ExpressionAttributeValues: toItem({
        ':reference': reference,
        ':now': now.toISOString(),
        ':expiry': Math.ceil((now.getTime() + DAY_MS) / 1000),
      }),
    },
  };
}

/**
 * The write that forgets who had an address, which can then be taken anew. Where it may have been taken within the
 * day, the hash and the times stay for what is left of the day, without the reference: otherwise whoever registers
 * and erases in turns could fill the inbox of somebody else.
 *
 * @param since the last instant at which the address can have been taken.
 */
export function forgetAddress(
  store: Pick<Registry, 'registry'>,
  meetingId: string,
  address: string,
  { reference, since, now }: { reference: string; since: string; now: Date },
): TransactWriteItem {
  const free = freeAddress(store, meetingId, address, { reference, now });
  const { Update } = free;
  if (Date.parse(since) > now.getTime() - DAY_MS)
    return {
      Update: {
        ...Update,
        UpdateExpression: `${Update.UpdateExpression}, #reference = :nobody`,
        ExpressionAttributeValues: {
          ...Update.ExpressionAttributeValues,
          ...toItem({ ':nobody': NOBODY }),
        },
      },
    };
  const { TableName, Key, ConditionExpression, ExpressionAttributeNames } = Update;
  return {
    Delete: {
      TableName,
      Key,
      ConditionExpression,
      ExpressionAttributeNames,
      ExpressionAttributeValues: toItem({ ':reference': reference }),
    },
  };
}

/** What stands in place of the reference of somebody who is forgotten. */
const NOBODY = '-';

function recentClaims({ claimedAt }: Claim, now: Date): readonly string[] {
  return claimedAt.filter((at) => Date.parse(at) > now.getTime() - DAY_MS);
}
