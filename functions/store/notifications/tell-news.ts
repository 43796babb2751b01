import type { Delegation } from '../../domain/delegation/delegation.ts';
import {
  focalPointReader,
  type Reader,
  readerOf,
  type Telling,
  tellingOf,
  tellingSince,
} from '../../domain/notifications/telling.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { getDelegation } from '../delegation/delegation.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import type { OperationContext } from '../registration/change.ts';
import { getRegistration } from '../registration/registration.ts';
import { delegationNews } from './delegation-message.ts';
import { linkFor, ofMeetingNow, tellingMessages } from './participant-message.ts';
import { saysMeeting } from './standing.ts';
import { tell } from './tell.ts';
import { tellFocalPoint } from './tell-focal-point.ts';
import { type Earlier, isOnItsWay, lastSaid, lookAtAll, mayBeSent, stillTrue } from './unsaid.ts';

/** How often somebody is looked at again who moves just then; the next run goes on. */
const TRIES = 5;

/** What came of telling somebody. `not-yet`: it is for the next run. */
export type Told = 'told' | 'nothing-to-tell' | 'not-yet';

/** Tells a participant how the meeting has changed, and restates what waits. */
export async function tellParticipant(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  { publicUrl, now, deadline }: OperationContext,
): Promise<Told> {
  const { meeting } = stored;
  let one: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const current: Registration = one;
    const reader = readerOf(current);
    if (reader === undefined) return 'nothing-to-tell';
    const plan = await planned(store, stored, reader, current, now);
    if (plan === 'not-yet') return plan;
    const restated = plan.restated.map(({ message }) => ({
      of: message.id,
      as: ofMeetingNow(meeting, message, linkFor(meeting, current)),
    }));
    const messages = [
      ...restated.map(({ as }) => as),
      ...(plan.telling ? tellingMessages(meeting, current, plan.telling, publicUrl) : []),
    ];
    if (messages.length === 0 && plan.instead.length === 0) return 'nothing-to-tell';
    const { said } = current;
    const again = restated.find(({ of }) => of === said?.messageId)?.as;
    const telling = {
      now,
      deadline,
      told: meeting.edition,
      instead: plan.instead,
      ...(said && again && { said: { ...said, messageId: again.id } }),
    };
    if (await tell(store, current, messages, 'meeting-news-sent', telling)) return 'told';
    one = await getRegistration(store, seen.reference);
  }
  return one === undefined ? 'nothing-to-tell' : 'not-yet';
}

/** Tells a focal point the same. */
export async function tellDelegation(
  store: Store,
  stored: StoredMeeting,
  seen: Delegation,
  moving: OperationContext,
): Promise<Told> {
  const { meeting } = stored;
  let one: Delegation | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const current: Delegation = one;
    const reader = focalPointReader(current);
    if (reader === undefined) return 'nothing-to-tell';
    const plan = await planned(store, stored, reader, current, moving.now);
    if (plan === 'not-yet') return plan;
    const restated = plan.restated.map(({ message }) => ofMeetingNow(meeting, message));
    const news = plan.telling
      ? delegationNews(meeting, current, plan.telling, moving.publicUrl)
      : [];
    const messages = [...restated, ...news];
    const { instead } = plan;
    if (messages.length === 0 && instead.length === 0) return 'nothing-to-tell';
    const after = { ...current, told: meeting.edition, ...(news[0] && { news: news[0].id }) };
    if (await tellFocalPoint(store, current, after, messages, { ...moving, instead }))
      return 'told';
    one = await getDelegation(store, seen.meetingId, seen.id);
  }
  return one === undefined ? 'nothing-to-tell' : 'not-yet';
}

type Plan = {
  /** None where all is as its reader knows it. */
  readonly telling: Telling | undefined;
  /** What waits, or has failed, and is to say how the meeting is now. */
  readonly restated: readonly Earlier[];
  /** All that must not be sent as it is. */
  readonly instead: readonly Earlier[];
};

/**
 * What is to be done for a reader, by what they believe in: what they were told last, or before news that did not reach
 * them; and, where that is as it was, by what the last message said that did. While one is on its way nobody knows.
 */
async function planned(
  store: Store,
  { meeting, past = [] }: StoredMeeting,
  reader: Reader,
  { messageIds, news: newsId }: Pick<Registration, 'messageIds' | 'news'>,
  now: Date,
): Promise<Plan | 'not-yet'> {
  const telling = tellingOf(meeting, past, reader, now);
  // Once it is cancelled the notifier drops by itself what waits.
  if (meeting.cancelled) return { telling, restated: [], instead: [] };
  const earlier = (await lookAtAll(store, messageIds)).filter(({ message }) =>
    saysMeeting(message),
  );
  if (earlier.some(isOnItsWay)) return 'not-yet';
  const news = earlier.find(({ message }) => message.id === newsId);
  const content = news && news.progress !== 'sent' ? news.message.content : undefined;
  const before = content && 'before' in content ? content.before : undefined;
  const since = before ? tellingSince(meeting, before, reader, now) : telling;
  const said = lastSaid(earlier);
  const reads = said && { ...reader, confirmed: said.link !== undefined };
  const instead = stillTrue(earlier).filter(
    (one) => mayBeSent(one) && (one.message.meeting.edition ?? 1) < (meeting.edition ?? 1),
  );
  return {
    telling: since ?? (said && reads && tellingSince(meeting, said, reads, now)),
    restated: instead.filter(({ message: { content } }) => !NEWS.has(content.kind)),
    instead,
  };
}

const NEWS: ReadonlySet<string> = new Set(['meeting-changed', 'delegation-meeting-changed']);
