import type { Meeting } from '../meeting/meeting.ts';
import { addDays, dayIn } from '../shared/day.ts';

/** The maximum size of a note of nomination, in bytes. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

/** An uploaded note of nomination: its upload id, its size in bytes, and when it was stored. */
export type NoteFile = { readonly upload: string; readonly bytes: number; readonly keptAt: string };

/** True if a text can be the id of an upload. Nothing else needs a look-up. */
export const isUpload = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** True if the note files of a meeting must be deleted. They name people, so their retention is that of addresses. */
export const notesAreOver = ({ timeZone, endsOn, retention }: Meeting, now: Date): boolean =>
  dayIn(timeZone, now) > addDays(endsOn, retention.contactDays);

/** The note file of a delegation, until its retention is over. */
export function noteFileOf(
  { noteFile }: { readonly noteFile?: NoteFile | undefined },
  meeting: Meeting,
  now: Date,
): NoteFile | undefined {
  return notesAreOver(meeting, now) ? undefined : noteFile;
}
