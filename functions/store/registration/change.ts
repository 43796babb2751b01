import type { Registration } from '../../domain/registration/registration.ts';
import type { Command } from '../../domain/registration/transitions.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { writtenAnew } from '../notifications/anew.ts';
import { participantMessages } from '../notifications/participant-message.ts';
import type { AuditLine } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
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

/**
 * A move as it is committed: with its audit line, the message that says where the registration stands, and the news of the
 * meeting that this one keeps from being sent.
 */
export async function changeOf(
  store: Store,
  { meeting }: StoredMeeting,
  before: Registration,
  { after, writes }: Pick<Change, 'after' | 'writes'>,
  command: Command,
  { publicUrl, now }: OperationContext,
): Promise<Change & { readonly before: Registration }> {
  const actor =
    'by' in command
      ? command.by
      : command.move === 'offer' || command.move === 'expire'
        ? 'service'
        : 'participant';
  const anew = await writtenAnew(store, meeting, before, after, {
    publicUrl,
    now,
    saysStanding: true,
  });
  return {
    before,
    after,
    writes: [...(writes ?? []), ...anew.writes],
    audit: { action: ACTIONS[command.move], actor },
    messages: [...participantMessages(meeting, after, publicUrl), ...anew.messages],
  };
}
