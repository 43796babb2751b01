/** At most `most` attempts in a window of `seconds` seconds. */
export type Limit = { readonly most: number; readonly seconds: number };

/** The acts that have a limit. */
export type LimitedAct = 'register' | 'wait' | 'manage' | 'resend' | 'code';

/** What attempts are counted by: the network, or the e-mail address. */
export type LimitedBy = 'network' | 'address';

const HOUR = 3_600;
const DAY = 86_400;

/**
 * The limits for one network, and for one e-mail address over all meetings of a stage.
 *
 * A network is not a person. A ministry, a permanent mission or a conference hotel often has one public address for
 * everybody in it, and before a deadline they may all register within one hour. The limits of networks therefore stop
 * machines, but not a busy mission. An address belongs to one person, but anybody who knows it can use up its limit.
 * The limits of addresses are therefore higher than what the owner does in a day of mistakes, and low enough that an
 * inbox does not fill up.
 *
 * Three limits are in the transactions that they protect. One address can be claimed three times a day at one meeting
 * (store/registration/email-claims.ts). A message about one registration is sent again at most once an hour
 * (store/registration/resend.ts). The edits of one registration cause a limited number of messages an hour
 * (domain/notifications/edit-limit.ts).
 */
export const LIMITS: Readonly<
  Record<LimitedAct, { readonly network: Limit; readonly address?: Limit }>
> = {
  // The largest delegations have about a hundred people. One address: a dozen meetings, three times each.
  register: { network: { most: 600, seconds: HOUR }, address: { most: 40, seconds: DAY } },
  // To register after waiting instead of with a proof of work (bot-check.ts), for people whose browser runs no script.
  // They are few, and this limit is all that a machine gets by waiting.
  wait: { network: { most: 60, seconds: HOUR } },
  // Changes and withdrawals by private link. The link is a secret of 128 bits, so this limit is only about load.
  manage: { network: { most: 600, seconds: HOUR } },
  // Each one sends a message. Each one needs a private link and an hour since the last one, so honest ones are few.
  resend: { network: { most: 120, seconds: HOUR } },
  // Right codes count as well as wrong ones. An invited delegation may enter all of its codes within an hour. If 1,000
  // codes of 40 random bits are valid, one network needs 400 years at this rate to guess one.
  code: { network: { most: 300, seconds: HOUR }, address: { most: 10, seconds: HOUR } },
};

/**
 * The window that contains an instant, in seconds since the epoch. Windows start at fixed times, so one counter is
 * enough. Around the end of a window, twice as many attempts can pass in a short time.
 */
export function windowAt(
  { seconds }: Limit,
  now: Date,
): { readonly start: number; readonly end: number } {
  const start = Math.floor(now.getTime() / 1000 / seconds) * seconds;
  return { start, end: start + seconds };
}
