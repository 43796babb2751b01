import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dayIn } from '../domain/day.ts';
import type { Registration } from '../domain/registration.ts';
import { type Retained, retained } from '../domain/retention.ts';
import { auditWrite } from './audit.ts';
import type { Moving } from './change.ts';
import { type Store, toItem, type Vault } from './client.ts';
import { commit } from './commit.ts';
import { eraseRegistration } from './erase.ts';
import { registryKeys } from './keys.ts';
import type { StoredMeeting } from './meeting.ts';
import { listRegistrations } from './registration.ts';
import { transact } from './transact.ts';

/** How many people's data was deleted, and how much of it. */
export type RetentionOutcome = Readonly<Record<Retained['deleted'], number>>;

/** How long it is remembered that a day is done, in seconds. */
const REMEMBERED_SECONDS = 7 * 86_400;

/**
 * Deletes what a meeting no longer needs to know of people, once a day, and says in the audit log what it did. What
 * a run did not finish the run of the next day does.
 *
 * @returns nothing when today's run has been.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function applyRetention(
  store: Store & Vault,
  stored: StoredMeeting,
  moving: Moving,
): Promise<RetentionOutcome | undefined> {
  const { meeting } = stored;
  const { now, deadline } = moving;
  const today = dayIn(meeting.timeZone, now);
  // Most meetings are not over, and of those that are nothing is left to delete: neither costs a read.
  if (today <= meeting.endsOn || !(await isFirst(store, meeting.id, today, now))) return undefined;
  const outcome = { answers: 0, contact: 0, identity: 0 };
  for (const before of await listRegistrations(store, meeting.id)) {
    const change = retained(before, meeting, now);
    if (change && (await write(store, stored, before, change, moving)))
      outcome[change.deleted] += 1;
  }
  if (Object.values(outcome).some((count) => count > 0)) {
    const detail = Object.entries(outcome)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
    const line = { action: 'retention-applied', actor: 'service', detail } as const;
    await transact(store.client, [auditWrite(store, meeting.id, line, now)], deadline);
  }
  return outcome;
}

async function write(
  store: Store & Vault,
  stored: StoredMeeting,
  before: Registration,
  { registration, deleted }: Retained,
  moving: Moving,
): Promise<boolean> {
  if (deleted === 'identity')
    return (await eraseRegistration(store, stored, before, moving, 'service')) !== undefined;
  const audit = { action: 'retention-applied', actor: 'service', detail: deleted } as const;
  const change = { before, after: registration, audit, messages: [] };
  return (await commit(store, stored, [change], moving)).size === 0;
}

async function isFirst(
  { client, registry }: Store,
  meetingId: string,
  day: string,
  now: Date,
): Promise<boolean> {
  const expiresAt = Math.floor(now.getTime() / 1000) + REMEMBERED_SECONDS;
  try {
    await client.send(
      new PutItemCommand({
        TableName: registry,
        Item: toItem({ ...registryKeys.retention(meetingId, day), expiresAt }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
