import { QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { delegatedOf, delegationId } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import {
  organiserHash,
  parseRecipientKey,
  type Recipient,
  recipientKey,
} from '../../domain/notifications/recipient.ts';
import { parseReference } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { Notice } from '../outbox/notice.ts';
import type { AuditLine } from '../platform/audit.ts';
import { fromItem, type Outbox, type Registry, toItem } from '../platform/client.ts';
import {
  type Key,
  OUTBOX_NOTICES,
  PREFIXES,
  recipientPartition,
  registryKeys,
} from '../platform/keys.ts';

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

/** The notices of one recipient, in the order of their names. @param name how their names begin */
async function noticesTo(
  { client, outbox }: Outbox,
  recipient: Recipient,
  name = '',
): Promise<(Notice & Key)[]> {
  const notices: (Notice & Key)[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: outbox,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :notices)',
        ExpressionAttributeValues: toItem({
          ':pk': recipientPartition(recipientKey(recipient)),
          ':notices': `${OUTBOX_NOTICES}${name}`,
        }),
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    notices.push(...(page.Items ?? []).map((item) => fromItem<Notice & Key>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return notices;
}

/**
 * The notices about a registration that are still kept, in the order in which they were written: those to its participant,
 * and those that asked a focal point or organisers for an answer.
 */
export async function noticesAbout(
  outbox: Outbox,
  meeting: Pick<Meeting, 'id' | 'organisers'>,
  registration: Registration,
): Promise<(Notice & Key)[]> {
  const { reference } = registration;
  const delegated = delegatedOf(registration);
  const asked: Recipient[] = [
    ...(delegated
      ? [
          {
            kind: 'focal-point',
            meetingId: meeting.id,
            delegationId: delegationId(delegated),
          } as const,
        ]
      : []),
    ...meeting.organisers.map(
      ({ email }) =>
        ({
          kind: 'organiser',
          meetingId: meeting.id,
          addressHash: organiserHash(email),
        }) as const,
    ),
  ];
  const found = await Promise.all([
    noticesTo(outbox, { kind: 'participant', reference }),
    ...asked.map((recipient) => noticesTo(outbox, recipient, `ask-${reference}-`)),
  ]);
  return found.flat().sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * What its owner may see of a notice: of one to them its kind, its language and what became of it; of one to somebody else
 * that it was written. What became of that in somebody else's mailbox is theirs.
 */
export function ownNotice({ recipient, event, kind, language, ...notice }: Notice) {
  const { createdAt: writtenAt, sentAt, status, bounce } = notice;
  return parseRecipientKey(recipient)?.kind === 'participant'
    ? { event: event.kind, kind, language, writtenAt, sentAt, status, bounce }
    : { event: event.kind, writtenAt, sentAt };
}

/**
 * The writes that delete notices, and what their participant was last told. A notice that was not sent is then not sent:
 * the notifier finds nothing to claim, and cannot write down what it says.
 */
export function noticeErasures(
  { outbox }: Pick<Outbox, 'outbox'>,
  notices: readonly Key[],
): TransactWriteItem[] {
  return notices.map(({ pk, sk }) => ({
    Delete: { TableName: outbox, Key: toItem({ pk, sk }) },
  }));
}
