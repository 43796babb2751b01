import { gunzipSync } from 'node:zlib';
import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { parseNoticeId, recipientKey } from '../../domain/notifications/recipient.ts';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { OUTBOX_ATTACHMENTS, recipientPartition } from '../platform/keys.ts';
import type { Attachment, Notice } from './notice.ts';

/** A notice names an attachment, and some of its chunks are missing. It can never be sent. */
class ChunksMissing extends Error {
  override readonly name = 'ChunksMissing';
}

/**
 * Reads the attachment of a notice from the chunks that `attachmentWrites` made.
 *
 * @returns one attachment, or none.
 * @throws ChunksMissing if a chunk is missing.
 */
export async function readAttachments(
  outbox: Outbox,
  { id, document }: Pick<Notice, 'id' | 'document'>,
): Promise<Attachment[]> {
  const chunks = document?.chunks ?? 0;
  if (chunks === 0) return [];
  const found = await readChunks(outbox, id);
  const [first] = found;
  if (first === undefined || found.length < chunks)
    throw new ChunksMissing(`${found.length} of ${chunks} chunks are there`);
  const { fileName, contentType } = first;
  // Further chunks belong to a longer document whose notice was not written, so it was never sent.
  const compressed = Buffer.concat(found.slice(0, chunks).map((chunk) => chunk.content));
  return [{ fileName, contentType, content: gunzipSync(compressed) }];
}

/** Reads the chunks of an attachment in order, on as many pages (1 MB each) as there are. */
async function readChunks({ client, outbox }: Outbox, id: string): Promise<Attachment[]> {
  const parsed = parseNoticeId(id);
  if (parsed === undefined) return [];
  const found: Attachment[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: outbox,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :chunks)',
        ExpressionAttributeValues: toItem({
          ':pk': recipientPartition(recipientKey(parsed.recipient)),
          ':chunks': `${OUTBOX_ATTACHMENTS}${parsed.name}#`,
        }),
        ExclusiveStartKey: start,
        ConsistentRead: true,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => fromItem<Attachment>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}
