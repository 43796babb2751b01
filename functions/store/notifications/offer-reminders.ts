import { offerRemindedFrom } from '../../domain/notifications/offer-reminder.ts';
import { getMeeting } from '../meeting/meeting.ts';
import { enqueue } from '../outbox/notice.ts';
import type { Store } from '../platform/client.ts';
import type { OperationContext } from '../registration/change.ts';
import { readOffers } from '../seats/waiting-list.ts';

/**
 * Writes a notice to each person whose offer ends soon, once for each offer. domain/notifications/offer-reminder.ts
 * says when that is. Whether the offer is still open is decided when the message is sent.
 *
 * @returns how many notices were written.
 */
export async function remindOfOffers(
  store: Store,
  meetingId: string,
  { now }: OperationContext,
): Promise<number> {
  const at = now.toISOString();
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || stored.meeting.cancelled) return 0;
  let reminded = 0;
  for (const { reference, until } of await readOffers(store, meetingId)) {
    const from = offerRemindedFrom(stored.meeting, until);
    // Offers are in the order in which they end.
    if (from === undefined || from > at) break;
    if (until <= at) continue;
    const notice = {
      recipient: { kind: 'participant', reference },
      name: `offer-expiring-${Date.parse(until)}`,
      meetingId,
      event: { kind: 'offer-expiring', offeredUntil: until },
    } as const;
    if (await enqueue(store, notice, now)) reminded += 1;
  }
  return reminded;
}
