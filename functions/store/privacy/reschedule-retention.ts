import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../../domain/registration/registration.ts';
import { rescheduledParts } from '../../domain/registration/sensitive-data.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { type Store, toItem, type Vault } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { registryKeys } from '../platform/keys.ts';
import type { OperationContext } from '../registration/change.ts';
import { commit } from '../registration/commit.ts';
import { listRegistrations } from '../registration/registration.ts';
import { rescheduleWrites } from '../registration/sensitive-data.ts';

/**
 * How long after a change of the meeting somebody may still write with its former days, in milliseconds. Requests end
 * earlier, and functions forget the former meeting earlier.
 */
const STRAGGLERS_MS = 2 * 60_000;

/**
 * Reschedules the deletion days of sensitive data after a meeting was moved, or after the retention of its answers has
 * changed: each registration with its parts in one transaction. If a run stops early, the next one continues it. A
 * second run changes nothing. The end is recorded when nobody can be writing with the former days any more.
 *
 * @returns the number of registrations whose days have changed; 0 without a read if all were rescheduled before.
 * @throws StoreBusy if the deadline passes. The next run continues.
 */
export async function rescheduleRetention(
  store: Store & Vault,
  meetingId: string,
  moving: OperationContext,
): Promise<number> {
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || stored.daysFollowed === stored.revision) return 0;
  let [moved, left] = [0, 0];
  for (const one of await listRegistrations(store, meetingId))
    switch (await rescheduleOne(store, stored, one, moving)) {
      case 'moved':
        moved += 1;
        break;
      case 'changed-meanwhile':
        left += 1;
    }
  const settled = moving.now.getTime() - Date.parse(stored.updatedAt) >= STRAGGLERS_MS;
  if (left === 0 && settled) await remember(store, stored);
  return moved;
}

/** Reschedules the deletion days of one registration, and deletes its parts whose days are over. */
export async function rescheduleOne(
  store: Store & Vault,
  stored: StoredMeeting,
  before: Registration,
  moving: OperationContext,
): Promise<'moved' | 'right' | 'changed-meanwhile'> {
  const { sensitiveParts = [] } = before;
  const followed = rescheduledParts(sensitiveParts, stored.meeting, moving.now);
  if (followed === undefined) return 'right';
  const { left, moved, over } = followed;
  const after: Registration = {
    ...before,
    sensitiveParts: left.length > 0 ? left : undefined,
    version: before.version + 1,
    updatedAt: moving.now.toISOString(),
  };
  const detail = [
    ...moved.map(({ part, keptUntil }) => `${part} until ${keptUntil}`),
    ...over.map(({ part }) => `${part} deleted`),
  ].join(', ');
  const audit = { action: 'retention-moved', actor: 'service', detail } as const;
  const conflicts = await commit(store, stored, [{ before, after, audit }], {
    ...moving,
    extras: { writes: rescheduleWrites(store, before, followed) },
  });
  return conflicts.size === 0 ? 'moved' : 'changed-meanwhile';
}

/** Records that the days of a revision are rescheduled, unless there is another revision. */
async function remember({ client, registry }: Store, { meeting, revision }: StoredMeeting) {
  await updated(() =>
    client.send(
      new UpdateItemCommand({
        TableName: registry,
        Key: toItem(registryKeys.meeting(meeting.id)),
        UpdateExpression: 'SET daysFollowed = :revision',
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: toItem({ ':revision': revision }),
      }),
    ),
  );
}
