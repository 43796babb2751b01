import { offerRemindedFrom } from '../../domain/notifications/offer-reminder.ts';
import { getMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import type { OperationContext } from '../registration/change.ts';
import { getRegistration } from '../registration/registration.ts';
import { readOffers } from '../seats/waiting-list.ts';
import { offerExpiringMessages } from './participant-message.ts';
import { tell } from './tell.ts';

/**
 * Reminds everybody once whose offer of a seat is about to end, as long as it stands: see domain/offer-reminder.ts.
 *
 * @returns how many were reminded.
 * @throws StoreBusy when the deadline is reached; the next run goes on.
 */
export async function remindOfOffers(
  store: Store,
  meetingId: string,
  moving: OperationContext,
): Promise<number> {
  const { publicUrl, now, deadline } = moving;
  const at = now.toISOString();
  const stored = await getMeeting(store, meetingId);
  if (stored === undefined || stored.meeting.cancelled) return 0;
  const { meeting } = stored;
  let reminded = 0;
  for (const { reference, until } of await readOffers(store, meetingId)) {
    const from = offerRemindedFrom(meeting, until);
    // Those that end first come first.
    if (from === undefined || from > at) break;
    const one = until > at ? await getRegistration(store, reference) : undefined;
    if (one === undefined || one.status !== 'offered' || one.offeredUntil !== until) continue;
    const [message] = offerExpiringMessages(meeting, one, publicUrl);
    if (message === undefined || one.messageIds?.includes(message.id)) continue;
    if (await tell(store, one, [message], 'offer-reminded', { now, deadline })) reminded += 1;
  }
  return reminded;
}
