import { addDays, dayIn } from '../domain/day.ts';
import type { Moving } from '../store/change.ts';
import type { Store, Vault } from '../store/client.ts';
import { listMeetings, type StoredMeeting } from '../store/meeting.ts';
import { applyRetention } from '../store/retain.ts';
import { settle } from '../store/settle.ts';

/** What became of one meeting in a run: how often each thing was done, or what went wrong. */
export type TendRun = { readonly meetingId: string } & (
  | { readonly done: Readonly<Record<string, number>> }
  | { readonly error: unknown }
);

/** How long one meeting may take; the next run goes on where it was. */
const LONGEST_MS = 60_000;

/**
 * Ends the offers that are over and offers the seats that are free, of every meeting that is not over; and
 * deletes what is no longer needed of those that are. A meeting that fails does not keep the others from theirs.
 *
 * @returns what became of each meeting in which there was something to do.
 */
export async function tendMeetings(
  store: Store & Vault,
  publicUrl: string,
  now: Date,
): Promise<TendRun[]> {
  const runs: TendRun[] = [];
  for (const stored of await listMeetings(store)) {
    const meetingId = stored.meeting.id;
    try {
      const done = await tend(store, stored, {
        publicUrl,
        now,
        deadline: Date.now() + LONGEST_MS,
      });
      if (Object.values(done).some((count) => count > 0)) runs.push({ meetingId, done });
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}

async function tend(store: Store & Vault, stored: StoredMeeting, moving: Moving) {
  const { meeting } = stored;
  // As long as an offer can stand that was made on the last day.
  const longest = Math.ceil(meeting.offerHours / 24) + 1;
  const settles = dayIn(meeting.timeZone, moving.now) <= addDays(meeting.endsOn, longest);
  return {
    ...(settles ? await settle(store, meeting.id, moving) : {}),
    ...(await applyRetention(store, stored, moving)),
  };
}
