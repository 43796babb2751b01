import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { NoticeEvent } from '../../domain/notifications/notice.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { enqueue, noticeWrite } from '../outbox/notice.ts';
import { type Store, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { registryKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';

/**
 * The outcome of a notice: `queued` now, `existing` from an earlier run, or not written because the delegation has
 * `changed`.
 */
export type RemindOutcome = 'queued' | 'existing' | 'changed';

/** When the notice is written, and when to give up, in milliseconds since the epoch. */
export type Reminding = { readonly now: Date; readonly deadline: number };

/**
 * Writes the notice of a reminder, or of thanks, to a participant.
 * @param mark identifies it among all notices of this participant.
 */
export async function remindParticipant(
  store: Store,
  { meetingId, reference }: Registration,
  mark: string,
  event: Extract<NoticeEvent, { kind: 'meeting-reminder' | 'thank-you' }>,
  now: Date,
): Promise<RemindOutcome> {
  const recipient = { kind: 'participant', reference } as const;
  return (await enqueue(store, { recipient, name: mark, meetingId, event }, now))
    ? 'queued'
    : 'existing';
}

/**
 * Records that a focal point is about to be reminded that nobody is registered. The registration of a person of the
 * delegation then cancels the reminder: see store/registration/notices.ts.
 *
 * @returns the delegation after the change; `undefined` if it has changed since it was read.
 */
export async function noteReminder(
  store: Store,
  seen: Delegation,
  { now }: Reminding,
): Promise<Delegation | undefined> {
  const after = { ...seen, remindedAt: now.toISOString(), version: seen.version + 1 };
  const updatedDelegation = await updated(() =>
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
  return updatedDelegation && after;
}

/**
 * Writes the notice of a reminder that was recorded, on the condition that the delegation has not changed.
 *
 * @throws StoreBusy if the deadline passes.
 */
export async function remindFocalPoint(
  store: Store,
  { meetingId, id, version }: Delegation,
  mark: string,
  event: Extract<NoticeEvent, { kind: 'nomination-reminder' }>,
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
  const recipient = { kind: 'focal-point', meetingId, delegationId: id } as const;
  const notice = noticeWrite(store, { recipient, name: mark, meetingId, event }, now);
  const result = await transact(store.client, [notice, unchanged], deadline);
  if (result.written) return 'queued';
  return result.failed.has(0) ? 'existing' : 'changed';
}
