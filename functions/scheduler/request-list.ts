import { getMeeting } from '../store/meeting/meeting.ts';
import type { Store } from '../store/platform/client.ts';
import { sendList } from './send-list.ts';

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
