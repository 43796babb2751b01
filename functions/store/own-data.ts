import { GetItemCommand, QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Registration } from '../domain/registration.ts';
import type { AuditLine } from './audit.ts';
import { fromItem, type Outbox, type Registry, toItem } from './client.ts';
import { outboxKeys, PREFIXES, registryKeys } from './keys.ts';
import type { OutboxMessage } from './message.ts';

/** What was done with a registration, and when. */
export type OwnAuditLine = AuditLine & { readonly at: string };

/** Every line of the audit log about one registration, in the order of time. */
export async function auditOf(
  { client, registry }: Registry,
  { meetingId, reference }: Pick<Registration, 'meetingId' | 'reference'>,
): Promise<OwnAuditLine[]> {
  const lines: OwnAuditLine[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: registry,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
        FilterExpression: '#reference = :reference',
        ExpressionAttributeNames: { '#reference': 'reference' },
        ExpressionAttributeValues: toItem({
          ':pk': registryKeys.meeting(meetingId).pk,
          ':audit': PREFIXES.audit,
          ':reference': reference,
        }),
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    lines.push(...(page.Items ?? []).map((item) => fromItem<OwnAuditLine>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return lines;
}

/** The messages to a participant that are still kept, in the order they were written. */
export async function messagesOf(
  { client, outbox }: Outbox,
  { messageIds = [] }: Pick<Registration, 'messageIds'>,
): Promise<OutboxMessage[]> {
  const items = await Promise.all(
    messageIds.map((id) =>
      client.send(
        new GetItemCommand({
          TableName: outbox,
          Key: toItem(outboxKeys.message(id)),
          ConsistentRead: true,
        }),
      ),
    ),
  );
  return items.flatMap(({ Item }) => (Item ? [fromItem<OutboxMessage>(Item)] : []));
}

/**
 * The writes that take messages out of the outbox. One that was not sent is then not sent: claiming it needs
 * the item to be there, as does recording what became of one that is being sent at this moment.
 */
export function messageErasures(
  { outbox }: Pick<Outbox, 'outbox'>,
  ids: readonly string[],
): TransactWriteItem[] {
  return ids.map((id) => ({
    Delete: { TableName: outbox, Key: toItem(outboxKeys.message(id)) },
  }));
}
