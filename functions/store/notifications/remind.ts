import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { updated } from '../outbox/claim.ts';
import type { NewMessage } from '../outbox/message.ts';
import { messageWrite } from '../outbox/outbox.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';
import { getRegistration } from '../registration/registration.ts';
import { notedWrite } from './noted.ts';

/**
 * What became of a message: `sent` now, or by an earlier run (`had`), or not for them, since what it would say is no
 * longer so (`changed`).
 */
export type RemindOutcome = 'sent' | 'had' | 'changed';

/** When it is written, and when to give up, in milliseconds since the epoch. */
export type Reminding = { readonly now: Date; readonly deadline: number };

/** How often a registration may change under our hands. */
const TRIES = 3;

/**
 * Writes a participant a message that no move has caused, provided that the registration is what the message says of it.
 * It is kept with the registration, so that its participant can see it and have it erased.
 *
 * @param messageTo the message as of a registration; none where it is to have none.
 * @throws StoreBusy when the deadline is reached.
 */
export async function remindParticipant(
  store: Store,
  seen: Registration,
  messageTo: (registration: Registration) => Promise<NewMessage | undefined>,
  { now, deadline }: Reminding,
): Promise<RemindOutcome> {
  let registration: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES && registration !== undefined; tries++) {
    const message = await messageTo(registration);
    if (message === undefined) return 'changed';
    if (registration.messageIds?.includes(message.id)) return 'had';
    const items = [messageWrite(store, message, now), notedWrite(store, registration, [message])];
    const result = await transact(store.client, items, deadline);
    if (result.written) return 'sent';
    if (result.failed.has(0)) return 'had';
    registration = await getRegistration(store, registration.reference);
  }
  return 'changed';
}

/**
 * Notes that a focal point is about to be reminded that nobody is registered: whoever comes in from then on ends the
 * reminder, be it written yet or not. See reminder-over.ts.
 *
 * @returns the delegation as it then is; nothing where it is no longer what it was seen as.
 */
export async function noteReminder(
  store: Store,
  seen: Delegation,
  { now }: Reminding,
): Promise<Delegation | undefined> {
  const after = { ...seen, remindedAt: now.toISOString(), version: seen.version + 1 };
  const noted = await updated(() =>
    store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(registryKeys.delegation(seen.meetingId, seen.id)),
        UpdateExpression: 'SET remindedAt = :now, #version = :next',
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({
          ':version': seen.version,
          ':next': after.version,
          ':now': after.remindedAt,
        }),
      }),
    ),
  );
  return noted && after;
}

/**
 * Writes a focal point a reminder that was noted, provided that the delegation is what it was seen as: the link in the
 * message works, and reminders are wanted.
 *
 * @throws StoreBusy when the deadline is reached.
 */
export async function remindFocalPoint(
  store: Store,
  { meetingId, id, version }: Delegation,
  message: NewMessage,
  { now, deadline }: Reminding,
): Promise<RemindOutcome> {
  const unchanged: TransactWriteItem = {
    ConditionCheck: {
      TableName: store.registry,
      Key: toItem(registryKeys.delegation(meetingId, id)),
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':version': version }),
    },
  };
  const items = [messageWrite(store, message, now), unchanged];
  const result = await transact(store.client, items, deadline);
  if (result.written) return 'sent';
  return result.failed.has(0) ? 'had' : 'changed';
}
