import { listMeetings } from '../store/meeting/meeting.ts';
import type { Store } from '../store/platform/client.ts';
import { dueList } from './due.ts';
import { sendList } from './send-list.ts';

/** The result of one meeting in a run. `sent`: ids of notices. */
export type MeetingRun = { readonly meetingId: string } & (
  | { readonly sent: readonly string[] }
  | { readonly error: unknown }
);

/**
 * Sends every list that is due at `now`. If one meeting fails, the others continue, and the next run tries it again. If
 * it runs twice, even at the same time, no list is sent twice.
 *
 * @returns the result of each meeting with a list that is due.
 */
export async function sendDueLists(store: Store, now: Date): Promise<MeetingRun[]> {
  const runs: MeetingRun[] = [];
  for (const { meeting } of await listMeetings(store)) {
    const meetingId = meeting.id;
    try {
      const due = dueList(meeting, now);
      if (due !== undefined)
        runs.push({ meetingId, sent: await sendList(store, meeting, due, now) });
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}
