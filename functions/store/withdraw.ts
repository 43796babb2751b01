import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../domain/meeting.ts';
import { type MoveRefusal, withdraw } from '../domain/moves.ts';
import type { Registration } from '../domain/registration.ts';
import { freeAddress } from './address.ts';
import { auditWrite } from './audit.ts';
import { type Store, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { messageWrite } from './outbox.ts';
import { participantMessage } from './participant-message.ts';
import { getRegistration } from './registration.ts';
import { releaseSeat } from './seats.ts';
import { StoreBusy, transact } from './transact.ts';

export type WithdrawOutcome =
  | { readonly outcome: 'withdrawn'; readonly registration: Registration }
  | { readonly outcome: 'refused'; readonly reason: MoveRefusal };

/**
 * Withdraws a registration: its new state, its seats, its claim to the address, the audit line and the
 * message are written in one transaction. Should it have changed since it was read, it is read
 * again and decided anew.
 *
 * @throws StoreBusy when the table takes nothing before the deadline; nothing is written then.
 */
export async function withdrawRegistration(
  store: Store,
  meeting: Meeting,
  seen: Registration,
  { publicUrl, now, deadline }: { publicUrl: string; now: Date; deadline: number },
): Promise<WithdrawOutcome> {
  let before: Registration | undefined = seen;
  while (before !== undefined && Date.now() < deadline) {
    const moved = withdraw(before, meeting, now);
    if ('refused' in moved) return { outcome: 'refused', reason: moved.refused };
    const { registration, released } = moved;
    const { reference } = registration;
    const message = participantMessage(meeting, registration, publicUrl);
    const items: TransactWriteItem[] = [
      {
        Put: {
          TableName: store.registry,
          Item: toItem({ ...registryKeys.registration(meeting.id, reference), ...registration }),
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':version': before.version }),
        },
      },
      ...released.map((seat) => releaseSeat(store, meeting.id, seat)),
      auditWrite(store, meeting.id, { action: 'withdrawn', actor: 'participant', reference }, now),
    ];
    if (message !== undefined) items.push(messageWrite(store, message, now));
    if (registration.email !== undefined)
      items.push(freeAddress(store, meeting.id, registration.email, { reference, now }));
    const result = await transact(store.client, items, deadline);
    if (result.written) return { outcome: 'withdrawn', registration };
    before = await getRegistration(store, reference);
  }
  throw new StoreBusy('Withdrawing took too long');
}
