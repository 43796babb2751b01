import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  focalPointReader,
  type Reader,
  readerOf,
  tellingOf,
} from '../../domain/notifications/telling.ts';
import { listDelegations } from '../delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { inParallel } from '../platform/parallel.ts';
import { transact } from '../platform/transact.ts';
import type { OperationContext } from '../registration/change.ts';
import { listRegistrations } from '../registration/registration.ts';
import { meetingStandingWrite } from './standing.ts';
import { tellDelegation, tellParticipant } from './tell-news.ts';

/** How many people are told at a time: the table takes them side by side, and nobody else has to wait for it. */
const AT_ONCE = 8;

/** How long before the deadline nobody new is begun with, so that it cuts nothing short. */
const RESERVE_MS = 5_000;

/** Whether somebody may have to be told how a meeting has changed: costs no read. */
export const mayHaveNews = ({ past = [] }: StoredMeeting): boolean => past.length > 1;

/** How many people will be told how a meeting has changed, focal points among them. */
export async function countToTell(store: Registry, stored: StoredMeeting, now: Date) {
  const { people, delegations } = await toTell(store, stored);
  const readers = [...people.map(readerOf), ...delegations.map(focalPointReader)];
  const { meeting, past = [] } = stored;
  return readers.filter((reader) => tellingOf(meeting, past, reader, now)).length;
}

/** Who was told an earlier edition, and may have to be told how the meeting is. */
async function toTell(store: Registry, stored: StoredMeeting) {
  if (!mayHaveNews(stored)) return { people: [], delegations: [] };
  const { meeting } = stored;
  const isBehind = (reader: Reader | undefined) =>
    reader !== undefined && (reader.told ?? 0) < (meeting.edition ?? 1);
  const people = await listRegistrations(store, meeting.id);
  const delegations = await listDelegations(store, meeting.id);
  return {
    people: people.filter((one) => isBehind(readerOf(one))),
    delegations: delegations.filter((one) => isBehind(focalPointReader(one))),
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
export async function announce(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<number> {
  // Not from an index, which may be behind: nobody should be told what is no longer so.
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || !mayHaveNews(stored)) return 0;
  const { people, delegations } = await toTell(store, stored);
  const tellings = [
    ...people.map((one) => () => tellParticipant(store, stored, one, moving)),
    ...delegations.map((one) => () => tellDelegation(store, stored, one, moving)),
  ];
  let told = 0;
  let done = 0;
  const inTime = () => Date.now() < moving.deadline - RESERVE_MS;
  const failed = await inParallel(
    tellings,
    AT_ONCE,
    async (telling) => {
      const outcome = await telling();
      if (outcome !== 'not-yet') done += 1;
      if (outcome === 'told') told += 1;
    },
    inTime,
  );
  for (const { error } of failed) throw error;
  if (done === tellings.length) await noteAllTold(store, stored, moving);
  return told;
}

/** Forgets what nobody believes in any more, unless the meeting has changed again. */
async function noteAllTold(
  store: Store,
  stored: StoredMeeting,
  { now, deadline }: OperationContext,
) {
  const { meeting, revision } = stored;
  const past = (stored.past ?? []).slice(-1);
  const noted: TransactWriteItem = {
    Update: {
      TableName: store.registry,
      Key: toItem(registryKeys.meeting(meeting.id)),
      UpdateExpression: 'SET past = :past',
      ConditionExpression: 'revision = :revision',
      ExpressionAttributeValues: toItem({ ':past': past, ':revision': revision }),
    },
  };
  const known = meetingStandingWrite(store, { meeting, past }, now);
  await transact(store.client, [noted, known], deadline);
}
