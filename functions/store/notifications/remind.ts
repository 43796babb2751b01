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
 * What became of a notice: `queued` now, or by an earlier run (`existing`), or not written, since what it asks for is no
 * longer so (`changed`).
 */
export type RemindOutcome = 'queued' | 'existing' | 'changed';

/** When it is written, and when to give up, in milliseconds since the epoch. */
export type Reminding = { readonly now: Date; readonly deadline: number };

/** Writes a participant the notice of a reminder or of thanks. @param mark tells it from every other one that they get. */
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
 * Notes that a focal point is about to be reminded that nobody is registered. Everybody who registers from then on for the
 * delegation makes the reminder untrue: see store/registration/notices.ts.
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
 * Writes a focal point the notice of a reminder that was noted, provided that the delegation is what it was seen as.
 *
 * @throws StoreBusy when the deadline is reached.
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
