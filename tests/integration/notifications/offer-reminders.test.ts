import { describe, expect, it } from 'vitest';
import { offerRemindedFrom } from '../../../functions/domain/notifications/offer-reminder.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { remindOfOffers } from '../../../functions/store/notifications/offer-reminders.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { mailsOf, sendInVain, textOf, withdraw } from '../mail-steps.ts';
import { drainOutbox } from '../mailbox.ts';
import { type Base, come, kept, patch } from '../own.ts';
import { notices, service } from '../service.ts';

const HOUR = 3_600_000;

/** Somebody to whom a seat is offered; and what the scheduler does so many hours before that ends. */
async function offered(changes: Record<string, unknown> = {}) {
  const base = await service({ waitingList: true, ceiling: 1, ...changes });
  const first = await come(base, 'first');
  const second = await come(base, 'second');
  await withdraw(base, first);
  const until = Date.parse((await kept(base, second)).offeredUntil ?? '');
  const at = (hoursLeft: number) => new Date(until - hoursLeft * HOUR);
  const tend = (hoursLeft: number) => meetingJobs(base.store, at(hoursLeft));
  return { base, second, at, tend };
}

const reminders = async ({ store }: Base) =>
  (await notices(store)).filter(({ event }) => event.kind === 'offer-expiring');

describe('the reminder of an offer', () => {
  it('goes once to somebody who has not accepted it, when a quarter of the time is left', async () => {
    const { base, second, at, tend } = await offered();
    await drainOutbox(base.store);
    await tend(12.1);
    expect(await reminders(base)).toEqual([]);
    expect(await tend(12)).toMatchObject([{ done: { reminded: 1 } }]);
    await Promise.all([tend(11), tend(11)]);
    await tend(1);
    const [notice, ...more] = await reminders(base);
    expect(more).toEqual([]);
    // Somebody waits for it: it goes before what is sent to everybody.
    expect(notice).toMatchObject({
      lane: 'prompt',
      recipient: `participant_${second.reference}`,
    });
    await drainOutbox(base.store, () => at(1));
    const [mail, ...others] = await mailsOf(base, 'offer-expiring');
    expect(others).toEqual([]);
    expect(mail?.to).toBe('second@example.org');
    expect(textOf(mail)).toContain(second.own);
    await tend(0);
    expect((await kept(base, second)).status).toBe('withdrawn');
  });

  it('is not written again after an edit, nor if the seat is accepted or the offer is over', async () => {
    const { base, second, tend } = await offered();
    await tend(10);
    await patch(base, second, { position: 'Director-General' });
    await tend(9);
    expect(await reminders(base)).toHaveLength(1);

    const other = await offered();
    await other.base.app.request(`${other.second.own}/accept`, { method: 'POST' });
    await other.tend(10);
    expect(await reminders(other.base)).toEqual([]);

    const late = await offered();
    await late.tend(-1);
    expect(await reminders(late.base)).toEqual([]);
  });

  it('is not written for a short offer, nor more than a day before the end', async () => {
    const short = await offered({ offerHours: 7 });
    await short.tend(1);
    expect(await reminders(short.base)).toEqual([]);
    const long = await offered({ offerHours: 240 });
    await long.tend(24.1);
    expect(await reminders(long.base)).toEqual([]);
    await long.tend(24);
    expect(await reminders(long.base)).toHaveLength(1);
  });

  it('is written once, wherever the scheduler is killed', async () => {
    for (const moment of ['before', 'after'] as const)
      for (let n = 0, finished = false; !finished; n++) {
        const { base, at } = await offered();
        const moving = () => ({
          now: at(10),
          deadline: Date.now() + 20_000,
        });
        const kill = killAt(base.store.client, n, moment);
        await remindOfOffers(base.store, base.meeting.id, moving()).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        finished = kill.counts.requests <= n;
        kill.revive();
        await remindOfOffers(base.store, base.meeting.id, moving());
        expect(await reminders(base)).toHaveLength(1);
        expect(n).toBeLessThan(10);
      }
  }, 60_000);

  it('is not sent if the seat was accepted after it was written', async () => {
    const { base, second, at, tend } = await offered();
    await drainOutbox(base.store);
    await tend(10);
    await base.app.request(`${second.own}/accept`, { method: 'POST' });
    await drainOutbox(base.store, () => at(9));
    expect(await mailsOf(base, 'offer-expiring')).toEqual([]);
    expect((await mailsOf(base, 'confirmation')).map(({ to }) => to)).toEqual([
      'second@example.org',
    ]);
  });

  it('brings the offer itself if that could not be sent', async () => {
    const { base, at, tend } = await offered();
    await sendInVain(base, 'failed');
    await tend(10);
    await drainOutbox(base.store, () => at(9));
    expect(await mailsOf(base, 'offer-expiring')).toEqual([]);
    expect((await mailsOf(base, 'offer')).map(({ to }) => to)).toEqual(['second@example.org']);
  });
});

describe('when an offer is to be reminded of', () => {
  const until = '2026-03-10T12:00:00.000Z';
  it.each([
    [48, '2026-03-10T00:00:00.000Z'],
    [8, '2026-03-10T10:00:00.000Z'],
    [96, '2026-03-09T12:00:00.000Z'],
    [720, '2026-03-09T12:00:00.000Z'],
    [7, undefined],
    [1, undefined],
  ])('of %i hours: %s', (offerHours, from) => {
    expect(offerRemindedFrom({ offerHours }, until)).toBe(from);
  });
});
