import { listMeetings } from '../store/meeting/meeting.ts';
import type { Store } from '../store/platform/client.ts';
import { dueList } from './due.ts';
import { sendList } from './send-list.ts';

/** What became of one meeting in a run. `sent` holds ids of messages. */
export type MeetingRun = { readonly meetingId: string } & (
  | { readonly sent: readonly string[] }
  | { readonly error: unknown }
);

/**
 * Sends every list that is due at `now`. A meeting that fails does not keep the others from theirs;
 * the next run tries it again. Running it twice, or twice at once, sends nothing twice.
 *
 * @returns what became of each meeting that had a list due.
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
