import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { focalPointReader, type Reader, readerOf, tellingOf } from '../domain/telling.ts';
import type { Moving } from './change.ts';
import { type Registry, type Store, toItem } from './client.ts';
import { listDelegations } from './delegation.ts';
import { registryKeys } from './keys.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { inParallel } from './parallel.ts';
import { listRegistrations } from './registration.ts';
import { tellDelegation, tellParticipant } from './tell-news.ts';

/** How many people are told at a time: the table takes them side by side, and nobody else has to wait for it. */
const AT_ONCE = 8;

/** How long before the deadline nobody new is begun with, so that it cuts nothing short. */
const RESERVE_MS = 5_000;

/** Whether somebody may have to be told how a meeting has changed: costs no read. */
export const mayHaveNews = ({ past = [] }: StoredMeeting): boolean => past.length > 1;

/** How many people will be told how a meeting has changed, focal points among them. */
export async function countToTell(store: Registry, stored: StoredMeeting, now: Date) {
  const { people, delegations } = await toTell(store, stored, now);
  return people.length + delegations.length;
}

/** Who has not been told yet how a meeting is. */
async function toTell(store: Registry, stored: StoredMeeting, now: Date) {
  if (!mayHaveNews(stored)) return { people: [], delegations: [] };
  const { meeting, past = [] } = stored;
  const untold = (reader: Reader | undefined) => tellingOf(meeting, past, reader, now);
  const people = await listRegistrations(store, meeting.id);
  const delegations = await listDelegations(store, meeting.id);
  return {
    people: people.filter((one) => untold(readerOf(one))),
    delegations: delegations.filter((one) => untold(focalPointReader(one))),
  };
}

/**
 * Tells everybody who takes part, or may yet, and the focal points, how a meeting has changed, or that it is cancelled.
 * Who has been told is noted with each registration and delegation in the transaction that writes the message, so that
 * whatever is cut short the next run goes on with, and nobody is told twice; the id of the message, of the registration
 * and the edition of the meeting, guards that too. When all are told it is noted with the meeting.
 *
 * What waits in the outbox and says how the meeting was before is taken back in that transaction: news, as these tell of
 * all that has changed since what their reader believes; and where the registration stands, which is said anew.
 *
 * @returns how many were told in this run: those who are left at the deadline the next run tells.
 * @throws what went wrong with one of them, after the others had their turn.
 */
export async function announce(store: Store, meetingId: string, moving: Moving): Promise<number> {
  // Not from an index, which may be behind: nobody should be told what is no longer so.
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || !mayHaveNews(stored)) return 0;
  const { people, delegations } = await toTell(store, stored, moving.now);
  const tellings = [
    ...people.map((one) => () => tellParticipant(store, stored, one, moving)),
    ...delegations.map((one) => () => tellDelegation(store, stored, one, moving)),
  ];
  let told = 0;
  const inTime = () => Date.now() < moving.deadline - RESERVE_MS;
  const failed = await inParallel(
    tellings,
    AT_ONCE,
    async (telling) => {
      if (await telling()) told += 1;
    },
    inTime,
  );
  for (const { error } of failed) throw error;
  if (told === tellings.length) await noteAllTold(store, stored);
  return told;
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
