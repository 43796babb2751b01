import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { claimNotice } from '../../../functions/store/outbox/claim.ts';
import { type MailRig, openMailRig, settle, stream } from '../mailbox.ts';

async function using(test: (rig: MailRig) => Promise<void>) {
  const rig = await openMailRig({ events: true });
  try {
    await test(rig);
  } finally {
    rig.stop();
  }
}

/** The notices whose messages are in the inbox, in order. */
const inbox = async (rig: MailRig) => (await rig.inbox()).map(({ noticeId }) => noticeId);

describe('what is sent to many', () => {
  it('is not sent by the stream: a confirmation after 500 of them is the first to be sent', () =>
    using(async (rig) => {
      const many = await rig.queue(500, { bulk: true });
      const [one = ''] = await rig.queue(1, {}, 50_000);
      await stream(rig.worker(), [...many.slice(-200), one], 100);
      expect(await inbox(rig)).toEqual([one]);
      const waiting = (await rig.all()).filter(({ status }) => status === 'queued');
      expect(waiting).toHaveLength(500);
      for (const { attempts } of waiting) expect(attempts).toBe(0);
    }));

  it('is sent by the sweeper, and one that somebody waits for goes in between', () =>
    using(async (rig) => {
      await rig.queue(40, { bulk: true });
      const before = 20;
      let sent = 0;
      let prompt = '';
      let status: string | undefined;
      const { promise: promptIsSent, resolve: goOn } = Promise.withResolvers<void>();
      // The sweeper stops after its 20th message, so the speed of the machine does not decide the order.
      const sweeper = rig.worker({
        beforeSend: () => (sent < before ? undefined : promptIsSent),
        afterSend: async () => {
          sent += 1;
          if (sent !== before) return;
          try {
            [prompt = ''] = await rig.queue(1, {}, 50_000);
            status = await deliver(rig.worker(), prompt, { lane: 'prompt', goOn: () => true });
          } finally {
            goOn();
          }
        },
      });
      await sweep(sweeper, () => true);
      expect(status).toBe('sent');
      // SES closes a connection that was quiet for long, as on a slow machine: such a mail goes out later.
      await settle(rig);
      const order = await inbox(rig);
      const place = order.indexOf(prompt);
      expect(place).toBeGreaterThanOrEqual(before);
      // The sweeper sends four at a time: three more may already be on their way to SES.
      expect(place).toBeLessThanOrEqual(before + 3);
      expect(order).toHaveLength(41);
      expect(new Set(order).size).toBe(41);
      expect((await rig.all()).every((notice) => notice.status === 'delivered')).toBe(true);
    }));

  it('comes after all that somebody waits for', () =>
    using(async (rig) => {
      await rig.queue(20, { bulk: true });
      const prompt = await rig.queue(5, {}, 50_000);
      rig.pass(61_000);
      const order: string[] = [];
      const worker = rig.worker();
      const { acquire } = worker.rateLimiter;
      const noted = {
        ...worker.rateLimiter,
        acquire: (...of: Parameters<typeof acquire>) => {
          order.push(of[0]);
          return acquire(...of);
        },
      };
      await sweep({ ...worker, rateLimiter: noted }, () => true);
      expect(order.slice(0, prompt.length)).toEqual(prompt.map(() => 'prompt'));
      expect(order.slice(prompt.length)).toEqual(Array(20).fill('bulk'));
    }));

  it('is not claimed by a notifier that sends only what somebody waits for', () =>
    using(async (rig) => {
      const [id = ''] = await rig.queue(1, { bulk: true });
      const { store, now } = rig;
      expect(await claimNotice(store, id, 'stream', now(), 'prompt')).toBeUndefined();
      expect(await claimNotice(store, id, 'sweeper', now())).toMatchObject({ id, lane: 'bulk' });
    }));
});

describe('when the quota of the day is used up', () => {
  it('messages wait, and no attempt is counted', async () => {
    const rig = await openMailRig({ limits: { perSecond: 1_000, perDay: 3 } });
    try {
      const ids = await rig.queue(10);
      const worker = rig.worker();
      await stream(worker, ids);
      rig.pass(61_000);
      await sweep(worker, () => true);
      const attempts = (await rig.all()).map(({ attempts }) => attempts).sort();
      expect(await inbox(rig)).toHaveLength(3);
      expect(attempts).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
      // Another instance has not heard of it yet and finds out from SES, before it sends anything.
      rig.pass(31_000);
      await sweep(rig.worker(), () => true);
      expect((await rig.all()).map(({ attempts }) => attempts).sort()).toEqual(attempts);
    } finally {
      rig.stop();
    }
  });
});
