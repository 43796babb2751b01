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

/** A delegation as its files know it. */
type Of = Pick<Delegation, 'meetingId' | 'id'>;

const TYPE = 'application/pdf';

/** What every PDF begins with (ISO 32000-2, section 7.5.2). */
const MAGIC = '%PDF-';

/** For how long a form takes an upload, in seconds: somebody has to find the file. */
const UPLOAD_S = 900;

let shared: S3Client | undefined;

/** A client of its own for each process. Another S3 than Amazon's has no names for its buckets. */
function client(): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  shared ??= new S3Client({ forcePathStyle: Boolean(AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) });
  return shared;
}

/** A form that a browser sends a file with, straight to the bucket: its address and its hidden fields. */
export type UploadForm = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * A form for one PDF of at most `LARGEST_NOTE` bytes. It goes to a place of its own: whoever keeps the form can
 * change nothing that has been looked at.
 *
 * @param back where the browser is sent afterwards
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
 * Keeps what was uploaded, after a look at it: a copy of exactly what was looked at goes where no form reaches.
 *
 * @returns its size in bytes; `missing` when nothing was uploaded, or it is gone; `not-a-pdf` for what is none
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
 * Nothing is there; or it is not any more what was looked at. S3 tells "not there" from "not allowed" only to whoever
 * may list the bucket, which the function may not.
 */
const GONE = new Set([
  'NoSuchKey',
  'NotFound',
  'AccessDenied',
  'InvalidRange',
  'PreconditionFailed',
]);

/** Deletes a file that another has taken the place of. */
export async function removeNote(bucket: string, of: Of, upload: string): Promise<void> {
  await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: noteKeys.kept(of, upload) }));
}

/** Deletes all files of a meeting. @returns how many there were */
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

/** An address that gives a file to whoever has it, for so many seconds. It is saved and never shown in the page. */
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
