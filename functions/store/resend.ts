import type { Meeting } from '../domain/meeting.ts';
import type { Registration } from '../domain/registration.ts';
import { auditWrite } from './audit.ts';
import { type Store, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { messageWrite } from './outbox.ts';
import { participantMessages } from './participant-message.ts';
import { getRegistration } from './registration.ts';
import { transact } from './transact.ts';

/** A message about one registration is sent at most once in this time. */
export const RESEND_AFTER_MS = 3_600_000;

export type ResendOutcome =
  | { readonly outcome: 'queued' }
  /** `again`: the instant from which it may be asked for. */
  | { readonly outcome: 'too-soon'; readonly again: Date }
  | { readonly outcome: 'no-address' };

/** Sends the participant once more where the registration stands, unless that was done within the hour. */
export async function resendMessage(
  store: Store,
  meeting: Meeting,
  registration: Registration,
  { publicUrl, now, deadline }: { publicUrl: string; now: Date; deadline: number },
): Promise<ResendOutcome> {
  const [message] = participantMessages(meeting, registration, publicUrl, now);
  if (message === undefined) return { outcome: 'no-address' };
  const { reference } = registration;
  // Whoever asks before announce.ts comes to them has been told with this.
  const told = meeting.cancelled && meeting.edition;
  const result = await transact(
    store.client,
    [
      {
        Update: {
          TableName: store.registry,
          Key: toItem(registryKeys.registration(meeting.id, reference)),
          UpdateExpression: `SET lastMessageAt = :now, messageIds = list_append(if_not_exists(messageIds, :none), :ids)${told === undefined ? '' : ', told = :told'}`,
          // The version: a message must not say what has ceased to be true.
          ConditionExpression: '#version = :version AND lastMessageAt <= :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({
            ':now': now.toISOString(),
            ':version': registration.version,
            ':before': new Date(now.getTime() - RESEND_AFTER_MS).toISOString(),
            ':none': [],
            ':ids': [message.id],
            ':told': told,
          }),
        },
      },
      messageWrite(store, message, now),
      auditWrite(
        store,
        meeting.id,
        { action: 'message-resent', actor: 'participant', reference },
        now,
      ),
    ],
    deadline,
  );
  if (result.written) return { outcome: 'queued' };
  const last = Date.parse(registration.lastMessageAt ?? now.toISOString());
  return { outcome: 'too-soon', again: new Date(last + RESEND_AFTER_MS) };
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
