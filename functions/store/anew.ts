import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../domain/meeting.ts';
import type { Registration } from '../domain/registration.ts';
import { type Reader, readerOf, tellingSince } from '../domain/telling.ts';
import type { Store } from './client.ts';
import type { NewMessage } from './message.ts';
import { tellingMessages } from './participant-message.ts';
import { participantReminder } from './reminder-message.ts';
import { type Earlier, lookAt, takeBack } from './unsaid.ts';

/** Messages that are written anew, and the writes that take back those whose place they take, as long as they wait. */
export type Anew = {
  readonly messages: readonly NewMessage[];
  readonly writes: readonly TransactWriteItem[];
};

/** What messages are written with. */
type Writing = { readonly publicUrl: string; readonly now: Date };

const NONE: Anew = { messages: [], writes: [] };

/**
 * What was sent to many and a change of the registration keeps from its reader, as it is to another address or to somebody
 * who stood elsewhere: as it is written anew. News of the meeting, also those that have not reached the address which is
 * left; and reminders that wait.
 *
 * @returns none where all was sent, or there is nothing to tell any more.
 */
export async function writtenAnew(
  store: Store,
  meeting: Meeting,
  before: Registration,
  after: Registration,
  writing: Writing,
): Promise<Anew> {
  const reader = readerOf(after);
  const goesElsewhere = before.email !== after.email;
  if (reader === undefined || (!goesElsewhere && before.status === after.status)) return NONE;
  const news = await lookAt(store, before.news);
  const reminders = goesElsewhere ? await waitingReminders(store, before) : [];
  const instead = [...(news ? [news] : []), ...reminders].filter(
    ({ progress }) => progress === 'waiting',
  );
  const told = newsFor(meeting, after, reader, news, writing);
  const reminded = await Promise.all(
    reminders.map(({ message }) => reminderFor(store, meeting, after, message, writing)),
  );
  return {
    messages: [...told, ...reminded.filter((one) => one !== undefined)].map((one) => ({
      ...one,
      id: `${one.id}-v${after.version}`,
    })),
    // Or they would be sent too, should the registration be again what it was.
    writes: instead.map((one) => takeBack(store, one)),
  };
}

function newsFor(
  meeting: Meeting,
  after: Registration,
  reader: Reader,
  news: Earlier | undefined,
  { publicUrl, now }: Writing,
): readonly NewMessage[] {
  if (news === undefined || news.progress === 'sent') return [];
  const { content } = news.message;
  const telling =
    content.kind === 'meeting-changed' && content.before
      ? tellingSince(meeting, content.before, reader, now)
      : meeting.cancelled && ({ kind: 'meeting-cancelled' } as const);
  return telling ? tellingMessages(meeting, after, telling, publicUrl) : [];
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

async function waitingReminders(
  store: Store,
  { messageIds = [] }: Registration,
): Promise<readonly Earlier[]> {
  const all = await Promise.all(messageIds.map((id) => lookAt(store, id)));
  return all.filter(
    (one) =>
      one?.progress === 'waiting' &&
      (one.message.content.kind === 'meeting-reminder' || one.message.content.kind === 'thank-you'),
  ) as readonly Earlier[];
}
