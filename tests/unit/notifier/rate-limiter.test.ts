import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../functions/domain/notifications/notice.ts';
import type { Quota } from '../../../functions/mail/ses/ses.ts';
import { createRateLimiter, type RateLimiter } from '../../../functions/notifier/rate-limiter.ts';

const always = () => true;
const never = () => false;

/** A shared count of sends, a clock that moves only when somebody waits, and any number of rate limiters on them. */
function world(quota: () => Promise<Quota>) {
  const clock = { now: 1_000_000_000 };
  const taken = new Map<number, number>();
  const asked = { quota: 0, warnings: 0 };
  const take = async (second: number, limit: number) => {
    const count = taken.get(second) ?? 0;
    if (count >= limit) return false;
    taken.set(second, count + 1);
    return true;
  };
  const limiter = () =>
    createRateLimiter({
      quota: () => {
        asked.quota += 1;
        return quota();
      },
      take,
      now: () => clock.now,
      sleep: async (ms) => {
        clock.now += ms;
      },
      warn: () => {
        asked.warnings += 1;
      },
      random: () => 0.5,
    });
  return { clock, taken, asked, limiter };
}
const limits =
  (changes: Partial<Quota> = {}) =>
  async () => ({
    perSecond: 10,
    perDay: 1_000,
    sentToday: 0,
    ...changes,
  });
async function turns(limiter: RateLimiter, lane: Lane, count: number) {
  let got = 0;
  for (let n = 0; n < count; n++) if (await limiter.acquire(lane, always)) got += 1;
  return got;
}

describe('the rate', () => {
  it('is four fifths of what SES takes, over all instances together', async () => {
    const { limiter, taken } = world(limits());
    const all = await Promise.all(
      [limiter(), limiter(), limiter()].map((one) => turns(one, 'prompt', 20)),
    );
    expect(all).toEqual([20, 20, 20]);
    expect(Math.max(...taken.values())).toBe(8);
  });

  it('leaves half to those who wait for a message, whatever is sent to many', async () => {
    const { limiter, taken, clock } = world(limits());
    const bulk = limiter();
    const second = Math.floor(clock.now / 1000);
    await turns(bulk, 'bulk', 4);
    expect(clock.now).toBe(1_000_000_000);
    await turns(limiter(), 'prompt', 4);
    expect(taken.get(second)).toBe(8);
    await turns(bulk, 'bulk', 1);
    expect(taken.get(second)).toBe(8);
    expect(clock.now).toBeGreaterThan(1_000_000_000);
  });

  it('lets nobody who waits for a message wait for more than a second, in the sandbox too', async () => {
    const { limiter, clock } = world(limits({ perSecond: 1 }));
    const [bulk, prompt] = [limiter(), limiter()];
    let waited = 0;
    for (let n = 0; n < 20; n++) {
      // Messages to many are there first, each time.
      await bulk.acquire('bulk', never);
      waited = (await prompt.acquire('prompt', never)) ? 0 : waited + 1;
      expect(waited).toBeLessThanOrEqual(1);
      clock.now += 1_000;
    }
  });

  it('is by half at most of what is sent to many, over any number of seconds', async () => {
    const rates = fc.integer({ min: 1, max: 40 });
    const property = fc.asyncProperty(rates, fc.nat(1e12), async (perSecond, from) => {
      const { limiter, taken, clock } = world(limits({ perSecond }));
      clock.now = from;
      const limit = Math.max(1, Math.floor(perSecond * 0.8));
      expect(await turns(limiter(), 'bulk', 4 * limit)).toBe(4 * limit);
      const [first = 0, last = 0] = [Math.min(...taken.keys()), Math.max(...taken.keys())];
      for (let a = first; a <= last; a++)
        for (let sum = 0, n = 1; a + n - 1 <= last; n++) {
          sum += taken.get(a + n - 1) ?? 0;
          expect(sum).toBeLessThanOrEqual((limit * n) / 2 + 1);
        }
      // Nor less: it takes what it may.
      expect(last - first).toBeLessThanOrEqual(8);
    });
    await fc.assert(property);
  });

  it('is one a second in the sandbox, and where SES does not say', async () => {
    for (const quota of [limits({ perSecond: 1 }), () => Promise.reject(new Error('no'))]) {
      const { limiter, taken } = world(quota);
      await turns(limiter(), 'prompt', 3);
      expect([...taken.values()]).toEqual([1, 1, 1]);
    }
  });

  it('is not waited for when the time is up', async () => {
    const { limiter } = world(limits({ perSecond: 1 }));
    const one = limiter();
    expect(await one.acquire('prompt', never)).toBe(true);
    expect(await one.acquire('prompt', never)).toBe(false);
  });
});

describe('the quota of the day', () => {
  it('is asked for once a minute, and sends are counted in between', async () => {
    const { limiter, asked, clock } = world(limits({ perDay: 20, sentToday: 15 }));
    const one = limiter();
    expect(await turns(one, 'prompt', 10)).toBe(5);
    expect(one.open('prompt')).toBe(false);
    expect(asked.quota).toBe(1);
    clock.now += 60_000;
    expect(one.open('prompt')).toBe(true);
    expect(await one.acquire('prompt', always)).toBe(true);
    expect(asked.quota).toBe(2);
  });

  it('has a tenth that nothing sent to many can use up', async () => {
    const { limiter } = world(limits({ perDay: 20 }));
    const one = limiter();
    expect(await turns(one, 'bulk', 30)).toBe(18);
    expect([one.open('bulk'), one.open('prompt')]).toEqual([false, true]);
    expect(await turns(one, 'prompt', 30)).toBe(2);
  });

  it('has no end where SES sets none', async () => {
    const { limiter } = world(limits({ perDay: Number.POSITIVE_INFINITY, sentToday: 1e9 }));
    expect(await turns(limiter(), 'bulk', 20)).toBe(20);
  });

  it('is what was last known while SES does not say', async () => {
    let answers = 1;
    const { limiter, asked, clock, taken } = world(() =>
      answers-- > 0 ? limits()() : Promise.reject(new Error('no')),
    );
    const one = limiter();
    await one.acquire('prompt', always);
    clock.now += 61_000;
    await turns(one, 'prompt', 8);
    expect(asked).toEqual({ quota: 2, warnings: 1 });
    expect([...taken.values()].at(-1)).toBe(8);
  });
});

describe('when SES says that it is too much', () => {
  it('nothing is sent for a while, however many were refused at once', async () => {
    const { limiter, clock } = world(limits());
    const one = limiter();
    await one.acquire('prompt', always);
    for (let n = 0; n < 4; n++) one.backOff();
    expect(one.open('prompt')).toBe(false);
    expect(await one.acquire('prompt', always)).toBe(false);
    clock.now += 1_500;
    expect(one.open('prompt')).toBe(true);
  });

  it('waits twice as long each time it is said again, up to a minute', async () => {
    const { limiter, clock } = world(limits());
    const one = limiter();
    const pauses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const from = clock.now;
      one.backOff();
      while (!one.open('prompt')) clock.now += 100;
      pauses.push(clock.now - from);
    }
    expect(pauses.slice(0, 3)).toEqual([1_500, 3_000, 6_000]);
    expect(Math.max(...pauses)).toBe(45_000);
  });
});
