import {
  afterLifting,
  type Suppression,
  suppressionOf,
} from '../../domain/notifications/delivery.ts';
import { addressHash } from '../../domain/shared/email.ts';
import { auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { deliveryPut, readKept } from './delivery.ts';

/**
 * Ends the suppression of an address in this stage. The audit line gives the reason and does not name the address.
 * Messages that were not sent while it was suppressed are not sent now.
 *
 * @param reason contains no address.
 * @param time `deadline`: milliseconds since the epoch.
 * @returns what had suppressed the address; `undefined` if it was not suppressed.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function liftSuppression(
  store: Store,
  address: string,
  reason: string,
  { now, deadline }: { readonly now: Date; readonly deadline: number },
): Promise<Suppression | undefined> {
  const hash = addressHash(address);
  return optimisticRetry({ deadline, busy: 'Lifting a suppression took too long' }, async () => {
    const kept = await readKept(store, hash);
    const suppression = kept && suppressionOf(kept);
    if (suppression === undefined) return undefined;
    const detail = `${outboxKeys.delivery(hash).pk} ${suppression.because}: ${reason}`;
    const { written } = await transact(
      store.client,
      [
        { Put: deliveryPut(store, hash, kept, afterLifting(now), now) },
        auditWrite(
          store,
          undefined,
          { action: 'suppression-lifted', actor: 'operator', detail },
          now,
        ),
      ],
      deadline,
    );
    if (written) return suppression;
    return CONFLICT;
  });
}
