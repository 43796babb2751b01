import { GetItemCommand, QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { parseReference } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { type OutboxMessage, PARTICIPANT_MESSAGES } from '../outbox/message.ts';
import type { AuditLine } from '../platform/audit.ts';
import { fromItem, type Outbox, type Registry, toItem } from '../platform/client.ts';
import { outboxKeys, PREFIXES, registryKeys } from '../platform/keys.ts';

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

/** What its owner may see of a line: who takes or gives up a place with the same move is somebody else. */
export function ownLine({ at, action, actor, detail }: OwnAuditLine) {
  const namesAnother = detail !== undefined && parseReference(detail) !== undefined;
  return { at, action, actor, ...(!namesAnother && { detail }) };
}

/**
 * The messages about a registration that are still kept, in the order they were written: those to its participant,
 * and those that asked a focal point or organisers for an answer.
 */
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

const KINDS_TO_PARTICIPANT: ReadonlySet<string> = new Set(PARTICIPANT_MESSAGES);

/**
 * What its owner may see of a message: of one to them all that it says; of one to somebody else that it was written.
 * To whom, the link of their page and what became of it in their mailbox are that somebody's own. Kinds that are not
 * known to go to participants are taken for somebody else's.
 */
export function ownMessage(message: OutboxMessage) {
  const { content, to, language, createdAt: writtenAt, sentAt, status, bounce } = message;
  const { kind } = content;
  return KINDS_TO_PARTICIPANT.has(kind)
    ? { kind, to: to.email, language, content, writtenAt, sentAt, status, bounce }
    : { kind, writtenAt, sentAt };
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
