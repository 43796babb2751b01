import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { sinceTold } from '../meeting/meeting.ts';
import { readDelivery } from '../outbox/delivery.ts';
import { messageWrite } from '../outbox/outbox.ts';
import { auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { StoreBusy, transact } from '../platform/transact.ts';
import { getRegistration } from '../registration/registration.ts';
import { newsFor } from './anew.ts';
import { notedWrite } from './noted.ts';
import { participantMessages } from './participant-message.ts';
import { lookAtAll, mayBeSent, takeBack } from './unsaid.ts';

/** A message about one registration is sent at most once in this time. */
export const RESEND_AFTER_MS = 3_600_000;

export type ResendOutcome =
  | { readonly outcome: 'queued' }
  /** `again`: the instant from which it may be asked for. */
  | { readonly outcome: 'too-soon'; readonly again: Date }
  | { readonly outcome: 'no-address' };

/** How often a registration may change under our hands. */
const TRIES = 5;

/**
 * Sends the participant once more where the registration stands, unless that was done within the hour, and could be.
 *
 * @throws StoreBusy when the table takes nothing before the deadline, or the registration changes all the time.
 */
export async function resendMessage(
  store: Store,
  meeting: Meeting,
  seen: Registration,
  { publicUrl, now, deadline }: { publicUrl: string; now: Date; deadline: number },
): Promise<ResendOutcome> {
  const { liftedAt = '' } = await readDelivery(store, seen.email);
  let one: Registration | undefined = seen;
  for (let tries = 0; tries < TRIES && one !== undefined; tries++) {
    const { reference, lastMessageAt } = one;
    const { meeting: current } = await sinceTold(store, { meeting }, one.told);
    const [message] = participantMessages(current, one, publicUrl, now);
    if (message === undefined) return { outcome: 'no-address' };
    // What was written before the address was taken off the suppression list has not reached its owner.
    if (lastMessageAt !== undefined && lastMessageAt > liftedAt) {
      const again = new Date(Date.parse(lastMessageAt) + RESEND_AFTER_MS);
      if (again > now) return { outcome: 'too-soon', again };
    }
    // Whoever asks before announce.ts comes to them has been told with this.
    const told = current.cancelled && current.edition;
    const earlier = await lookAtAll(store, one.messageIds);
    const unread = earlier.find(
      (other) => other.message.id === one?.news && other.progress === 'unread',
    );
    // What has not been read of the meeting is said along.
    const news = unread ? newsFor(current, one, unread, { publicUrl, now }) : [];
    const again = news.map((other) => ({ ...other, id: `${other.id}-r${now.getTime()}` }));
    // What may yet be sent and says the same would come twice.
    const instead = earlier.filter(
      (other) =>
        mayBeSent(other) &&
        (other.message.content.kind === message.content.kind ||
          (again.length > 0 && other === unread)),
    );
    const messages = message.content.kind === 'meeting-cancelled' ? [message] : [message, ...again];
    const noted = notedWrite(store, one, messages, { lastMessageAt: now.toISOString(), told });
    const line = { action: 'message-resent', actor: 'participant', reference } as const;
    const writes = [
      noted,
      ...messages.map((other) => messageWrite(store, other, now)),
      ...instead.map((other) => takeBack(store, other)),
      auditWrite(store, meeting.id, line, now),
    ];
    if ((await transact(store.client, writes, deadline)).written) return { outcome: 'queued' };
    one = await getRegistration(store, reference);
  }
  if (one === undefined) return { outcome: 'no-address' };
  throw new StoreBusy('The registration is changing too fast');
}

/**
 * Sends whoever holds an address the message about their registration again, where somebody else, or they themselves
 * once more, have asked for the address: they may not have seen it. At most once an hour.
 */
export async function remindHolder(
  store: Store,
  meeting: Meeting,
  reference: string,
  moving: { publicUrl: string; now: Date; deadline: number },
): Promise<void> {
  const registration = await getRegistration(store, reference);
  if (registration) await resendMessage(store, meeting, registration, moving);
}
