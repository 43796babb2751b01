import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../domain/delegation.ts';
import type { Registration } from '../domain/registration.ts';
import {
  focalPointReader,
  type Reader,
  readerOf,
  type Telling,
  tellingOf,
  tellingSince,
} from '../domain/telling.ts';
import type { Moving } from './change.ts';
import { type Registry, type Store, toItem } from './client.ts';
import { getDelegation, listDelegations } from './delegation.ts';
import { delegationNews } from './delegation-message.ts';
import { registryKeys } from './keys.ts';
import { getMeeting, type StoredMeeting } from './meeting.ts';
import { inParallel } from './parallel.ts';
import { ofMeetingNow, tellingMessages } from './participant-message.ts';
import { getRegistration, listRegistrations } from './registration.ts';
import { tell } from './tell.ts';
import { tellFocalPoint } from './tell-focal-point.ts';
import { type Earlier, lookAt } from './unsaid.ts';

/** How many people are told at a time: the table takes them side by side, and nobody else has to wait for it. */
const AT_ONCE = 8;

/** How long before the deadline nobody new is begun with, so that it cuts nothing short. */
const RESERVE_MS = 5_000;

/** How often somebody is looked at again who moves just then; the next run goes on. */
const TRIES = 5;

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

/** @returns whether there is nothing left to tell this participant. */
async function tellParticipant(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  { publicUrl, now, deadline }: Moving,
): Promise<boolean> {
  const { meeting } = stored;
  let one: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const [news, said] = await earlierOf(store, stored, one.news, one.said?.messageId);
    const plan = planned(stored, readerOf(one), news, now);
    if (plan === undefined) return true;
    // Nobody can say yet what its reader will believe: the next run can.
    if (isOnItsWay(news) || isOnItsWay(said)) return false;
    const messages = [
      ...(isWaiting(said) ? ofMeetingNow(meeting, one, said.message, publicUrl) : []),
      ...(plan.telling ? tellingMessages(meeting, one, plan.telling, publicUrl) : []),
    ];
    const instead = [news, said].filter(isWaiting);
    if (messages.length === 0 && instead.length === 0) return true;
    const telling = { now, deadline, told: meeting.edition, instead };
    if (await tell(store, one, messages, 'meeting-news-sent', telling)) return true;
    one = await getRegistration(store, seen.reference);
  }
  return one === undefined;
}

/** @returns whether there is nothing left to tell this focal point. */
async function tellDelegation(
  store: Store,
  stored: StoredMeeting,
  seen: Delegation,
  moving: Moving,
): Promise<boolean> {
  const { meeting } = stored;
  let one: Delegation | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const [news] = await earlierOf(store, stored, one.news);
    const plan = planned(stored, focalPointReader(one), news, moving.now);
    if (plan === undefined) return true;
    if (isOnItsWay(news)) return false;
    const messages = plan.telling
      ? delegationNews(meeting, one, plan.telling, moving.publicUrl)
      : [];
    const instead = [news].filter(isWaiting);
    if (messages.length === 0 && instead.length === 0) return true;
    const telling = { ...moving, told: meeting.edition, instead };
    if (await tellFocalPoint(store, one, messages, telling)) return true;
    one = await getDelegation(store, seen.meetingId, seen.id);
  }
  return one === undefined;
}

/** How far earlier messages have got. Once the meeting is cancelled nobody asks: the notifier drops what waits. */
const earlierOf = (
  store: Store,
  { meeting }: StoredMeeting,
  ...ids: readonly (string | undefined)[]
): Promise<(Earlier | undefined)[]> =>
  Promise.all(meeting.cancelled ? [] : ids.map((id) => lookAt(store, id)));

const isWaiting = (earlier: Earlier | undefined): earlier is Earlier =>
  earlier?.progress === 'waiting';
const isOnItsWay = (earlier: Earlier | undefined) => earlier?.progress === 'on-its-way';

/**
 * What a reader is to be told, by what they believe in: what they were told last, or what they were told before news that
 * did not reach them.
 *
 * @returns nothing where nothing is to be done; no telling where all is again as they know it.
 */
function planned(
  { meeting, past = [] }: StoredMeeting,
  reader: Reader | undefined,
  news: Earlier | undefined,
  now: Date,
): { readonly telling: Telling | undefined } | undefined {
  const telling = tellingOf(meeting, past, reader, now);
  if (telling === undefined || reader === undefined) return undefined;
  const content = news && news.progress !== 'sent' ? news.message.content : undefined;
  const before = content && 'before' in content ? content.before : undefined;
  return { telling: before ? tellingSince(meeting, before, reader, now) : telling };
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
