import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../domain/registration.ts';
import { tellingOf } from '../domain/telling.ts';
import type { Moving } from './change.ts';
import { type Registry, type Store, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { tellingMessages } from './participant-message.ts';
import { getRegistration, listRegistrations } from './registration.ts';
import { tell } from './tell.ts';

/** How many people are told at a time: the table takes them side by side, and nobody else has to wait for it. */
const AT_ONCE = 8;

/** How long before the deadline nobody new is begun with, so that it cuts nothing short. */
const RESERVE_MS = 5_000;

/** How often somebody is looked at again who moves just then; the next run goes on. */
const TRIES = 5;

/** Whether somebody may have to be told how a meeting has changed: costs no read. */
export const mayHaveNews = ({ past = [] }: StoredMeeting): boolean => past.length > 1;

/** How many people will be told how a meeting has changed. */
export async function countToTell(store: Registry, stored: StoredMeeting, now: Date) {
  if (!mayHaveNews(stored)) return 0;
  const people = await listRegistrations(store, stored.meeting.id);
  return people.filter((one) => tellingOf(stored.meeting, stored.past ?? [], one, now)).length;
}

/**
 * Tells everybody who takes part, or may yet, how a meeting has changed, or that it is cancelled. Who has been told is
 * noted with each registration in the transaction that writes the message, so that whatever is cut short the next run
 * goes on with, and nobody is told twice; the id of the message, of the registration and the edition of the meeting,
 * guards that too. When all are told it is noted with the meeting.
 *
 * @returns how many were told in this run: those who are left at the deadline the next run tells.
 */
export async function announce(store: Store, meetingId: string, moving: Moving): Promise<number> {
  // Not from an index, which may be behind: nobody should be told what is no longer so.
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || !mayHaveNews(stored)) return 0;
  const { meeting, past = [] } = stored;
  const left = (await listRegistrations(store, meetingId)).filter((one) =>
    tellingOf(meeting, past, one, moving.now),
  );
  let told = 0;
  let missed = 0;
  const work = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      if (Date.now() >= moving.deadline - RESERVE_MS) missed += 1;
      else if (await tellOne(store, stored, one, moving)) told += 1;
      else missed += 1;
    }
  };
  // All workers end before an error of one is heard: nothing is left running behind.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (missed === 0) await noteAllTold(store, stored);
  return told;
}

/** @returns whether there is nothing left to tell this participant. */
async function tellOne(
  store: Store,
  { meeting, past = [] }: StoredMeeting,
  seen: Registration,
  { publicUrl, now, deadline }: Moving,
): Promise<boolean> {
  let one: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES; tries++) {
    const telling = one && tellingOf(meeting, past, one, now);
    if (one === undefined || telling === undefined) return true;
    const [message] = tellingMessages(meeting, one, telling, publicUrl);
    if (message === undefined) return true;
    const told = meeting.edition;
    if (await tell(store, one, message, 'meeting-news-sent', { now, deadline, told })) return true;
    one = await getRegistration(store, seen.reference);
  }
  return false;
}

/** Forgets what nobody believes in any more, unless the meeting has changed again. */
async function noteAllTold(
  { client, registry }: Store,
  { meeting, past = [], revision }: StoredMeeting,
) {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: registry,
        Key: toItem(registryKeys.meeting(meeting.id)),
        UpdateExpression: 'SET past = :past',
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: toItem({ ':past': past.slice(-1), ':revision': revision }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
