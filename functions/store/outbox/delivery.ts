import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  afterReport,
  type Deliveries,
  type Delivery,
  type DeliveryReport,
  suppressionOf,
} from '../../domain/notifications/delivery.ts';
import { DELIVERY_REPORT_MS } from '../../domain/shared/time-budgets.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { type Key, outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { StoreBusy } from '../platform/transact.ts';
import { updated } from './claim.ts';
import { KEPT_DAYS } from './outbox.ts';

export type Kept = Delivery & { readonly version: number };

/** How often more keys are asked for than it takes if the table is not busy. */
const MOST_TRIES = 10;

/** The most keys that one BatchGetItem takes. */
const BATCH = 100;

/** What is known of the delivery to an address, if there is one, as it is at this moment. */
export async function readDelivery(outbox: Outbox, address: string | undefined): Promise<Delivery> {
  return (address === undefined ? undefined : await readKept(outbox, address)) ?? {};
}

/** The item of an address, by whose version it is changed. */
export async function readKept(
  { client, outbox }: Outbox,
  address: string,
): Promise<Kept | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: outbox,
      Key: toItem(outboxKeys.delivery(address)),
      ConsistentRead: true,
    }),
  );
  return Item && fromItem<Kept>(Item);
}

/**
 * What is known of the delivery to any number of addresses, at one request a hundred of them; of each as it was a
 * moment ago, which is early enough for who only looks.
 *
 * @throws StoreBusy when the table goes on giving only parts of what it was asked for.
 */
export async function readDeliveries(
  { client, outbox }: Outbox,
  addresses: readonly (string | undefined)[],
): Promise<Deliveries> {
  const found = new Map<string, Delivery>();
  const nameOf = (key: Key) => key.pk;
  const wanted = new Map(
    addresses.flatMap((address) => {
      const key = address === undefined ? undefined : outboxKeys.delivery(address);
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
    // The table is busy: the SDK takes such an answer for a good one, so waiting is left to us.
    if (unread.length > 0) await sleep(Math.random() * 200);
    left = [...unread, ...left.slice(BATCH)];
  }
  return (address) =>
    (address === undefined ? undefined : found.get(nameOf(outboxKeys.delivery(address)))) ?? {};
}

/**
 * Writes down with an address what SES reports of a message to it.
 *
 * @returns false where that says nothing new.
 * @throws StoreBusy where others write all the time.
 */
export async function recordDelivery(
  outbox: Outbox,
  address: string,
  report: DeliveryReport,
): Promise<boolean> {
  const retry = {
    deadline: Date.now() + DELIVERY_REPORT_MS,
    busy: 'Recording a delivery took too long',
  };
  return optimisticRetry(retry, async () => {
    const kept = await readKept(outbox, address);
    const before: Delivery = kept ?? {};
    const after = afterReport(before, report);
    if (after === before) return false;
    const put = deliveryPut(outbox, address, kept, after, new Date(after.latest?.at ?? report.at));
    return (await updated(() => outbox.client.send(new PutItemCommand(put)))) ? true : CONFLICT;
  });
}

/**
 * The write of an item as it was seen. It holds no address, only its hash, and stays when a participant is erased: who
 * was not to be written to still is not. An address that is not written to stays known for good; what else is known is
 * kept as long as messages are.
 */
export function deliveryPut(
  { outbox }: Pick<Outbox, 'outbox'>,
  address: string,
  before: Kept | undefined,
  after: Delivery,
  at: Date,
) {
  const { version = 0 } = before ?? {};
  const expiresAt = Math.floor(at.getTime() / 1000) + KEPT_DAYS * 86_400;
  return {
    TableName: outbox,
    Item: toItem({
      ...outboxKeys.delivery(address),
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
