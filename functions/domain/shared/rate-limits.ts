/** So many attempts in a window of so many seconds. */
export type Limit = { readonly most: number; readonly seconds: number };

/** What is limited. */
export type LimitedAct = 'register' | 'wait' | 'manage' | 'resend' | 'code';

/** Whose attempts are counted together: all from one network, or all for one e-mail address. */
export type LimitedBy = 'network' | 'address';

const HOUR = 3_600;
const DAY = 86_400;

/**
 * How much is taken from one network, and for one e-mail address over all meetings of a stage.
 *
 * A network is no person: a ministry, a permanent mission or a conference hotel often has one public address for
 * everybody in it, and a deadline brings all of them within the hour. So the figures of networks stop machines and
 * never a busy mission. An address is one person's, but whoever knows it can use it up: so its figures are
 * beyond what its owner does in a day of mistakes, and below what would fill an inbox.
 *
 * Three limits are kept elsewhere, in the transactions that they protect: one address can be taken three times a day at one
 * meeting (store/address.ts), a message about one registration is sent again once an hour (store/resend.ts), and editing
 * one causes so many messages an hour (domain/edit-messages.ts).
 */
export const LIMITS: Readonly<
  Record<LimitedAct, { readonly network: Limit; readonly address?: Limit }>
> = {
  // The largest delegations have some hundred people. An address: at a dozen meetings, three times each.
  register: { network: { most: 600, seconds: HOUR }, address: { most: 40, seconds: DAY } },
  // Registering by having waited instead of by work (domain/bot-check.ts): those whose browser runs no script.
  // They are few, and this is all that a machine which only waits can do.
  wait: { network: { most: 60, seconds: HOUR } },
  // Changing and withdrawing by private links. The link is a secret of 128 bits, so this is about load alone.
  manage: { network: { most: 600, seconds: HOUR } },
  // Each sends a message. They need a private link and an hour's rest each, so few of them are honest.
  resend: { network: { most: 120, seconds: HOUR } },
  // Right codes count as well as wrong ones; an invited delegation may enter all of its own within an hour. Where 1,000
  // codes of 40 random bits are good, one network guesses one of them in 400 years at this rate.
  code: { network: { most: 300, seconds: HOUR }, address: { most: 10, seconds: HOUR } },
};

/**
 * The window that an instant falls into, in seconds since the epoch. Windows follow each other at fixed times, so
 * that one counter is enough; at the turn from one to the next twice as many attempts can pass in a short time.
 */
export function windowAt(
  { seconds }: Limit,
  now: Date,
): { readonly start: number; readonly end: number } {
  const start = Math.floor(now.getTime() / 1000 / seconds) * seconds;
  return { start, end: start + seconds };
}
