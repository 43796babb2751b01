import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Arrangements } from '../../domain/meeting/arrangements.ts';
import type { ToldChange } from '../../domain/notifications/notifiable-changes.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { DeliveryState, OutboxMessage } from '../outbox/message.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { saysMeeting, saysStanding } from './standing.ts';

/**
 * How far a message has got, for whoever has more to say. `waiting`: it can be taken back. `on-its-way`: nobody knows.
 * `unread`: it has reached nobody, and never will.
 */
export type Progress = 'waiting' | 'on-its-way' | 'sent' | 'unread';

const PROGRESS: Readonly<Record<DeliveryState, Progress>> = {
  queued: 'waiting',
  retrying: 'waiting',
  sending: 'on-its-way',
  sent: 'sent',
  delivered: 'sent',
  complained: 'sent',
  bounced: 'unread',
  superseded: 'unread',
  suppressed: 'unread',
  failed: 'unread',
};

/** A message that was written earlier, and how far it has got at this moment. */
export type Earlier = { readonly message: OutboxMessage; readonly progress: Progress };

/** Looks how far a message has got; nothing where there was none, or it is kept no more. */
export async function lookAt(
  { client, outbox }: Outbox,
  id: string | undefined,
): Promise<Earlier | undefined> {
  if (id === undefined) return undefined;
  const Key = toItem(outboxKeys.message(id));
  const { Item } = await client.send(
    new GetItemCommand({ TableName: outbox, Key, ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const message = fromItem<OutboxMessage>(Item);
  return { message, progress: PROGRESS[message.status] };
}

/** The same of several, in their order. */
export async function lookAtAll(
  outbox: Outbox,
  ids: readonly (string | undefined)[] = [],
): Promise<Earlier[]> {
  const found = await Promise.all(ids.map((id) => lookAt(outbox, id)));
  return found.filter((one) => one !== undefined);
}

export const isWaiting = ({ progress }: Earlier): boolean => progress === 'waiting';
/** Whether a message may yet be sent: it waits, or has failed, from where it can be put back. */
export const mayBeSent = (one: Earlier): boolean =>
  isWaiting(one) || one.message.status === 'failed';
export const isOnItsWay = ({ progress }: Earlier): boolean => progress === 'on-its-way';

/** Messages without those that say where the registration stands and that a later one has taken the place of. */
export function stillTrue(earlier: readonly Earlier[]): readonly Earlier[] {
  const versionOf = ({ message: { content } }: Earlier) =>
    'registration' in content ? content.registration.version : 0;
  const said = earlier.filter(({ message }) => saysStanding(message));
  const last = Math.max(...said.map(versionOf));
  return earlier.filter((one) => !said.includes(one) || versionOf(one) === last);
}

/** When and where a meeting is, by the last message of several that was sent and says so. */
export function lastSaid(earlier: readonly Earlier[]): Arrangements | undefined {
  const at = ({ message: { sentAt, createdAt } }: Earlier) => sentAt ?? createdAt;
  const last = earlier
    .filter(({ message, progress }) => progress === 'sent' && saysMeeting(message))
    .sort((a, b) => (at(a) < at(b) ? -1 : 1))
    .at(-1)?.message;
  if (last === undefined) return undefined;
  const link = 'registration' in last.content ? last.content.registration.link : undefined;
  return { ...last.meeting, ...(link !== undefined && { link }) };
}

/** The write that takes back a message which may yet be sent; it fails once somebody is sending it. */
export function takeBack(
  { outbox }: Pick<Outbox, 'outbox'>,
  { message }: Earlier,
): TransactWriteItem {
  return {
    Update: {
      TableName: outbox,
      Key: toItem(outboxKeys.message(message.id)),
      UpdateExpression: 'SET #status = :superseded REMOVE #lease, due, dueAt, lastError',
      ConditionExpression: '#status IN (:queued, :retrying, :failed)',
      ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease' },
      ExpressionAttributeValues: toItem({
        ':superseded': 'superseded',
        ':queued': 'queued',
        ':retrying': 'retrying',
        ':failed': 'failed',
      }),
    },
  };
}

/** The changes that a participant was written of in vain so far: the message that takes the place of that one says them. */
export function unsaidChanges(
  earlier: readonly Earlier[],
  { said }: Registration,
): readonly ToldChange[] {
  const last = said && earlier.find(({ message }) => message.id === said.messageId);
  return last === undefined || last.progress === 'sent' ? [] : (said?.changed ?? []);
}
