import { describe, expect, it } from 'vitest';
import { offerRemindedFrom } from '../../../functions/domain/notifications/offer-reminder.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { remindOfOffers } from '../../../functions/store/notifications/offer-reminders.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { type Base, come, kept, patch } from '../own.ts';
import { messages, PUBLIC_URL, service } from '../service.ts';

const HOUR = 3_600_000;

/** Somebody to whom a seat is offered; and what the scheduler does so many hours before that ends. */
async function offered(changes: Record<string, unknown> = {}) {
  const base = await service({ waitingList: true, ceiling: 1, ...changes });
  const first = await come(base, 'first');
  const second = await come(base, 'second');
  await base.app.request(`${first.own}/withdraw`, { method: 'POST' });
  const until = Date.parse((await kept(base, second)).offeredUntil ?? '');
  const at = (hoursLeft: number) => new Date(until - hoursLeft * HOUR);
  const tend = (hoursLeft: number) => meetingJobs(base.store, PUBLIC_URL, at(hoursLeft));
  return { base, second, at, tend };
}

const reminders = async ({ store }: Base) =>
  (await messages(store)).filter(({ content }) => content.kind === 'offer-expiring');

describe('somebody who has not accepted a seat', () => {
  it('is reminded once, when a quarter of the time is left', async () => {
    const { base, second, tend } = await offered();
    await tend(12.1);
    expect(await reminders(base)).toEqual([]);
    expect(await tend(12)).toMatchObject([{ done: { reminded: 1 } }]);
    await Promise.all([tend(11), tend(11)]);
    await tend(1);
    const [message, ...more] = await reminders(base);
    expect(more).toEqual([]);
    // Somebody waits for it: it goes before what is sent to everybody.
    expect(message?.bulk).toBeUndefined();
    expect(message?.to.email).toBe('second@example.org');
    expect((await kept(base, second)).messageIds).toContain(message?.id);
    expect(message && (await compose(message)).text).toContain('/registrations/');
    await tend(0);
    expect((await kept(base, second)).status).toBe('withdrawn');
  });

  it('is not reminded again after editing, nor when the seat is accepted or the time over', async () => {
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

  it('is not reminded of an offer that is short, nor more than a day before', async () => {
    const short = await offered({ offerHours: 7 });
    await short.tend(1);
    expect(await reminders(short.base)).toEqual([]);
    const long = await offered({ offerHours: 240 });
    await long.tend(24.1);
    expect(await reminders(long.base)).toEqual([]);
    await long.tend(24);
    expect(await reminders(long.base)).toHaveLength(1);
  });

  it('is reminded once, wherever the scheduler is killed', async () => {
    for (const moment of ['before', 'after'] as const)
      for (let n = 0, finished = false; !finished; n++) {
        const { base, at } = await offered();
        const moving = () => ({
          publicUrl: PUBLIC_URL,
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
});

describe('when somebody is reminded of an offer', () => {
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
