import { gunzipSync } from 'node:zlib';
import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, type Outbox, toItem } from '../platform/client.ts';
import { OUTBOX_PARTS, outboxKeys } from '../platform/keys.ts';
import type { Attachment, OutboxMessage } from './message.ts';

/** A message says that it has an attachment, and not all of it is there: it can never be sent as it is. */
export class PartsMissing extends Error {
  override readonly name = 'PartsMissing';
}

/** One item of an attachment. */
export type Part = Attachment;

/**
 * The attachments of a message, put together again from the parts that `partWrites` made: one, or none.
 *
 * @throws PartsMissing when a part is not there.
 */
export function attachmentsOf(
  { parts }: Pick<OutboxMessage, 'parts'>,
  found: readonly Part[],
): Attachment[] {
  if (parts === 0) return [];
  const [first] = found;
  if (first === undefined || found.length < parts)
    throw new PartsMissing(`${found.length} of ${parts} parts are there`);
  const { fileName, contentType } = first;
  // More of them are of a longer list that was never sent, as its message was not written.
  const compressed = Buffer.concat(found.slice(0, parts).map((part) => part.content));
  const content = gunzipSync(compressed);
  return [{ fileName, contentType, content }];
}

/** The parts of a message in their order, however many pages of an answer (1 MB each) they take. */
export async function readParts(
  { client, outbox }: Outbox,
  { id, parts }: Pick<OutboxMessage, 'id' | 'parts'>,
): Promise<Part[]> {
  if (parts === 0) return [];
  const found: Part[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: outbox,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :parts)',
        ExpressionAttributeValues: toItem({
          ':pk': outboxKeys.message(id).pk,
          ':parts': OUTBOX_PARTS,
        }),
        ExclusiveStartKey: start,
        ConsistentRead: true,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => fromItem<Part>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}
