import type { Registration } from '../../domain/registration/registration.ts';
import type { Command } from '../../domain/registration/transitions.ts';
import type { AuditLine } from '../platform/audit.ts';
import type { Change } from './commit.ts';

/** The time and the deadline of an operation on a registration or delegation. */
export type OperationContext = {
  readonly now: Date;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
};

/** The action in the audit log for each transition. */
const ACTIONS = {
  approve: 'approved',
  decline: 'declined',
  offer: 'offered',
  accept: 'accepted',
  expire: 'expired',
  withdraw: 'withdrawn',
} as const satisfies Record<Command['move'], AuditLine['action']>;

/** Builds the change of a transition, with its audit line. */
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
