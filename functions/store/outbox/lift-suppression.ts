import {
  afterLifting,
  type Suppression,
  suppressionOf,
} from '../../domain/notifications/delivery.ts';
import { auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { outboxKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { deliveryPut, readKept } from './delivery.ts';

/**
 * Takes an address off the stage's suppression list, with an audit line that says why and does not name the address.
 * What was not sent meanwhile is not sent by itself.
 *
 * @param reason without an address in it. @returns what had put the address on the list; nothing if it was not on it.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function liftSuppression(
  store: Store,
  address: string,
  reason: string,
  { now, deadline }: { readonly now: Date; readonly deadline: number },
): Promise<Suppression | undefined> {
  return optimisticRetry({ deadline, busy: 'Lifting a suppression took too long' }, async () => {
    const kept = await readKept(store, address);
    const suppression = kept && suppressionOf(kept);
    if (suppression === undefined) return undefined;
    const detail = `${outboxKeys.delivery(address).pk} ${suppression.because}: ${reason}`;
    const { written } = await transact(
      store.client,
      [
        { Put: deliveryPut(store, address, kept, afterLifting(now), now) },
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
