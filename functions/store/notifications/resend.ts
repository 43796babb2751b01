import type { Registration } from '../../domain/registration/registration.ts';
import { readDelivery } from '../outbox/delivery.ts';
import { noticeWrite } from '../outbox/notice.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { getRegistration } from '../registration/registration.ts';

/** A message about one registration is sent at most once in this time. */
export const RESEND_AFTER_MS = 3_600_000;

export type ResendOutcome =
  | { readonly outcome: 'queued' }
  /** `again`: the instant from which it may be asked for. */
  | { readonly outcome: 'too-soon'; readonly again: Date }
  | { readonly outcome: 'no-address' };

/**
 * Asks for the message that says where a registration stands to be sent once more, unless that was done within the hour. If
 * a message says it before this notice has its turn, no second one is sent.
 *
 * @throws StoreBusy when the table takes nothing before the deadline, or the registration changes all the time.
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
    // Messages from before the suppression was lifted have not reached their reader.
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
 * Sends the message about a registration again to the person who has its address, when somebody tries to register with
 * that address once more: they may not have seen it. At most once an hour.
 */
export async function remindHolder(
  store: Store,
  reference: string,
  context: { readonly now: Date; readonly deadline: number },
): Promise<void> {
  const registration = await getRegistration(store, reference);
  if (registration) await resendMessage(store, registration, context);
}
