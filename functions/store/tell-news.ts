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
import type { Store } from './client.ts';
import { getDelegation } from './delegation.ts';
import { delegationNews } from './delegation-message.ts';
import type { StoredMeeting } from './meeting.ts';
import { linkFor, ofMeetingNow, tellingMessages } from './participant-message.ts';
import { getRegistration } from './registration.ts';
import { saysStanding } from './standing.ts';
import { tell } from './tell.ts';
import { tellFocalPoint } from './tell-focal-point.ts';
import { type Earlier, lookAt } from './unsaid.ts';

/** How often somebody is looked at again who moves just then; the next run goes on. */
const TRIES = 5;

/** @returns whether there is nothing left to tell this participant. */
export async function tellParticipant(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  { publicUrl, now, deadline }: Moving,
): Promise<boolean> {
  const { meeting } = stored;
  let one: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const current: Registration = one;
    const earlier = await earlierOf(store, stored, current.messageIds);
    const news = earlier.find(({ message }) => message.id === current.news);
    const said = earlier.filter(({ message }) => saysStanding(message));
    const plan = planned(stored, readerOf(one), news, now);
    if (plan === undefined) return true;
    // Nobody can say yet what its reader will believe: the next run can.
    if (news?.progress === 'on-its-way' || said.some(isOnItsWay)) return false;
    const restated = said.filter(isWaiting);
    const messages = [
      ...restated.map(({ message }) => ofMeetingNow(meeting, message, linkFor(meeting, current))),
      ...(plan.telling ? tellingMessages(meeting, one, plan.telling, publicUrl) : []),
    ];
    const instead = news && isWaiting(news) ? [...restated, news] : restated;
    if (messages.length === 0 && instead.length === 0) return true;
    const telling = { now, deadline, told: meeting.edition, instead };
    if (await tell(store, one, messages, 'meeting-news-sent', telling)) return true;
    one = await getRegistration(store, seen.reference);
  }
  return one === undefined;
}

/** @returns whether there is nothing left to tell this focal point. */
export async function tellDelegation(
  store: Store,
  stored: StoredMeeting,
  seen: Delegation,
  moving: Moving,
): Promise<boolean> {
  const { meeting } = stored;
  let one: Delegation | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const { news: newsId, invitation }: Delegation = one;
    const earlier = await earlierOf(store, stored, [newsId, invitation]);
    const news = earlier.find(({ message }) => message.id === newsId);
    const plan = planned(stored, focalPointReader(one), news, moving.now);
    if (plan === undefined) return true;
    if (earlier.some(isOnItsWay)) return false;
    const instead = earlier.filter(isWaiting);
    const restated = instead
      .filter(({ message }) => message.id === invitation)
      .map(({ message }) => ofMeetingNow(meeting, message));
    const told = plan.telling ? delegationNews(meeting, one, plan.telling, moving.publicUrl) : [];
    const messages = [...restated, ...told];
    if (messages.length === 0 && instead.length === 0) return true;
    const after = {
      ...one,
      told: meeting.edition,
      news: told[0]?.id ?? newsId,
      invitation: restated[0]?.id ?? invitation,
    };
    if (await tellFocalPoint(store, one, after, messages, { ...moving, instead })) return true;
    one = await getDelegation(store, seen.meetingId, seen.id);
  }
  return one === undefined;
}

/** How far earlier messages have got. Once the meeting is cancelled nobody asks: the notifier drops what waits. */
async function earlierOf(
  store: Store,
  { meeting }: StoredMeeting,
  ids: readonly (string | undefined)[] = [],
): Promise<Earlier[]> {
  if (meeting.cancelled) return [];
  const found = await Promise.all(ids.map((id) => lookAt(store, id)));
  return found.filter((one) => one !== undefined);
}

const isWaiting = ({ progress }: Earlier) => progress === 'waiting';
const isOnItsWay = ({ progress }: Earlier) => progress === 'on-its-way';

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
