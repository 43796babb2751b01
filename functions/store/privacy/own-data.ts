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

/** A line of the audit log, with its time in ISO 8601. */
export type OwnAuditLine = AuditLine & { readonly at: string };

/** Reads all lines of the audit log about one registration, in the order of time. */
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

/** The parts of a line that the participant may see. The detail is left out if it is the reference of another person. */
export function ownLine({ at, action, actor, detail }: OwnAuditLine) {
  const namesAnother = detail !== undefined && parseReference(detail) !== undefined;
  return { at, action, actor, ...(!namesAnother && { detail }) };
}

/**
 * Reads the notices of one recipient, in the order of their names.
 * @param name how their names begin.
 */
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
 * Reads the notices about a registration in the order in which they were written: those to its participant, and those
 * that asked a focal point or organisers to validate it.
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
 * The parts of a notice that the participant may see: of one to themselves the kind, the language and the status; of
 * one to somebody else only when it was written and sent.
 */
export function ownNotice({ recipient, event, kind, language, ...notice }: Notice) {
  const { createdAt: writtenAt, sentAt, status, bounce } = notice;
  return parseRecipientKey(recipient)?.kind === 'participant'
    ? { event: event.kind, kind, language, writtenAt, sentAt, status, bounce }
    : { event: event.kind, writtenAt, sentAt };
}

/**
 * Builds the writes that delete notices and what a participant was last notified of. A notice that was not sent is then
 * never sent: the notifier finds nothing to claim, and cannot store what it is about to say.
 */
export function noticeErasures(
  { outbox }: Pick<Outbox, 'outbox'>,
  notices: readonly Key[],
): TransactWriteItem[] {
  return notices.map(({ pk, sk }) => ({
    Delete: { TableName: outbox, Key: toItem({ pk, sk }) },
  }));
}
