import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';

/**
 * The claim of an address at one meeting. After it is given back, the item stays for a day. Somebody who registers and
 * withdraws again and again can therefore not fill another person's inbox.
 */
type Claim = {
  readonly reference: string;
  /** Each time at which the address was claimed during the last day; ISO 8601. */
  readonly claimedAt: readonly string[];
  /** When the address was given back; missing while it is held. */
  readonly freedAt?: string | undefined;
};

/** How often one address can be claimed at one meeting in a day. */
const CLAIMS_A_DAY = 3;
const DAY_MS = 86_400_000;

/** The state of an address: held by a registration, in its cooldown, or free. */
export type AddressState =
  | { readonly state: 'held'; readonly reference: string }
  /** When it can be claimed again. */
  | { readonly state: 'resting'; readonly again: Date }
  | FreeAddress;

/** An address that can be claimed. `before`: its former claim of the last day. */
export type FreeAddress = { readonly state: 'free'; readonly before?: Claim | undefined };

/** Reads the state of an address at a meeting, consistently. */
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

/** Builds the write that claims an address, on the condition that the claim has not changed. */
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

/** Builds the write that gives an address back, on the condition that this registration holds it. */
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
 * Builds the write that forgets who had an address. The address can then be claimed again. If it may have been claimed
 * within the last day, its hash and the times stay until the day has passed, without the reference. Otherwise somebody
 * who registers and erases again and again could fill another person's inbox.
 *
 * @param times `since`: the last instant at which the address can have been claimed.
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

/** Replaces the reference of an erased registration. */
const NOBODY = '-';

function recentClaims({ claimedAt }: Claim, now: Date): readonly string[] {
  return claimedAt.filter((at) => Date.parse(at) > now.getTime() - DAY_MS);
}
