import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  afterReport,
  type Deliveries,
  type Delivery,
  type DeliveryReport,
  suppressionOf,
} from '../../domain/notifications/delivery.ts';
import { addressHash } from '../../domain/shared/email.ts';
import { DELIVERY_REPORT_MS } from '../../domain/shared/time-budgets.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { type Key, outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { StoreBusy } from '../platform/transact.ts';
import { KEPT_DAYS } from './notice.ts';

export type Kept = Delivery & { readonly version: number };

/** How many more requests to make than are necessary if the table is not busy. */
const MOST_TRIES = 10;

/** The most keys that one BatchGetItem accepts. */
const BATCH = 100;

/** Reads the delivery state of an address, consistently. Without an address, it is empty. */
export async function readDelivery(outbox: Outbox, address: string | undefined): Promise<Delivery> {
  return (address === undefined ? undefined : await readKept(outbox, addressHash(address))) ?? {};
}

/** Reads the item of an address, by the hash of the address. Its version guards every change. */
export async function readKept(
  { client, outbox }: Outbox,
  hash: string,
): Promise<Kept | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.delivery(hash)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<Kept>(Item);
}

/**
 * Reads the delivery states of many addresses, a hundred with each request. The reads are eventually consistent, which
 * is enough for display.
 *
 * @throws StoreBusy if the table keeps leaving keys unprocessed.
 */
export async function readDeliveries(
  { client, outbox }: Outbox,
  addresses: readonly (string | undefined)[],
): Promise<Deliveries> {
  const found = new Map<string, Delivery>();
  const nameOf = (key: Key) => key.pk;
  const wanted = new Map(
    addresses.flatMap((address) => {
      const key = address === undefined ? undefined : outboxKeys.delivery(addressHash(address));
      return key === undefined ? [] : [[nameOf(key), key] as const];
    }),
  );
  let left = [...wanted.values()].map((key) => toItem(key));
  for (let tries = wanted.size / BATCH + MOST_TRIES; left.length > 0; tries -= 1) {
    if (tries < 0) throw new StoreBusy('Reading deliveries took too long');
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [outbox]: { Keys: left.slice(0, BATCH) } } }),
    );
    for (const item of Responses?.[outbox] ?? [])
      found.set(nameOf(fromItem<Key>(item)), fromItem<Kept>(item));
    const unread = UnprocessedKeys?.[outbox]?.Keys ?? [];
    // The table is busy. The SDK does not retry unprocessed keys, so this loop waits.
    if (unread.length > 0) await sleep(Math.random() * 200);
    left = [...unread, ...left.slice(BATCH)];
  }
  return (address) =>
    (address === undefined
      ? undefined
      : found.get(nameOf(outboxKeys.delivery(addressHash(address))))) ?? {};
}

/**
 * Records with an address what SES reports about a message to it.
 *
 * @param hash of the address.
 * @returns false if the report changes nothing.
 * @throws StoreBusy if other writers keep changing the item.
 */
export async function recordDelivery(
  outbox: Outbox,
  hash: string,
  report: DeliveryReport,
): Promise<boolean> {
  const retry = {
    deadline: Date.now() + DELIVERY_REPORT_MS,
    busy: 'Recording a delivery took too long',
  };
  return optimisticRetry(retry, async () => {
    const kept = await readKept(outbox, hash);
    const before: Delivery = kept ?? {};
    const after = afterReport(before, report);
    if (after === before) return false;
    const put = deliveryPut(outbox, hash, kept, after, new Date(after.latest?.at ?? report.at));
    return (await updated(() => outbox.client.send(new PutItemCommand(put)))) ? true : CONFLICT;
  });
}

/**
 * Builds the write of the delivery state of an address, on the condition that it has not changed. The item contains the
 * hash and not the address. It stays when a participant is erased, so that a suppressed address stays suppressed. A
 * suppressed address is kept for good; another state is kept as long as notices are.
 */
export function deliveryPut(
  { outbox }: Pick<Outbox, 'outbox'>,
  hash: string,
  before: Kept | undefined,
  after: Delivery,
  at: Date,
) {
  const { version = 0 } = before ?? {};
  const expiresAt = Math.floor(at.getTime() / 1000) + KEPT_DAYS * 86_400;
  return {
    TableName: outbox,
    Item: toItem({
      ...outboxKeys.delivery(hash),
      ...after,
      version: version + 1,
      ...(suppressionOf(after) === undefined && { expiresAt }),
    }),
    ...(before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: toItem({ ':seen': version }),
        }),
  };
}
