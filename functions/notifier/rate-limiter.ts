import type { Lane } from '../domain/notifications/notice.ts';
import type { Quota } from '../mail/ses/ses.ts';

/** Keeps sends within the rate and quota of SES. Each instance of a function has one, for all of its runs. */
export type RateLimiter = {
  /** Whether it is useful to take another notice of this lane now. */
  readonly open: (lane: Lane) => boolean;
  /**
   * Waits for a turn to send one message.
   *
   * @param goOn whether there is time to wait.
   * @returns false if there is no turn for now. The notice is left to a later run.
   */
  readonly acquire: (lane: Lane, goOn: () => boolean) => Promise<boolean>;
  /** Pauses all sends after SES has answered that too much is sent. The pause doubles while SES keeps answering so. */
  readonly backOff: () => void;
};

/** What a rate limiter is made of. Times are in milliseconds since the epoch, pauses in milliseconds. */
export type RateLimiterParts = {
  readonly quota: () => Promise<Quota>;
  /** Takes one of the sends that all instances together may make in a second: see store/outbox/send-rate.ts. */
  readonly take: (second: number, limit: number) => Promise<boolean>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, error: unknown) => void;
  readonly random?: () => number;
};

/** The part of the rate that is used. Clocks differ a little, and other applications may send too. */
const SHARE = 0.8;
/** The parts of the rate and of the daily quota that the bulk lane may use. The rest is always free for the prompt lane. */
const BULK_SHARE = 0.5;
const DAY_SHARE = { prompt: 1, bulk: 0.9 } as const satisfies Record<Lane, number>;

/** How long an answer of SES about its quota is used, in milliseconds. Sends since then are counted here. */
const QUOTA_MS = 60_000;
/** If SES does not answer: the rate of an account in the sandbox, the lowest there is. */
const UNKNOWN: Quota = { perSecond: 1, perDay: Number.POSITIVE_INFINITY, sentToday: 0 };

const FIRST_HALT_MS = 2_000;
const LONGEST_HALT_MS = 60_000;

/**
 * Creates the rate limiter of one instance. The rate holds over all instances, because each send is taken from a count
 * in the outbox, second by second. The daily quota is the last answer of SES plus the sends of this instance since
 * then. Several instances may exceed it by what each of them sends in a minute. SES then refuses messages without
 * sending them.
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
          // SES accepts messages again, so the next pause is short.
          if (at >= haltedUntil + LONGEST_HALT_MS) halts = 0;
          return true;
        }
        if (!goOn()) return false;
        // Spread the instances over the beginning of the next second.
        await sleep((second + 1) * 1000 - at + random() * (500 / Math.max(1, limit)));
      }
    },
    backOff: () => {
      // Refusals of several messages in flight count as one.
      if (now() < haltedUntil) return;
      const pause = Math.min(LONGEST_HALT_MS, FIRST_HALT_MS * 2 ** halts);
      haltedUntil = now() + pause * (0.5 + random() / 2);
      halts += 1;
    },
  };
}

/**
 * How many sends of a second the bulk lane may take. If the number is odd, every other second gets one more, so that
 * even at one send a second a message of the prompt lane waits for at most one second.
 */
function bulkOf(limit: number, second: number): number {
  const until = (end: number) => Math.floor(limit * BULK_SHARE * end);
  return until(second + 1) - until(second);
}

/** The last answer of SES about its quota, read once for all callers, and the number of sends since. */
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
    /** An old answer limits nothing, because the next read replaces it. */
    leaves: (lane: Lane) =>
      now() - readAt >= QUOTA_MS ||
      known.sentToday + sentSince < Math.floor(known.perDay * DAY_SHARE[lane]),
    count: () => {
      sentSince += 1;
    },
  };
}
