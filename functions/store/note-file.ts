import { randomUUID } from 'node:crypto';
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Delegation } from '../domain/delegation.ts';
import { beginsAsPdf, LARGEST_NOTE, NOTE_TYPE, type NoteFile } from '../domain/note-file.ts';
import { noteKeys } from './keys.ts';

/*
 * The files of notes of nomination, in a private bucket. A browser sends the file to S3 itself, as a function behind
 * API Gateway takes 6 MB at the most, of which base64 uses up a quarter. This module loads the SDK of S3: whoever
 * needs it now and then imports it only then.
 */

let client: S3Client | undefined;
const s3 = () => {
  client ??= new S3Client({
    maxAttempts: 3,
    // Where S3 is not Amazon's, buckets have no host names of their own.
    forcePathStyle: (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
  });
  return client;
};

/** For how long a form to upload with, and a link to open a file, are good: in seconds. */
const FORM_SECONDS = 3_600;
const LINK_SECONDS = 600;

/** A form that uploads one file: where it goes, and the fields that go with it, before the field `file`. */
export type UploadForm = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** @param returnTo where S3 leads to once it has the file, with its `key` in the query */
export function uploadForm(
  bucket: string,
  delegation: Delegation,
  returnTo: string,
): Promise<UploadForm> {
  return createPresignedPost(s3(), {
    Bucket: bucket,
    Key: noteKeys.file('incoming', delegation, randomUUID()),
    Conditions: [['content-length-range', 1, LARGEST_NOTE]],
    Fields: { 'Content-Type': NOTE_TYPE, success_action_redirect: returnTo },
    Expires: FORM_SECONDS,
  });
}

/**
 * Looks at a file that was uploaded, and keeps it where nobody can change it any more. What the form lets through
 * is what the browser says the file is; here it is seen.
 *
 * @returns nothing where there is no such file of this delegation, or it is no PDF.
 */
export async function keepUpload(
  bucket: string,
  delegation: Delegation,
  key: string,
  now: Date,
): Promise<NoteFile | undefined> {
  const name = noteKeys.uploaded(delegation, key);
  if (name === undefined) return undefined;
  const kept = noteKeys.file('kept', delegation, `${name}.pdf`);
  try {
    const head = await s3().send(
      new GetObjectCommand({ Bucket: bucket, Key: key, Range: 'bytes=0-4' }),
    );
    const bytes = (await head.Body?.transformToByteArray()) ?? new Uint8Array();
    const size = Number(head.ContentRange?.split('/')[1]);
    if (!beginsAsPdf(bytes) || !(size <= LARGEST_NOTE)) return undefined;
    await s3().send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: kept,
        CopySource: `${bucket}/${key}`,
        // The very bytes that were looked at: the form is good for some time yet.
        CopySourceIfMatch: head.ETag,
        MetadataDirective: 'REPLACE',
        ContentType: NOTE_TYPE,
      }),
    );
    return { key: kept, size, handedInAt: now.toISOString() };
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.has(error.name)) return undefined;
    throw error;
  }
}

/** What S3 says of a file that is not there, is empty, or was replaced while it was looked at. */
const GONE = new Set(['NoSuchKey', 'InvalidRange', 'PreconditionFailed']);

/** A link that opens a file, good for some minutes: whoever has it needs no other permission. */
export function noteLink(bucket: string, { id }: Delegation, { key }: NoteFile): Promise<string> {
  const disposition = `attachment; filename="note-of-nomination-${id}.pdf"`;
  return getSignedUrl(
    s3(),
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseContentDisposition: disposition,
      ResponseContentType: NOTE_TYPE,
    }),
    { expiresIn: LINK_SECONDS },
  );
}

/** Deletes one file, as another one has taken its place. */
export async function deleteNote(bucket: string, { key }: NoteFile): Promise<void> {
  await s3().send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [{ Key: key }], Quiet: true } }),
  );
}

/**
 * Deletes every file of a meeting, also those that no delegation knows of.
 *
 * @returns how many there were.
 */
export async function deleteNotes(bucket: string, meetingId: string): Promise<number> {
  let deleted = 0;
  for (const prefix of ['incoming', 'kept'] as const) {
    for (;;) {
      const { Contents = [] } = await s3().send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: noteKeys.meeting(prefix, meetingId) }),
      );
      const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
      if (Objects.length === 0) break;
      const { Errors = [] } = await s3().send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0) throw new Error(`${Errors.length} files could not be deleted`);
      deleted += Objects.length;
    }
  }
  return deleted;
}
