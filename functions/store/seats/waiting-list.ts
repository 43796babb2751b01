import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../../domain/registration/registration.ts';
import type { Seated } from '../../domain/seats/seats.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { type Key, PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';

/** One person on the waiting list. `since`: ISO 8601. */
export type WaitingListEntry = Seated & { readonly since: string };
/** A seat that is kept for a person. `until`: ISO 8601. */
export type Offer = { readonly reference: string; readonly until: string };

/** Reads the waiting list of a meeting, in order. */
export function readWaitingList(store: Registry, meetingId: string): Promise<WaitingListEntry[]> {
  return readAll<WaitingListEntry>(store, registryKeys.meeting(meetingId).pk, PREFIXES.waitingList);
}

/** Reads the open offers of a meeting, in the order in which they end. */
export function readOffers(store: Registry, meetingId: string): Promise<Offer[]> {
  return readAll<Offer>(store, registryKeys.meeting(meetingId).pk, PREFIXES.offers);
}

/** Builds the writes that change the waiting list and the offers together with a registration. */
export function waitingListWrites(
  { registry }: Pick<Registry, 'registry'>,
  before: Registration | undefined,
  after: Registration | undefined,
): TransactWriteItem[] {
  const [old, fresh] = [itemOf(before), itemOf(after)];
  const stays = old?.key.sk === fresh?.key.sk;
  if (stays && JSON.stringify(old?.item) === JSON.stringify(fresh?.item)) return [];
  return [
    ...(old && !stays ? [{ Delete: { TableName: registry, Key: toItem(old.key) } }] : []),
    ...(fresh
      ? [{ Put: { TableName: registry, Item: toItem({ ...fresh.key, ...fresh.item }) } }]
      : []),
  ];
}

function itemOf(
  one: Registration | undefined,
): { key: Key; item: WaitingListEntry | Offer } | undefined {
  if (one === undefined) return undefined;
  const { meetingId, reference, status, waitingSince, offeredUntil } = one;
  if (status === 'waitlisted' && waitingSince !== undefined) {
    const { category, representation, state, organisation } = one;
    return {
      key: registryKeys.waitingListEntry(meetingId, waitingSince, reference),
      item: { reference, category, representation, state, organisation, since: waitingSince },
    };
  }
  if (status === 'offered' && offeredUntil !== undefined)
    return {
      key: registryKeys.offer(meetingId, offeredUntil, reference),
      item: { reference, until: offeredUntil },
    };
  return undefined;
}
