import type { Delegation } from './delegation.ts';

/** The largest file that a note of nomination may be, in bytes: 5 MB, a letter of some scanned pages. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

export const NOTE_TYPE = 'application/pdf';

/** The note of nomination as a file that is kept: where, how many bytes, and when it was handed in (an instant). */
export type NoteFile = {
  readonly key: string;
  readonly size: number;
  readonly handedInAt: string;
};

type Of = Pick<Delegation, 'meetingId' | 'id'>;

/** What has just been uploaded, and nobody has looked at yet, and what was looked at and is kept. */
export const NOTE_PREFIXES = { incoming: 'incoming', kept: 'notes' } as const;

/** Where a file of a delegation is. @param name a UUID, so that nobody finds it by guessing */
export function noteKey(
  prefix: keyof typeof NOTE_PREFIXES,
  { meetingId, id }: Of,
  name: string,
): string {
  return `${NOTE_PREFIXES[prefix]}/${meetingId}/${id}/${name}`;
}

/** The name of a file that this delegation has uploaded, or `undefined` where the key is anything else. */
export function incomingName(of: Of, key: string): string | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const isName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
  return isName && key === noteKey('incoming', of, name) ? name : undefined;
}

/** Whether the first bytes of a file are those of a PDF (ISO 32000-1 §7.5.2), whatever it says of itself. */
export const beginsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
