import { afterEach, describe, expect, it, vi } from 'vitest';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import {
  announceChange,
  cancel,
  drain,
  ELSEWHERE,
  entriesIn,
  kindsTo,
  lift,
  mailsOf,
  mailsTo,
  sendAgain,
  sendInVain,
  suppress,
  textOf,
  withdraw,
} from '../mail-steps.ts';
import { type Base, come, kept, patch, send } from '../own.ts';
import { jsonOf, notices, service } from '../service.ts';

const ONE = 'one@example.org';
const REASON = 'A cyclone has hit the city.';
const runJobs = ({ store }: Base) => meetingJobs(store, new Date());
const callOff = ({ store, meeting }: Base, reason = REASON) =>
  cancelMeeting(store, meeting.id, reason, new Date());
const toldOf = async (base: Base) =>
  (await mailsOf(base, 'meeting-cancelled')).map(({ to }) => to).sort();

/** Lets the seconds pass for which a function answers from memory. */
function forget() {
  const later = Date.now() + 6_000;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(later);
}
afterEach(() => vi.useRealTimers());

describe('a meeting that is cancelled', () => {
  it('closes, says so, and tells everybody once, with a cancellation for the calendar', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    await drain(base);
    const [was] = entriesIn((await mailsOf(base, 'confirmation'))[0]?.calendar ?? '');
    expect((await callOff(base)).outcome).toBe('cancelled');
    await runJobs(base);
    expect(await callOff(base, 'Another reason')).toMatchObject({
      outcome: 'already',
      stored: { meeting: { cancelled: { reason: REASON } } },
    });
    await runJobs(base);
    const written = (await notices(base.store)).filter(
      ({ event }) => event.kind === 'meeting-changed',
    );
    expect(written.map(({ lane }) => lane)).toEqual(['bulk', 'bulk']);
    await drain(base);
    expect(await toldOf(base)).toEqual(['first@example.org', 'second@example.org']);
    const [told, waiting] = (await mailsOf(base, 'meeting-cancelled')).sort((a, b) =>
      a.to < b.to ? -1 : 1,
    );
    const [is] = entriesIn(told?.calendar ?? '');
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was?.uid });
    expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Number.NaN);
    expect(textOf(told)).toContain(REASON);
    expect(waiting?.calendar).toBe('');

    forget();
    const meetingPath = `/meetings/${base.meeting.id}`;
    for (const path of [meetingPath, first.own, second.own]) {
      const page = await (await base.app.request(path)).text();
      expect(page).toContain('This meeting is cancelled');
      expect(page).toContain(REASON);
      expect(page).not.toContain('calendar.ics');
      expect(page).not.toContain(`${meetingPath}/register"`);
    }
    expect(await (await base.app.request('/')).text()).not.toContain(meetingPath);
    const file = await (await base.app.request(`${first.own}/calendar.ics`)).text();
    expect(entriesIn(file)[0]).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: was?.uid,
    });
    const seen = await base.app.request(first.own, { headers: { Accept: 'application/json' } });
    expect((await jsonOf(seen)).meetingCancelled).toMatchObject({ reason: REASON });
    await expectAgreement(base);
  });

  it('lets nobody in, change anything or be offered a seat; withdrawing stays possible', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    await drain(base);
    await callOff(base);
    forget();
    const refused = await base.post({}, {});
    expect(refused.status).toBe(410);
    expect(await jsonOf(refused)).toMatchObject({ type: 'urn:plenary:problem:meeting-cancelled' });
    const changed = await patch(base, first, { position: 'Director-General' });
    expect([changed.status, (await jsonOf(changed)).type]).toEqual([
      410,
      'urn:plenary:problem:meeting-cancelled',
    ]);
    const read = async (path: string) => (await base.app.request(path)).text();
    expect(await read(`${first.own}/withdraw`)).toContain('Your registration will end.');
    expect(await read(`${first.own}/erase`)).toContain('You no longer take part. This cannot');
    expect((await send(base, `${first.own}/withdraw`)).status).toBe(303);
    expect(await read(first.own)).not.toContain('you may register again');
    await runJobs(base);
    await drain(base);
    expect((await kept(base, second)).status).toBe('waitlisted');
    expect(await mailsOf(base, 'offer')).toEqual([]);
    // Somebody who withdrew before it was announced has nothing left to be told.
    expect(await toldOf(base)).toEqual(['second@example.org']);
    await expectAgreement(base);
  });

  it('refuses people for whom a function answers from memory', async () => {
    const base = await service();
    await come(base, 'first');
    await callOff(base);
    // The form was asked for a moment ago, and the meeting is still in memory.
    const late = await base.post(registrationOf());
    expect(late.status).toBe(410);
    expect(await jsonOf(late)).toMatchObject({ type: 'urn:plenary:problem:meeting-cancelled' });
  });

  it('stays cancelled when its file is applied, and nobody is told what changes then', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    await callOff(base);
    await runJobs(base);
    await drain(base);
    const changed = { ...base.meeting, venue: ELSEWHERE };
    const { stored } = await applyMeeting(base.store, changed, new Date());
    expect(stored.meeting.cancelled).toBeDefined();
    await runJobs(base);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'meeting-cancelled']);
  });

  it('is told alone if it had changed before and nobody was told of that yet', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    await applyMeeting(base.store, { ...base.meeting, venue: ELSEWHERE }, new Date());
    await callOff(base);
    await runJobs(base);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'meeting-cancelled']);
    expect(textOf((await mailsTo(base, ONE)).at(-1))).not.toContain('Until now');
  });

  it('is told instead of a confirmation that was not sent yet, and not to people who have withdrawn', async () => {
    const base = await service();
    await come(base, 'one');
    const two = await come(base, 'two');
    await sendInVain(base, 'retrying');
    await withdraw(base, two);
    expect(await cancel(base)).toBe(1);
    await drain(base, 3_600_000);
    expect(await kindsTo(base, ONE)).toEqual(['meeting-cancelled']);
    expect((await mailsTo(base, ONE))[0]?.calendar).toBe('');
    expect(await kindsTo(base, 'two@example.org')).toEqual(['withdrawal']);
  });

  it('is told once, with the cancellation for the calendar, after the suppression of the address is lifted', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await suppress(base, ONE);
    await cancel(base);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
    await lift(base, ONE);
    expect((await sendAgain(base, one)).status).toBe(202);
    await announceChange(base);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'meeting-cancelled']);
    const [, told] = await mailsTo(base, ONE);
    expect(entriesIn(told?.calendar ?? '').map(({ status }) => status)).toEqual(['CANCELLED']);
  });

  it('cannot be cancelled if it is over or does not exist', async () => {
    const base = await service();
    const late = new Date(Date.now() + 90 * 86_400_000);
    expect(await cancelMeeting(base.store, base.meeting.id, 'Why', late)).toEqual({
      outcome: 'over',
    });
    expect(await cancelMeeting(base.store, 'no-such', 'Why', late)).toEqual({ outcome: 'none' });
  });
});

describe('somebody who withdraws', () => {
  it('from a cancelled meeting reads that it is cancelled, and not to register again', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await callOff(base);
    await withdraw(base, one);
    await drain(base);
    const [receipt] = await mailsOf(base, 'withdrawal');
    expect(textOf(receipt)).toContain('The organizers have cancelled this meeting');
    expect(textOf(receipt)).toContain(REASON);
    expect(textOf(receipt)).not.toContain('register again');
    const html = await (
      await base.app.request(one.own, { headers: { Accept: 'text/html' } })
    ).text();
    expect(html).toContain('The organizers have cancelled this meeting');
    expect(html).not.toContain('register again');
  });

  it('from a meeting that takes place reads how to register again', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await withdraw(base, one);
    await drain(base);
    expect(textOf((await mailsOf(base, 'withdrawal'))[0])).toContain('you may register again');
  });
});
