import { randomUUID } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Actor } from '../domain/registration.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';

/** One line of the audit log: what was done, to what, by whom. It names no person. */
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
    | 'nominated'
    | 'replaced'
    | 'role-set'
    | 'note-recorded'
    | 'focal-point-invited'
    | 'link-rotated'
    | 'message-resent'
    | 'reminders-sent'
    | 'reminders-stopped'
    | 'reminders-resumed'
    | 'meeting-applied'
    | 'roster-loaded';
  readonly actor: Actor | 'operator';
  readonly reference?: string | undefined;
  readonly detail?: string | undefined;
};

/** The write of an audit line, for the transaction that does what it says. */
export function auditWrite(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  line: AuditLine,
  now: Date,
): TransactWriteItem {
  const at = now.toISOString();
  return {
    Put: {
      TableName: registry,
      Item: toItem({ ...registryKeys.audit(meetingId, at, randomUUID()), at, ...line }),
    },
  };
}
