import { createHash } from 'node:crypto';
import { emailKey } from './email.ts';

/** A message that editing a registration has caused: when, and a hash of the address that it went to. */
export type EditMessage = { readonly at: string; readonly to: string };

/**
 * How many messages editing one registration causes in an hour at the most: to one address, and in all. Somebody who
 * corrects mistakes needs two or three; who edits to and fro, or types addresses of others in turns, would fill
 * inboxes. What is edited is saved all the same, and what was not told is told with the next message. How many
 * registrations take one address is limited in store/address.ts. That a seat is gone, or that somebody is to be
 * validated, must not go unsaid because of corrections before it: of such news there is room for as many again.
 */
export const EDIT_MESSAGES = { toOne: 3, newsToOne: 6, inAll: 20 } as const;
const HOUR_MS = 3_600_000;

/**
 * Those of some messages that may be sent, and what is remembered with them.
 *
 * @param earlier what was remembered last.
 * @param messages the most important first.
 * @param isNews whether a message says more than that details have changed.
 */
export function withinLimit<Message extends { readonly to: { readonly email: string } }>(
  earlier: readonly EditMessage[] = [],
  messages: readonly Message[],
  now: Date,
  isNews: (message: Message) => boolean,
): { readonly sent: readonly Message[]; readonly remembered: readonly EditMessage[] } {
  const since = new Date(now.getTime() - HOUR_MS).toISOString();
  const remembered = earlier.filter(({ at }) => at > since);
  const sent = messages.filter((message) => {
    const to = createHash('sha256').update(emailKey(message.to.email)).digest('base64url');
    const toOne = remembered.filter((one) => one.to === to).length;
    const most = isNews(message) ? EDIT_MESSAGES.newsToOne : EDIT_MESSAGES.toOne;
    if (toOne >= most || remembered.length >= EDIT_MESSAGES.inAll) return false;
    remembered.push({ at: now.toISOString(), to });
    return true;
  });
  return { sent, remembered };
}
