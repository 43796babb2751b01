import { randomUUID } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Actor } from '../../domain/registration/registration.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';

/** One line of the audit log: what was done, to which registration, and by whom. It names no person. */
export type AuditLine = {
  readonly action:
    | 'registered'
    | 'approved'
    | 'declined'
    | 'offered'
    | 'accepted'
    | 'expired'
    | 'withdrawn'
    | 'edited'
    | 'erased'
    | 'retention-applied'
    | 'retention-moved'
    | 'nominated'
    | 'replaced'
    | 'role-set'
    | 'note-recorded'
    | 'note-file-kept'
    | 'focal-point-invited'
    | 'link-rotated'
    | 'message-resent'
    | 'reminders-sent'
    | 'reminders-stopped'
    | 'reminders-resumed'
    | 'suppression-lifted'
    | 'message-requeued'
    | 'offer-reminded'
    | 'meeting-applied'
    | 'meeting-cancelled'
    | 'meeting-news-sent'
    | 'roster-loaded';
  readonly actor: Actor | 'operator';
  readonly reference?: string | undefined;
  readonly detail?: string | undefined;
};

/**
 * Builds the write of an audit line, for the transaction that makes the change.
 * @param meetingId `undefined` for a line that concerns no single meeting.
 */
export function auditWrite(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string | undefined,
  line: AuditLine,
  now: Date,
): TransactWriteItem {
  const at = now.toISOString();
  const id = randomUUID();
  const key =
    meetingId === undefined
      ? registryKeys.stageAudit(at, id)
      : registryKeys.audit(meetingId, at, id);
  return {
    Put: {
      TableName: registry,
      Item: toItem({ ...key, at, ...line }),
    },
  };
}
