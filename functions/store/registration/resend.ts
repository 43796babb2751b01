import type { Registration } from '../../domain/registration/registration.ts';
import { readDelivery } from '../outbox/delivery.ts';
import { noticeWrite } from '../outbox/notice.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { getRegistration } from './registration.ts';

/** "Send again" works at most once in this time. */
const RESEND_AFTER_MS = 3_600_000;

export type ResendOutcome =
  | { readonly outcome: 'queued' }
  /** `again`: when it works again. */
  | { readonly outcome: 'too-soon'; readonly again: Date }
  | { readonly outcome: 'no-address' };

/**
 * Enqueues a notice that asks for the message of the current state again, unless one was sent within the last hour. If
 * another notice sends that message first, there is no second one.
 *
 * @throws StoreBusy if the table does not accept the write before the deadline, or the registration keeps changing.
 */
export async function resendMessage(
  store: Store,
  seen: Registration,
  { now, deadline }: { readonly now: Date; readonly deadline: number },
): Promise<ResendOutcome> {
  const { liftedAt = '' } = await readDelivery(store, seen.email);
  let one: Registration | undefined = seen;
  const retry = { deadline, busy: 'The registration is changing too fast' };
  return optimisticRetry<ResendOutcome>(retry, async () => {
    if (one?.email === undefined) return { outcome: 'no-address' };
    const { lastMessageAt, reference } = one;
    // Messages from before the suppression was lifted have not reached the participant.
    if (lastMessageAt !== undefined && lastMessageAt > liftedAt) {
      const again = new Date(Date.parse(lastMessageAt) + RESEND_AFTER_MS);
      if (again > now) return { outcome: 'too-soon', again };
    }
    if ((await transact(store.client, resendWrites(store, one, now), deadline)).written)
      return { outcome: 'queued' };
    one = await getRegistration(store, reference);
    return CONFLICT;
  });
}

function resendWrites(store: Store, { meetingId, reference, version }: Registration, now: Date) {
  const at = now.toISOString();
  return [
    {
      Update: {
        TableName: store.registry,
        Key: toItem(registryKeys.registration(meetingId, reference)),
        UpdateExpression: 'SET lastMessageAt = :now',
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({ ':now': at, ':version': version }),
      },
    },
    noticeWrite(
      store,
      {
        recipient: { kind: 'participant', reference },
        name: `resend-${now.getTime()}`,
        meetingId,
        event: { kind: 'resend-requested', requestedAt: at },
      },
      now,
    ),
    auditWrite(
      store,
      meetingId,
      { action: 'message-resent', actor: 'participant', reference },
      now,
    ),
  ];
}

/**
 * Sends the message of a registration again to its holder, if somebody tries to register with the same address. The
 * holder may not have read the first one. It does so at most once an hour.
 */
export async function remindHolder(
  store: Store,
  reference: string,
  context: { readonly now: Date; readonly deadline: number },
): Promise<void> {
  const registration = await getRegistration(store, reference);
  if (registration) await resendMessage(store, registration, context);
}
