import type { Delegation } from '../../domain/delegation/delegation.ts';
import { delegationWrite } from '../delegation/delegation.ts';
import type { NewMessage } from '../outbox/message.ts';
import { messageWrite } from '../outbox/outbox.ts';
import { auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { transact } from '../platform/transact.ts';
import { type Earlier, takeBack } from './unsaid.ts';

/**
 * Writes a focal point how the meeting has changed, and notes it with the delegation, in one transaction: only while the
 * delegation is still what was seen, and only if the messages were never written.
 *
 * @param after the delegation with what is noted. @param instead what waits and is taken back.
 * @returns whether they were written.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function tellFocalPoint(
  store: Store,
  { id, meetingId, version, messageIds = [] }: Delegation,
  after: Delegation,
  messages: readonly NewMessage[],
  { now, deadline, instead }: { now: Date; deadline: number; instead: readonly Earlier[] },
): Promise<boolean> {
  const line = { action: 'meeting-news-sent', actor: 'service', detail: id } as const;
  const writes = [
    delegationWrite(
      store,
      {
        ...after,
        messageIds: [...messageIds, ...messages.map((message) => message.id)],
        version: version + 1,
      },
      version,
    ),
    ...messages.map((message) => messageWrite(store, message, now)),
    ...instead.map((earlier) => takeBack(store, earlier)),
    auditWrite(store, meetingId, line, now),
  ];
  return (await transact(store.client, writes, deadline)).written;
}
