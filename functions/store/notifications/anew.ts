import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { toldChanges } from '../../domain/notifications/notifiable-changes.ts';
import { readerOf, tellingSince } from '../../domain/notifications/telling.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import type { NewMessage } from '../outbox/message.ts';
import type { Store } from '../platform/client.ts';
import { linkFor, ofMeetingNow, tellingMessages } from './participant-message.ts';
import { participantReminder } from './reminder-message.ts';
import { saysStanding } from './standing.ts';
import {
  type Earlier,
  isOnItsWay,
  isWaiting,
  lookAtAll,
  mayBeSent,
  stillTrue,
  takeBack,
} from './unsaid.ts';

/** Messages that are written anew, and the writes that take back those whose place they take, as long as they wait. */
export type Anew = {
  readonly messages: readonly NewMessage[];
  readonly writes: readonly TransactWriteItem[];
};

/** What messages are written with. */
type Writing = { readonly publicUrl: string; readonly now: Date };

const NONE: Anew = { messages: [], writes: [] };

/**
 * What waits or could not be sent, and a change of the registration makes untrue or keeps from its reader, as it is to
 * another address, to somebody who stands elsewhere, by another name, for others, or in another language: as it is written
 * anew. News of the meeting, also those that have not reached anybody; reminders that wait; and, where the change itself
 * says nothing, what says where the registration stands in the language of before.
 *
 * @returns none where all was sent, or there is nothing to tell any more.
 */
export async function writtenAnew(
  store: Store,
  meeting: Meeting,
  before: Registration,
  after: Registration,
  writing: Writing & {
    readonly saysStanding: boolean;
    /** What was written before, where it was looked at already. */
    readonly earlier?: readonly Earlier[];
  },
): Promise<Anew> {
  const moves = hasMoved(before, after);
  const speaks = before.language !== after.language;
  const completes = before.privacyNotice === undefined && after.privacyNotice !== undefined;
  const differs = moves || speaks || completes || toldChanges(before, after).length > 0;
  if (readerOf(after) === undefined || !differs) return NONE;
  const earlier = writing.earlier ?? (await lookAtAll(store, before.messageIds));
  const news = earlier.find(({ message }) => message.id === before.news);
  const isGoing = news !== undefined && isOnItsWay(news) && !moves;
  const told = news && !isGoing ? newsFor(meeting, after, news, writing) : [];
  const waiting = earlier.filter(isWaiting);
  const reminders = waiting.filter(({ message }) => isReminder(message));
  const reminded = await Promise.all(
    reminders.map(({ message }) => reminderFor(store, meeting, after, message, writing)),
  );
  const spoken =
    speaks && !writing.saysStanding
      ? stillTrue(earlier).filter((one) => isWaiting(one) && saysStanding(one.message))
      : [];
  const restated = spoken.map(({ message }) => inLanguageOf(meeting, after, message));
  const instead = [...(news && mayBeSent(news) ? [news] : []), ...reminders];
  return {
    messages: [...restated, ...told, ...reminded.filter((one) => one !== undefined)].map((one) => ({
      ...one,
      id: `${one.id.replace(/-v\d+$/, '')}-v${after.version}`,
    })),
    // Or they would be sent too, should the registration be again what it was.
    writes: [...instead, ...spoken].map((one) => takeBack(store, one)),
  };
}

/** A message that waits, as its reader wants to read it now; of the registration it says the same. */
function inLanguageOf(meeting: Meeting, after: Registration, message: NewMessage): NewMessage {
  const { language, version } = after;
  const { content, ...others } = ofMeetingNow(meeting, message, linkFor(meeting, after));
  return {
    ...others,
    language,
    content:
      'registration' in content
        ? { ...content, registration: { ...content.registration, version } }
        : content,
  };
}

const hasMoved = (before: Registration, after: Registration) =>
  before.status !== after.status || !isSameAddress(before.email, after.email);

const isReminder = ({ content: { kind } }: NewMessage) =>
  kind === 'meeting-reminder' || kind === 'thank-you';

/** News that did not reach their reader, as they are to be told now; none where all is as they know it. */
export function newsFor(
  meeting: Meeting,
  one: Registration,
  { message: { content }, progress }: Earlier,
  { publicUrl, now }: Writing,
): readonly NewMessage[] {
  const reader = readerOf(one);
  if (reader === undefined || progress === 'sent') return [];
  const telling =
    content.kind === 'meeting-changed' && content.before
      ? tellingSince(meeting, content.before, reader, now)
      : meeting.cancelled && ({ kind: 'meeting-cancelled' } as const);
  return telling ? tellingMessages(meeting, one, telling, publicUrl) : [];
}

/** Where there is none to send any more, or nobody wants it, it is none. */
async function reminderFor(
  store: Store,
  meeting: Meeting,
  after: Registration,
  { id, content: { kind } }: NewMessage,
  { publicUrl }: Writing,
): Promise<NewMessage | undefined> {
  if (kind !== 'meeting-reminder' && kind !== 'thank-you') return undefined;
  const mark = id.slice(after.reference.length + 1).replace(/-v\d+$/, '');
  return participantReminder(store, { meeting, publicUrl }, { kind, mark }, after);
}
