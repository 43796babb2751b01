import type { Lane } from '../domain/notifications/notice.ts';
import type { Quota } from '../mail/ses/ses.ts';

/** Keeps what is sent within what SES takes. One for each instance of a function, through all of its runs. */
export type RateLimiter = {
  /** Whether it makes sense to take up another message of this lane now. */
  readonly open: (lane: Lane) => boolean;
  /**
   * Waits until one message may be sent.
   *
   * @param goOn whether there is still time to wait
   * @returns false when none may be sent for now: the message is to be left to a later run.
   */
  readonly acquire: (lane: Lane, goOn: () => boolean) => Promise<boolean>;
  /** SES has said that it is sent too much: nothing is sent for a while, which doubles while SES keeps saying so. */
  readonly backOff: () => void;
};

/** What a rate limiter is made of; times in milliseconds since the epoch. */
export type RateLimiterParts = {
  readonly quota: () => Promise<Quota>;
  /** Takes one of the sends that all may make in a second: see store/outbox/send-rate.ts. */
  readonly take: (second: number, limit: number) => Promise<boolean>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, error: unknown) => void;
  readonly random?: () => number;
};

/** How much of the rate and of the day's quota is used: clocks differ by a little, and others may send too. */
const SHARE = 0.8;
/** How much of that messages to many may take: the rest is always there for those that somebody waits for. */
const BULK_SHARE = 0.5;
const DAY_SHARE = { prompt: 1, bulk: 0.9 } as const satisfies Record<Lane, number>;

/** How long what SES has said of its quota is good; what is sent in the meantime is counted here. */
const QUOTA_MS = 60_000;
/** Where SES does not say: the rate of an account in the sandbox, which every account has at least. */
const UNKNOWN: Quota = { perSecond: 1, perDay: Number.POSITIVE_INFINITY, sentToday: 0 };

const FIRST_HALT_MS = 2_000;
const LONGEST_HALT_MS = 60_000;

/**
 * The rate limiter of one instance. The rate is kept over all instances together, as each send is taken from a count that
 * they share, second by second. The day's quota is what SES says, and in between what this instance has sent: several
 * instances may so pass it by what each sends in a minute, and SES then refuses without sending.
 */
export function createRateLimiter(parts: RateLimiterParts): RateLimiter {
  const { take, now, sleep, random = Math.random } = parts;
  const quota = rememberedQuota(parts);
  let haltedUntil = 0;
  let halts = 0;

  const open = (lane: Lane) => now() >= haltedUntil && quota.leaves(lane);
  return {
    open,
    acquire: async (lane, goOn) => {
      for (;;) {
        const { perSecond } = await quota.read();
        if (!open(lane)) return false;
        const at = now();
        const limit = Math.max(1, Math.floor(perSecond * SHARE));
        const second = Math.floor(at / 1000);
        const mine = lane === 'bulk' ? bulkOf(limit, second) : limit;
        if (mine > 0 && (await take(second, mine))) {
          quota.count();
          // A refusal that is followed by a send was of a moment.
          if (at >= haltedUntil + LONGEST_HALT_MS) halts = 0;
          return true;
        }
        if (!goOn()) return false;
        // Not all at the first moment of the next second.
        await sleep((second + 1) * 1000 - at + random() * (500 / Math.max(1, limit)));
      }
    },
    backOff: () => {
      // Refusals of messages that were under way together are one.
      if (now() < haltedUntil) return;
      const pause = Math.min(LONGEST_HALT_MS, FIRST_HALT_MS * 2 ** halts);
      haltedUntil = now() + pause * (0.5 + random() / 2);
      halts += 1;
    },
  };
}

/**
 * How many of the sends of a second messages to many may take. What cannot be halved is given to every other second,
 * so that also at one send a second nobody who waits for a message waits for more than a second because of them.
 */
function bulkOf(limit: number, second: number): number {
  const until = (end: number) => Math.floor(limit * BULK_SHARE * end);
  return until(second + 1) - until(second);
}

/** What SES says of its quota, asked once for all who want to know, and what was sent since. */
function rememberedQuota({ quota, now, warn }: RateLimiterParts) {
  let known = UNKNOWN;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Quota> | undefined;
  let sentSince = 0;
  const read = async () => {
    try {
      known = await quota();
      sentSince = 0;
    } catch (error) {
      warn('The sending quota of SES cannot be read', error);
    }
    readAt = now();
    reading = undefined;
    return known;
  };
  return {
    read: async () => {
      if (now() - readAt < QUOTA_MS) return known;
      reading ??= read();
      return reading;
    },
    /** Once it is old it says nothing any more: SES is asked again. */
    leaves: (lane: Lane) =>
      now() - readAt >= QUOTA_MS ||
      known.sentToday + sentSince < Math.floor(known.perDay * DAY_SHARE[lane]),
    count: () => {
      sentSince += 1;
    },
  };
}
