import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { claimMessage } from '../../../functions/store/outbox/claim.ts';
import { outcome, type Sending, sending, stream } from '../sending.ts';

async function using(test: (rig: Sending) => Promise<void>) {
  const rig = await sending();
  try {
    await test(rig);
  } finally {
    rig.stop();
  }
}

describe('what is sent to many', () => {
  it('is not the stream’s: a confirmation after 2,000 of them is the first to be sent', () =>
    using(async (rig) => {
      const many = await rig.queue(2_000, { bulk: true });
      const [one = ''] = await rig.queue(1, {}, 50_000);
      await stream(rig.worker(), [...many.slice(-200), one], 100);
      expect(await rig.mails()).toEqual([one.replace('-confirmation', '')]);
      const waiting = (await rig.all()).filter(({ status }) => status === 'queued');
      expect(waiting).toHaveLength(2_000);
      for (const { attempts } of waiting) expect(attempts).toBe(0);
    }));

  it('is sent by the sweeper, and one that somebody waits for goes in between', () =>
    using(async (rig) => {
      await rig.queue(120, { bulk: true });
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
      await Promise.all(rig.reports.splice(0));
      expect(status).toBe('sent');
      const place = (await rig.mails()).indexOf(prompt.replace('-confirmation', ''));
      expect(place).toBeGreaterThanOrEqual(before);
      // The sweeper sends four at a time: three more may already be on their way to SES.
      expect(place).toBeLessThanOrEqual(before + 3);
      expect(await outcome(rig)).toMatchObject({ asked: 121, sent: 121, lost: 0, doubled: 0 });
    }));

  it('comes after all that somebody waits for', () =>
    using(async (rig) => {
      await rig.queue(20, { bulk: true });
      const prompt = await rig.queue(5, {}, 50_000);
      rig.pass(61_000);
      const order: string[] = [];
      const worker = rig.worker();
      const { turn } = worker.pace;
      const noted = {
        ...worker.pace,
        turn: (...of: Parameters<typeof turn>) => {
          order.push(of[0]);
          return turn(...of);
        },
      };
      await sweep({ ...worker, pace: noted }, () => true);
      expect(order.slice(0, prompt.length)).toEqual(prompt.map(() => 'prompt'));
      expect(order.slice(prompt.length)).toEqual(Array(20).fill('bulk'));
    }));

  it('is not claimed by whoever sends only what somebody waits for', () =>
    using(async (rig) => {
      const [id = ''] = await rig.queue(1, { bulk: true });
      const { outbox, now } = rig.worker();
      expect(await claimMessage(outbox, id, 'stream', now(), 'prompt')).toBeUndefined();
      expect(await claimMessage(outbox, id, 'sweeper', now())).toMatchObject({ id, bulk: true });
    }));
});

describe('when the quota of the day is used up', () => {
  it('messages wait, and no attempt is counted', async () => {
    const rig = await sending({ limits: { perSecond: 1_000, perDay: 3 } });
    try {
      const ids = await rig.queue(10);
      const worker = rig.worker();
      await stream(worker, ids);
      rig.pass(61_000);
      await sweep(worker, () => true);
      const attempts = (await rig.all()).map(({ attempts }) => attempts).sort();
      expect(await rig.mails()).toHaveLength(3);
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
