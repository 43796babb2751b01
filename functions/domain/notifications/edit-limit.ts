import { emailKey } from '../shared/email.ts';
import { RECENT_MS, type RecentMessage } from './last-notified.ts';

/**
 * The maximum number of messages that the edits of one registration cause in an hour: to one address, and in total. A
 * person who corrects mistakes needs two or three. A person who edits back and forth, or types other people's
 * addresses, could fill inboxes. `statesToOne` is for messages that say a new state of the registration. A message over
 * the limit waits until the limit allows it, and then says the state at that time.
 */
export const EDIT_LIMIT = { toOne: 3, statesToOne: 6, inAll: 20 } as const;

/**
 * When the limit allows another message after an edit, an instant. `undefined` if it does now.
 *
 * @param isState whether the message says a new state of the registration.
 */
export function roomForMessage(
  recent: readonly RecentMessage[] = [],
  address: string,
  isState: boolean,
  now: Date,
): string | undefined {
  const ofAddress = recent.filter(({ to }) => to === emailKey(address)).map(({ at }) => at);
  const all = recent.map(({ at }) => at);
  const waits = [
    roomAt(ofAddress, isState ? EDIT_LIMIT.statesToOne : EDIT_LIMIT.toOne, now),
    roomAt(all, EDIT_LIMIT.inAll, now),
  ].filter((at) => at !== undefined);
  return waits.sort().at(-1);
}

/**
 * When a limit per hour allows another message, an instant. `undefined` if it does now.
 *
 * @param sent when earlier messages were sent, as instants.
 */
export function roomAt(sent: readonly string[], most: number, now: Date): string | undefined {
  const since = new Date(now.getTime() - RECENT_MS).toISOString();
  const counted = sent.filter((at) => at > since).sort();
  if (counted.length < most) return undefined;
  const oldest = counted[counted.length - most] ?? '';
  return new Date(Date.parse(oldest) + RECENT_MS).toISOString();
}
