import { notesAreOver } from '../domain/delegation/note-file.ts';
import { addDays, dayIn } from '../domain/shared/day.ts';
import { MEETING_JOBS_MS } from '../domain/shared/time-budgets.ts';
import { listMeetings, type StoredMeeting } from '../store/meeting/meeting.ts';
import { announce, isAnnouncing } from '../store/notifications/announce.ts';
import { remindOfOffers } from '../store/notifications/offer-reminders.ts';
import type { Store, Vault } from '../store/platform/client.ts';
import { rescheduleRetention } from '../store/privacy/reschedule-retention.ts';
import { retentionJob } from '../store/privacy/retention-job.ts';
import { advanceWaitingList } from '../store/registration/advance-waiting-list.ts';
import type { OperationContext } from '../store/registration/change.ts';

/** The result of one meeting in a run: how often each thing was done, or the error. */
export type MeetingJobsRun = { readonly meetingId: string } & (
  | { readonly done: Readonly<Record<string, number>> }
  | { readonly error: unknown }
);

/**
 * Runs the jobs of each meeting. Of those that are not over, it ends expired offers, offers free seats and reminds
 * people of offers that end soon. It announces changes of meetings, reschedules the deletion days of sensitive data,
 * and deletes what is no longer needed of meetings that are over. If one meeting fails, the others continue.
 *
 * @param notes the bucket of notes of nomination, if the stage accepts files.
 * @returns the result of each meeting for which there was something to do.
 */
export async function meetingJobs(
  store: Store & Vault,
  now: Date,
  notes?: string,
): Promise<MeetingJobsRun[]> {
  const runs: MeetingJobsRun[] = [];
  for (const stored of await listMeetings(store)) {
    const meetingId = stored.meeting.id;
    try {
      const moving = { now, deadline: Date.now() + MEETING_JOBS_MS };
      const done = await jobsOf(store, stored, moving, notes);
      if (Object.values(done).some((count) => count > 0)) runs.push({ meetingId, done });
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}

async function jobsOf(
  store: Store & Vault,
  stored: StoredMeeting,
  moving: OperationContext,
  notes: string | undefined,
) {
  const { meeting } = stored;
  // Long enough for an offer that was made on the last day.
  const longest = Math.ceil(meeting.offerHours / 24) + 1;
  const advances =
    !meeting.cancelled && dayIn(meeting.timeZone, moving.now) <= addDays(meeting.endsOn, longest);
  const followed = await rescheduleRetention(store, meeting.id, moving);
  const days = followed > 0 ? { daysFollowed: followed } : {};
  const advanced = advances ? await advanceWaitingList(store, meeting.id, moving) : {};
  const reminded = advances ? { reminded: await remindOfOffers(store, meeting.id, moving) } : {};
  const told = isAnnouncing(stored) ? { announced: await announce(store, meeting.id, moving) } : {};
  const deleted = await retentionJob(store, stored, moving);
  // Also once a day, because a search for files costs a request.
  const over = deleted !== undefined && notesAreOver(meeting, moving.now);
  const cleared = over ? await deleteFiles(notes, meeting.id) : {};
  return { ...days, ...advanced, ...reminded, ...told, ...deleted, ...cleared };
}

/** Deletes the notes of nomination of a meeting. The S3 client is loaded only when it is needed. */
async function deleteFiles(notes: string | undefined, meetingId: string) {
  if (notes === undefined) return {};
  const { removeNotes } = await import('../store/delegation/note-files.ts');
  return { files: await removeNotes(notes, meetingId) };
}
