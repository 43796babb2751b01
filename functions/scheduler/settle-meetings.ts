import { addDays, dayIn } from '../domain/day.ts';
import type { Store } from '../store/client.ts';
import { listMeetings } from '../store/meeting.ts';
import { type Settled, settle } from '../store/settle.ts';

/** What became of one meeting in a run. */
export type SettleRun = { readonly meetingId: string } & (
  | { readonly settled: Settled }
  | { readonly error: unknown }
);

/** How long one meeting may take; the next run goes on where it was. */
const LONGEST_MS = 60_000;

/**
 * Ends the offers that are over and offers the seats that are free, of every meeting that is not over. A meeting
 * that fails does not keep the others from theirs.
 *
 * @returns what became of each meeting in which there was something to do.
 */
export async function settleMeetings(
  store: Store,
  publicUrl: string,
  now: Date,
): Promise<SettleRun[]> {
  const runs: SettleRun[] = [];
  for (const { meeting } of await listMeetings(store)) {
    const meetingId = meeting.id;
    try {
      // A day more, so that what was offered until the end ends too.
      if (dayIn(meeting.timeZone, now) > addDays(meeting.endsOn, 1)) continue;
      const deadline = Date.now() + LONGEST_MS;
      const settled = await settle(store, meetingId, { publicUrl, now, deadline });
      if (settled.offered + settled.expired > 0) runs.push({ meetingId, settled });
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}
