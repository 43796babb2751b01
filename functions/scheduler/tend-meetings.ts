import { addDays, dayIn } from '../domain/day.ts';
import { isContactOver } from '../domain/retention.ts';
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
 * @param notes the bucket of notes of nomination, at a stage that has one.
 * @returns what became of each meeting in which there was something to do.
 */
export async function tendMeetings(
  store: Store & Vault,
  { publicUrl, notes, now }: { publicUrl: string; notes?: string | undefined; now: Date },
): Promise<TendRun[]> {
  const runs: TendRun[] = [];
  for (const stored of await listMeetings(store)) {
    const meetingId = stored.meeting.id;
    try {
      const moving = { publicUrl, now, deadline: Date.now() + LONGEST_MS };
      const done = await tend(store, stored, moving, notes);
      if (Object.values(done).some((count) => count > 0)) runs.push({ meetingId, done });
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}

async function tend(
  store: Store & Vault,
  stored: StoredMeeting,
  moving: Moving,
  notes: string | undefined,
) {
  const { meeting } = stored;
  // As long as an offer can stand that was made on the last day.
  const longest = Math.ceil(meeting.offerHours / 24) + 1;
  const settles = dayIn(meeting.timeZone, moving.now) <= addDays(meeting.endsOn, longest);
  const settled = settles ? await settle(store, meeting.id, moving) : {};
  const deleted = await applyRetention(store, stored, moving);
  // Notes name people and have their signatures: they go with the addresses, once a day as those do.
  const goes = notes !== undefined && deleted !== undefined && isContactOver(meeting, moving.now);
  return { ...settled, ...deleted, ...(goes && { notes: await deletedNotes(notes, meeting.id) }) };
}

/** The SDK of S3 comes when there is something to delete. */
async function deletedNotes(bucket: string, meetingId: string): Promise<number> {
  const { deleteNotes } = await import('../store/note-file.ts');
  return deleteNotes(bucket, meetingId);
}
