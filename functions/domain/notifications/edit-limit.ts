import { emailKey } from '../shared/email.ts';
import { RECENT_MS, type RecentMessage } from './last-notified.ts';

/**
 * How many messages the edits of one registration cause in an hour at the most: to one address, and in all. Somebody who
 * corrects mistakes needs two or three; somebody who edits back and forth, or types other people's addresses, would fill
 * inboxes. `statesToOne` is for messages which say that the registration stands elsewhere. What finds no room is sent once
 * there is room, and then says what is true then.
 */
export const EDIT_LIMIT = { toOne: 3, statesToOne: 6, inAll: 20 } as const;

/**
 * When there is room for another message that an edit causes: nothing where there is room now, otherwise an instant.
 *
 * @param isState whether the message says that the registration stands elsewhere.
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
 * When there is room for another message within the limit of an hour: nothing where there is room now.
 *
 * @param sent when earlier ones were sent, instants.
 */
export function roomAt(sent: readonly string[], most: number, now: Date): string | undefined {
  const since = new Date(now.getTime() - RECENT_MS).toISOString();
  const counted = sent.filter((at) => at > since).sort();
  if (counted.length < most) return undefined;
  const oldest = counted[counted.length - most] ?? '';
  return new Date(Date.parse(oldest) + RECENT_MS).toISOString();
}
