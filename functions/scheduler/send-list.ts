import type { Meeting } from '../domain/meeting/meeting.ts';
import { noticeId } from '../domain/notifications/recipient.ts';
import type { Language } from '../domain/shared/languages.ts';
import { SCHEDULED_WRITE_MS } from '../domain/shared/time-budgets.ts';
import { loadLocale } from '../language/index.ts';
import { getMeeting } from '../store/meeting/meeting.ts';
import { hasNotice, writeWithAttachment } from '../store/notifications/participant-list.ts';
import { readDeliveries } from '../store/outbox/delivery.ts';
import type { Store } from '../store/platform/client.ts';
import { listRegistrations } from '../store/registration/registration.ts';
import type { DueList } from './due.ts';
import { type ComposedList, composeList, listMessage, listNotice } from './list-message.ts';

/**
 * Sends a list to every organiser who does not have it, each in their language. The outbox shows who has it, with one
 * small read for each organiser. Only if somebody lacks it, all registrations are read, once, and consistently, so that
 * the list contains everybody who has registered by then.
 *
 * @returns the ids of the notices written.
 */
export async function sendList(
  store: Store,
  meeting: Meeting,
  { occasion, mark }: DueList,
  now: Date,
): Promise<string[]> {
  const missing = new Map<string, Meeting['organisers'][number]>();
  for (const organiser of meeting.organisers) {
    const { recipient, name } = listNotice(meeting.id, mark, organiser);
    const id = noticeId(recipient, name);
    if (!missing.has(id) && !(await hasNotice(store, id))) missing.set(id, organiser);
  }
  if (missing.size === 0) return [];
  const registrations = await listRegistrations(store, meeting.id);
  const deliveries = await readDeliveries(
    store,
    registrations.map(({ email }) => email),
  );
  const lists = new Map<Language, ComposedList>();
  const sent: string[] = [];
  for (const [id, organiser] of missing) {
    const language = await loadLocale(organiser.language);
    let list = lists.get(language);
    if (list === undefined) {
      list = composeList(meeting, registrations, deliveries, language, occasion, now);
      lists.set(language, list);
    }
    const notice = listNotice(meeting.id, mark, organiser);
    const message = listMessage(meeting, organiser, language, list.content);
    const deadline = Date.now() + SCHEDULED_WRITE_MS;
    if (await writeWithAttachment(store, notice, message, list.attachment, now, deadline))
      sent.push(id);
  }
  return sent;
}

/**
 * Sends the current list of participants to every organiser of a meeting, whether or not one is due.
 *
 * @returns the ids of the notices written; `undefined` if there is no such meeting.
 */
export async function requestList(
  store: Store,
  meetingId: string,
  now: Date,
): Promise<string[] | undefined> {
  const stored = await getMeeting(store, meetingId);
  const mark = `requested-${now.toISOString().replace(/[^0-9TZ]/g, '')}`;
  return stored && sendList(store, stored.meeting, { occasion: 'requested', mark }, now);
}
