import type { Registration } from '../../domain/registration/registration.ts';
import type { Command } from '../../domain/registration/transitions.ts';
import type { AuditLine } from '../platform/audit.ts';
import type { Change } from './commit.ts';

/** What every operation on a registration or delegation needs: where links lead, the time, and when to give up. */
export type OperationContext = {
  readonly publicUrl: string;
  readonly now: Date;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
};

/** What the audit log calls a move. */
const ACTIONS = {
  approve: 'approved',
  decline: 'declined',
  offer: 'offered',
  accept: 'accepted',
  expire: 'expired',
  withdraw: 'withdrawn',
} as const satisfies Record<Command['move'], AuditLine['action']>;

/** A transition as it is committed, with its audit line. */
export function changeOf(
  before: Registration,
  { after, writes }: Pick<Change, 'after' | 'writes'>,
  command: Command,
): Change & { readonly before: Registration } {
  const actor =
    'by' in command
      ? command.by
      : command.move === 'offer' || command.move === 'expire'
        ? 'service'
        : 'participant';
  return { before, after, writes, audit: { action: ACTIONS[command.move], actor } };
}
