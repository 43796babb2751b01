import type { Registration } from '../../domain/registration/registration.ts';
import type { NewMessage } from '../outbox/message.ts';
import { messageWrite } from '../outbox/outbox.ts';
import { type AuditLine, auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { transact } from '../platform/transact.ts';
import { notedWrite } from './noted.ts';
import { type Earlier, takeBack } from './unsaid.ts';

/**
 * Writes messages to a participant whose registration does not move by them, and notes them there, in one transaction:
 * only while the registration is still what was seen, and only if the messages were never written.
 *
 * @param told the edition of the meeting that they tell of, if they do. @param said what was told of changed details,
 * where another message says it now. @param instead what waits and is taken back,
 * as they say it, or it is no longer so.
 * @returns whether they were written.
 * @throws StoreBusy when the deadline (milliseconds since the epoch) is reached.
 */
export async function tell(
  store: Store,
  one: Registration,
  messages: readonly NewMessage[],
  action: AuditLine['action'],
  {
    now,
    deadline,
    told,
    said,
    instead = [],
  }: {
    now: Date;
    deadline: number;
    told?: number | undefined;
    said?: Registration['said'];
    instead?: readonly Earlier[] | undefined;
  },
): Promise<boolean> {
  const line = { action, actor: 'service', reference: one.reference } as const;
  const writes = [
    notedWrite(store, one, messages, { told, said }),
    ...messages.map((message) => messageWrite(store, message, now)),
    ...instead.map((earlier) => takeBack(store, earlier)),
    auditWrite(store, one.meetingId, line, now),
  ];
  return (await transact(store.client, writes, deadline)).written;
}
