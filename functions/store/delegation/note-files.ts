import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import { LARGEST_NOTE } from '../../domain/delegation/note-file.ts';
import { noteKeys } from '../platform/keys.ts';

/** The parts of a delegation that the keys of its files contain. */
type Of = Pick<Delegation, 'meetingId' | 'id'>;

const TYPE = 'application/pdf';

/** The first bytes of every PDF (ISO 32000-2, section 7.5.2). */
const MAGIC = '%PDF-';

/** How long a form accepts an upload, in seconds: people need time to find the file. */
const UPLOAD_S = 900;

let shared: S3Client | undefined;

/** One client for each process. Other S3 services than Amazon's have no host name for each bucket, so the path names it. */
function client(): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  shared ??= new S3Client({ forcePathStyle: Boolean(AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) });
  return shared;
}

/** A form with which a browser sends a file directly to the bucket: its address and its hidden fields. */
export type UploadForm = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * Makes a form for one PDF of at most `LARGEST_NOTE` bytes. The file gets a key of its own under `incoming/`, so the
 * form cannot change a file that was checked.
 *
 * @param back the address to which the browser goes after the upload.
 */
export async function uploadForm(
  bucket: string,
  of: Of,
  upload: string,
  back: string,
): Promise<UploadForm> {
  return createPresignedPost(client(), {
    Bucket: bucket,
    Key: noteKeys.incoming(of, upload),
    Expires: UPLOAD_S,
    Fields: { 'Content-Type': TYPE, success_action_redirect: back },
    Conditions: [['content-length-range', 1, LARGEST_NOTE]],
  });
}

/**
 * Checks an uploaded file and keeps a copy of exactly what was checked, under a key that no form can write.
 *
 * @returns its size in bytes; `missing` if nothing was uploaded or the file is gone; `not-a-pdf` if it is no PDF or too
 * large.
 */
export async function keepUpload(
  bucket: string,
  of: Of,
  upload: string,
): Promise<number | 'missing' | 'not-a-pdf'> {
  const s3 = client();
  const incoming = { Bucket: bucket, Key: noteKeys.incoming(of, upload) };
  try {
    const found = await s3.send(
      new GetObjectCommand({ ...incoming, Range: `bytes=0-${MAGIC.length - 1}` }),
    );
    const beginning = await found.Body?.transformToString('latin1');
    const bytes = Number(found.ContentRange?.split('/')[1]);
    const well = beginning === MAGIC && bytes <= LARGEST_NOTE;
    if (well)
      await s3.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: noteKeys.kept(of, upload),
          CopySource: `${bucket}/${incoming.Key}`,
          CopySourceIfMatch: found.ETag,
          ContentType: TYPE,
          MetadataDirective: 'REPLACE',
        }),
      );
    await s3.send(new DeleteObjectCommand(incoming));
    return well ? bytes : 'not-a-pdf';
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.has(error.name)) return 'missing';
    throw error;
  }
}

/**
 * The file does not exist, or is not the one that was checked. S3 answers "access denied" for a missing file if the
 * function may not list the bucket, and this one may not.
 */
const GONE = new Set([
  'NoSuchKey',
  'NotFound',
  'AccessDenied',
  'InvalidRange',
  'PreconditionFailed',
]);

/** Deletes a file that another one has replaced. */
export async function removeNote(bucket: string, of: Of, upload: string): Promise<void> {
  await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: noteKeys.kept(of, upload) }));
}

/**
 * Deletes all files of a meeting.
 * @returns how many there were.
 */
export async function removeNotes(bucket: string, meetingId: string): Promise<number> {
  const s3 = client();
  for (let removed = 0; ; ) {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: noteKeys.ofMeeting(meetingId) }),
    );
    if (Contents.length === 0) return removed;
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({
        Bucket: bucket,
        Delete: { Objects: Contents.map(({ Key }) => ({ Key })), Quiet: true },
      }),
    );
    if (Errors.length > 0) throw new Error(`${Errors.length} notes could not be deleted`);
    removed += Contents.length;
  }
}

/**
 * Makes an address with which anybody can download a file for some seconds. The browser saves the file and never shows
 * it.
 */
export async function noteAddress(
  bucket: string,
  of: Of,
  upload: string,
  seconds: number,
): Promise<string> {
  return getSignedUrl(
    client(),
    new GetObjectCommand({
      Bucket: bucket,
      Key: noteKeys.kept(of, upload),
      ResponseContentType: TYPE,
      ResponseContentDisposition: `attachment; filename="note-${of.meetingId}-${of.id}.pdf"`,
    }),
    { expiresIn: seconds },
  );
}
