import { addressHash } from '../shared/email.ts';

/** A message that editing a registration has caused: which, when it may be sent, and a hash of the address that it goes to. */
export type EditMessage = { readonly id: string; readonly at: string; readonly to: string };

/**
 * How many messages editing one registration causes in an hour at the most: to one address, and in all. Somebody who
 * corrects mistakes needs two or three; who edits to and fro, or types addresses of others in turns, would fill
 * inboxes. What is edited is saved all the same, and what was not told is told with the next message. How many
 * registrations take one address is limited in store/address.ts. That a seat is gone, or that somebody is to be
 * validated, must not go unsaid because of corrections before it: of such news there is room for as many again, and what
 * comes after that is sent once the hour has room, unless something newer takes its place until then.
 */
export const EDIT_MESSAGES = { toOne: 3, newsToOne: 6, inAll: 20 } as const;
const HOUR_MS = 3_600_000;

/** What becomes of the messages of an edit. */
export type Limited<Message> = {
  readonly sent: readonly Message[];
  /** Those that are sent later, and the instants at which they may be. */
  readonly later: readonly { readonly message: Message; readonly at: string }[];
  readonly remembered: readonly EditMessage[];
};

/**
 * Those of some messages that may be sent, at once or later, and what is remembered with them.
 *
 * @param earlier what was remembered last, without what was never sent.
 * @param messages the most important first.
 * @param isNews whether a message says more than that details have changed: such a one is never left out.
 */
export function withinLimit<
  Message extends { readonly id: string; readonly to: { readonly email: string } },
>(
  earlier: readonly EditMessage[] = [],
  messages: readonly Message[],
  now: Date,
  isNews: (message: Message) => boolean,
): Limited<Message> {
  const since = new Date(now.getTime() - HOUR_MS).toISOString();
  const remembered = earlier.filter(({ at }) => at > since);
  const sent: Message[] = [];
  const later: { message: Message; at: string }[] = [];
  for (const message of messages) {
    const to = addressHash(message.to.email);
    const toOne = remembered.filter((one) => one.to === to);
    const most = isNews(message) ? EDIT_MESSAGES.newsToOne : EDIT_MESSAGES.toOne;
    const room = [roomAt(toOne, most), roomAt(remembered, EDIT_MESSAGES.inAll)]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1);
    if (room !== undefined && !isNews(message)) continue;
    if (room === undefined) sent.push(message);
    else later.push({ message, at: room });
    remembered.push({ id: message.id, at: room ?? now.toISOString(), to });
  }
  return { sent, later, remembered };
}

/** When there is room for another one; nothing where there is now. */
function roomAt(counted: readonly EditMessage[], most: number): string | undefined {
  if (counted.length < most) return undefined;
  const oldest = counted.map(({ at }) => at).sort()[counted.length - most] ?? '';
  return new Date(Date.parse(oldest) + HOUR_MS).toISOString();
}
