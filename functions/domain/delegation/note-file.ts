import type { Meeting } from '../meeting/meeting.ts';
import { addDays, dayIn } from '../shared/day.ts';

/** The most that a note of nomination may hold, in bytes. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

/** A note of nomination that was sent as a file: which upload it was, its size in bytes, and when it was kept. */
export type NoteFile = { readonly upload: string; readonly bytes: number; readonly keptAt: string };

/** What the name of an upload looks like. Nothing else is worth looking up. */
export const isUpload = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Whether the files of a meeting are to be gone: they name people, as what they are reached by does. */
export const notesAreOver = ({ timeZone, endsOn, retention }: Meeting, now: Date): boolean =>
  dayIn(timeZone, now) > addDays(endsOn, retention.contactDays);

/** The file of a delegation, as long as it is kept. */
export function noteFileOf(
  { noteFile }: { readonly noteFile?: NoteFile | undefined },
  meeting: Meeting,
  now: Date,
): NoteFile | undefined {
  return notesAreOver(meeting, now) ? undefined : noteFile;
}
