/** The largest file that a note of nomination may be, in bytes: 5 MB, a letter of some scanned pages. */
export const LARGEST_NOTE = 5 * 1024 * 1024;

export const NOTE_TYPE = 'application/pdf';

/** The note of nomination as a file that is kept: where, how many bytes, and when it was handed in (an instant). */
export type NoteFile = {
  readonly key: string;
  readonly size: number;
  readonly handedInAt: string;
};

/** Whether the first bytes of a file are those of a PDF (ISO 32000-1 §7.5.2), whatever it says of itself. */
export const beginsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
