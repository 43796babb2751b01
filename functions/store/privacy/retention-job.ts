import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { daysOver, type Retained, retained } from '../../domain/privacy/retention.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { dayIn } from '../../domain/shared/day.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Store, toItem, type Vault } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';
import { transact } from '../platform/transact.ts';
import type { OperationContext } from '../registration/change.ts';
import { commit } from '../registration/commit.ts';
import { getRegistration, listRegistrations } from '../registration/registration.ts';
import { eraseRegistration } from './erase.ts';
import { purgeFocalPoints } from './purge-focal-points.ts';
import { purgeNotices } from './purge-notices.ts';
import { rescheduleOne } from './reschedule-retention.ts';

/** How often each field was deleted. `notices`, `attachmentChunks` and `delegations` count whole items. */
export type RetentionOutcome = Readonly<Record<string, number>>;

/** How long the end of a day's deletions is remembered, in seconds. */
const REMEMBERED_SECONDS = 7 * 86_400;

/**
 * Deletes what a meeting no longer needs of people, once a day: fields of registrations and delegations whose days are
 * over, and everything in the outbox. The audit log has a line for each registration, delegation and batch of notices,
 * in the same transaction, and one line with the sums. If a run stops early, the next one continues it.
 *
 * @param listed the meeting, perhaps as it was some seconds ago.
 * @returns `undefined` if today's deletions are done, or the meeting is not over.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function retentionJob(
  store: Store & Vault,
  listed: StoredMeeting,
  moving: OperationContext,
): Promise<RetentionOutcome | undefined> {
  const { now, deadline } = moving;
  const today = dayIn(listed.meeting.timeZone, now);
  if (today <= listed.meeting.endsOn) return undefined;
  const done = registryKeys.retention(listed.meeting.id, today);
  // Most meetings that are over have nothing left to delete. They cost one read.
  if ((await readItem(store, done)) !== undefined) return undefined;
  // Read again, consistently: what is deleted of a meeting that was postponed a moment ago cannot be restored.
  const stored = await getMeeting(store, listed.meeting.id);
  if (stored === undefined || today <= stored.meeting.endsOn) return undefined;
  const { meeting } = stored;
  const counts = new Map<string, number>();
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
  let left = 0;
  try {
    for (const seen of await listRegistrations(store, meeting.id)) {
      const parts = await rescheduleOne(store, stored, seen, moving);
      if (parts === 'moved') count('sensitiveParts');
      if (parts === 'changed-meanwhile') left += 1;
      const before = parts === 'right' ? seen : await getRegistration(store, seen.reference);
      if (before === undefined) continue;
      const change = retained(before, meeting, now);
      if (change === undefined) continue;
      if (await write(store, stored, before, change, moving))
        for (const field of change.deleted) count(field);
      else left += 1;
    }
    const focalPoints = await purgeFocalPoints(store, meeting, moving);
    for (const what of focalPoints.deleted) count(what);
    left += focalPoints.left;
    // Last, because the steps before can still write to the outbox.
    if (daysOver(meeting, now).contact)
      for (const [what, by] of Object.entries(await purgeNotices(store, meeting.id, moving)))
        if (by > 0) count(what, by);
  } finally {
    await say(store, meeting.id, counts, now, deadline);
  }
  if (left === 0) await remember(store, done, now);
  return Object.fromEntries(counts);
}

async function write(
  store: Store & Vault,
  stored: StoredMeeting,
  before: Registration,
  { registration, erases, deleted }: Retained,
  moving: OperationContext,
): Promise<boolean> {
  if (erases)
    return (await eraseRegistration(store, stored, before, moving, 'service')) !== undefined;
  const detail = deleted.join(' ');
  const audit = { action: 'retention-applied', actor: 'service', detail } as const;
  const change = { before, after: registration, audit };
  return (await commit(store, stored, [change], moving)).size === 0;
}

async function say(
  store: Store,
  meetingId: string,
  counts: ReadonlyMap<string, number>,
  now: Date,
  deadline: number,
) {
  if (counts.size === 0) return;
  const detail = `in all: ${[...counts]
    .sort()
    .map(([what, by]) => `${what} ${by}`)
    .join(', ')}`;
  const line = { action: 'retention-applied', actor: 'service', detail } as const;
  await transact(store.client, [auditWrite(store, meetingId, line, now)], deadline);
}

async function remember(
  { client, registry }: Store,
  key: ReturnType<typeof registryKeys.retention>,
  now: Date,
) {
  const expiresAt = Math.floor(now.getTime() / 1000) + REMEMBERED_SECONDS;
  await client.send(
    new PutItemCommand({ TableName: registry, Item: toItem({ ...key, expiresAt }) }),
  );
}
