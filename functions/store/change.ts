import type { Command } from '../domain/moves.ts';
import type { Registration } from '../domain/registration.ts';
import type { AuditLine } from './audit.ts';
import type { Change } from './commit.ts';
import type { StoredMeeting } from './meeting.ts';
import { participantMessages } from './participant-message.ts';

/** What every change of a registration is made with. */
export type Moving = {
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

/** A move as it is committed: with its audit line, and the message that says where the registration stands. */
export function changeOf(
  { meeting }: StoredMeeting,
  before: Registration,
  { after, writes }: Pick<Change, 'after' | 'writes'>,
  command: Command,
  { publicUrl }: Moving,
): Change {
  const actor =
    'by' in command
      ? command.by
      : command.move === 'offer' || command.move === 'expire'
        ? 'service'
        : 'participant';
  return {
    before,
    after,
    writes,
    audit: { action: ACTIONS[command.move], actor },
    messages: participantMessages(meeting, after, publicUrl),
  };
}
