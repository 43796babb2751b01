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
 * How long after a change of the meeting somebody may still write by its former days: a request lasts less, and what a
 * function remembers is forgotten before.
 */
const STRAGGLERS_MS = 2 * 60_000;

/**
 * Lets the days of what is kept apart follow a meeting that was postponed, moved forward or asks for answers to be kept
 * otherwise: each registration with its parts in one transaction. What one run does not finish the next does, and
 * running it twice changes nothing. That all is done is remembered once nobody can be writing by the former days.
 *
 * @returns of how many registrations days have changed; 0 without a read where all have followed.
 * @throws StoreBusy when the table takes nothing before the deadline; the next run goes on.
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

/**
 * Lets the days of one registration follow its meeting, and deletes those of its parts whose time is over.
 */
export async function rescheduleOne(
  store: Store & Vault,
  stored: StoredMeeting,
  before: Registration,
  moving: OperationContext,
): Promise<'moved' | 'right' | 'changed-meanwhile'> {
  const { keptApart = [] } = before;
  const followed = rescheduledParts(keptApart, stored.meeting, moving.now);
  if (followed === undefined) return 'right';
  const { left, moved, over } = followed;
  const after: Registration = {
    ...before,
    keptApart: left.length > 0 ? left : undefined,
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

/** Remembers that the days of a revision have been followed, unless another revision has come. */
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
