import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { delegationKey, hasDelegation } from '../../domain/eligibility/delegation-key.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { delegationOf } from '../delegation/delegation.ts';
import type { Registry, Store } from '../platform/client.ts';
import { peopleWrite } from './standing.ts';

/** Longer than the notifier tries to send a reminder: see notifier/backoff.ts. */
const MAY_WAIT_MS = 4 * 86_400_000;

/**
 * The write that ends a reminder to the focal point which may still wait, as it says that nobody of the delegation comes
 * and somebody does now. None in the usual case: it is looked for by one read.
 */
export async function reminderOver(
  store: Registry & Pick<Store, 'outbox'>,
  before: Registration | undefined,
  after: Registration,
  now: Date,
): Promise<TransactWriteItem[]> {
  const cameBefore =
    before !== undefined && isLive(before.status) && delegationKey(before) === delegationKey(after);
  if (cameBefore || !isLive(after.status) || !hasDelegation(after)) return [];
  const delegation = await delegationOf(store, after);
  const { remindedAt } = delegation ?? {};
  if (delegation === undefined || remindedAt === undefined) return [];
  const waits = now.getTime() - Date.parse(remindedAt) < MAY_WAIT_MS;
  return waits ? [peopleWrite(store, delegation, now)] : [];
}
