import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { act, come as comeValidated, moving, nomineeOf, validated } from '../delegations.ts';
import {
  calendarAfter,
  changeMeeting,
  drain,
  ELSEWHERE,
  entriesIn,
  lift,
  mailsOf,
  mailsTo,
  sendAgain,
  sendInVain,
  suppress,
  textOf,
  withdraw,
} from '../mail-steps.ts';
import { report } from '../mailbox.ts';
import { type Base, come, kept, patch } from '../own.ts';
import { service } from '../service.ts';

const ONE = 'one@example.org';
/** The first entry of the last mail of a kind; nothing where that mail brings none. */
const entryOf = async (base: Base, kind: string) =>
  entriesIn(((await mailsOf(base, kind)).at(-1) ?? expect.fail(`No ${kind}`)).calendar)[0];
const fileOf = async ({ app }: Base, own: string) =>
  entriesIn(await (await app.request(`${own}/calendar.ics`)).text())[0];

describe('the calendar entry of somebody who comes no more', () => {
  it('is cancelled by the withdrawal, and in the file', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    const was = (await entryOf(base, 'confirmation')) ?? expect.fail();
    await withdraw(base, one);
    await drain(base);
    const is = (await entryOf(base, 'withdrawal')) ?? expect.fail();
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    const [withdrawal] = await mailsOf(base, 'withdrawal');
    expect(textOf(withdrawal)).toContain('A cancellation for your calendar is attached');
    expect(await fileOf(base, one.own)).toMatchObject({
      method: 'CANCEL',
      uid: was.uid,
      sequence: is.sequence,
    });
  });

  it('is not cancelled by a withdrawal before the confirmation was sent, as nobody has it', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await withdraw(base, one);
    await drain(base);
    const [receipt, ...more] = await mailsTo(base, ONE);
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'withdrawal', calendar: '' });
    expect(textOf(receipt)).not.toContain('A cancellation for your calendar');
  });

  it.each([
    ['failed', false],
    ['bounced', false],
    ['may have been sent', true],
  ])('is cancelled by a withdrawal after the confirmation %s: %s', async (what, cancels) => {
    const base = await service();
    const one = await come(base, 'one');
    if (what === 'bounced') {
      await drain(base);
      const [confirmation] = await mailsTo(base, ONE);
      await report(base.store, confirmation?.noticeId ?? '', 'SoftBounce');
    } else await sendInVain(base, what === 'failed' ? 'failed' : 'sending');
    await withdraw(base, one);
    await drain(base, 11 * 60_000);
    const withdrawals = await mailsOf(base, 'withdrawal');
    expect(withdrawals).toHaveLength(1);
    expect(entriesIn(withdrawals[0]?.calendar ?? '').map(({ status }) => status)).toEqual(
      cancels ? ['CANCELLED'] : [],
    );
  });

  it('is cancelled for somebody who is replaced, and their successor gets another one', async () => {
    const base = await validated();
    const { reference } = await comeValidated(base, 'one');
    await act(base, `${base.page}/approve`, { reference });
    await drain(base);
    const was = (await entryOf(base, 'confirmation')) ?? expect.fail();
    await act(base, `${base.page}/replace`, { reference, ...nomineeOf('new') });
    await drain(base);
    const is = (await entryOf(base, 'replaced')) ?? expect.fail();
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    const successor = await entryOf(base, 'nomination');
    expect(successor).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' });
    expect(successor?.uid).not.toBe(was.uid);
  });

  it('is cancelled once for somebody who has to be validated again and is declined', async () => {
    const base = await service({
      categories: { party: { admission: 'open' }, ngo: { admission: 'validated' } },
    });
    const one = await come(base, 'one');
    await drain(base);
    const ngo = {
      representation: 'organisation',
      organisation: 'Crafts Council',
      organisationKind: 'ngo',
      delegationRole: 'observer',
    };
    expect((await patch(base, one, ngo)).status).toBe(200);
    await drain(base);
    const stored = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
    const no = { move: 'decline', by: 'organiser', reason: 'No seat is left.' } as const;
    await transitionRegistration(base.store, stored, await kept(base, one), no, moving());
    await drain(base);
    const mails = await mailsTo(base, ONE);
    const entries = mails.map(({ kind, calendar }) => {
      const [entry] = entriesIn(calendar);
      return [kind, entry?.method, entry?.status, entry?.sequence];
    });
    expect(entries).toEqual([
      ['confirmation', 'PUBLISH', 'CONFIRMED', 0],
      ['acknowledgement', 'CANCEL', 'CANCELLED', 1],
      ['declined', undefined, undefined, undefined],
    ]);
  });

  it('is not cancelled for somebody who had none', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    await come(base, 'first');
    const second = await come(base, 'second');
    await drain(base);
    await withdraw(base, second);
    await drain(base);
    const [withdrawal] = await mailsOf(base, 'withdrawal');
    expect(withdrawal?.calendar).toBe('');
    expect(textOf(withdrawal)).not.toContain('A cancellation for your calendar');
  });
});

describe('the calendar entry after a change of address', () => {
  it('goes to the new address, and nothing of it to the former one', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await patch(base, one, { email: 'other@example.org' });
    await drain(base);
    const [news] = await mailsTo(base, 'other@example.org');
    expect(entriesIn(news?.calendar ?? '')).toMatchObject([{ method: 'PUBLISH', sequence: 1 }]);
    const [former] = await mailsOf(base, 'address-changed');
    expect(former).toMatchObject({ to: ONE, calendar: '' });
  });
});

describe('a sitting that is removed', () => {
  const sittings = ({ startsOn }: Meeting, ...starts: string[]) =>
    starts.map((start) => ({ day: startsOn, start, end: '17:00' }));

  /** Somebody with two sittings in the calendar. */
  async function withTwoSittings() {
    const base = await service();
    await changeMeeting(base, { sittings: sittings(base.meeting, '09:00', '14:00') });
    const one = await come(base, 'one');
    await drain(base);
    expect(await starts(base)).toEqual(['T09:00:00', 'T14:00:00']);
    return { base, one };
  }
  const starts = async (base: Base) =>
    calendarAfter(await mailsTo(base, ONE)).map((start) => start.slice(10));
  const remove = (base: Base, changes: Partial<Meeting> = {}) =>
    changeMeeting(base, { ...changes, sittings: sittings(base.meeting, '09:00') });

  it('is cancelled by the message that tells it', async () => {
    const { base } = await withTwoSittings();
    await remove(base);
    await drain(base);
    const [news] = await mailsOf(base, 'meeting-changed');
    expect(entriesIn(news?.calendar ?? '').map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(await starts(base)).toEqual(['T09:00:00']);
  });

  it('is cancelled by the message that is asked for after the suppression of the address is lifted', async () => {
    const { base, one } = await withTwoSittings();
    await suppress(base, ONE);
    await remove(base);
    await drain(base);
    expect(await starts(base)).toEqual(['T09:00:00', 'T14:00:00']);
    await lift(base, ONE);
    expect((await sendAgain(base, one)).status).toBe(202);
    await drain(base);
    expect(await starts(base)).toEqual(['T09:00:00']);
  });

  it('is cancelled by the next change after the suppression is lifted', async () => {
    const { base, one } = await withTwoSittings();
    await suppress(base, ONE);
    await remove(base);
    await drain(base);
    await lift(base, ONE);
    await patch(base, one, { familyName: 'Sok' });
    await drain(base);
    expect(await starts(base)).toEqual(['T09:00:00']);
  });

  it('is cancelled after the message before that has bounced and the suppression is lifted', async () => {
    const { base, one } = await withTwoSittings();
    await patch(base, one, { familyName: 'Sok' });
    await drain(base);
    const [changed] = await mailsOf(base, 'details-changed');
    await report(base.store, changed?.noticeId ?? '', 'HardBounce');
    await remove(base);
    await drain(base);
    expect(await mailsOf(base, 'meeting-changed')).toEqual([]);
    await lift(base, ONE);
    expect((await sendAgain(base, one)).status).toBe(202);
    await drain(base);
    expect(await starts(base)).toEqual(['T09:00:00']);
  });

  it.each(['failed', 'bounced'])(
    'is cancelled by the next message after the news %s',
    async (how) => {
      const { base, one } = await withTwoSittings();
      await remove(base, { venue: ELSEWHERE });
      if (how === 'failed') await sendInVain(base, 'failed');
      else {
        await drain(base);
        const [news] = await mailsOf(base, 'meeting-changed');
        await report(base.store, news?.noticeId ?? '', 'SoftBounce');
      }
      await patch(base, one, { familyName: 'Sok' });
      await drain(base);
      const last = (await mailsTo(base, ONE)).at(-1);
      const entries = entriesIn(last?.calendar ?? '');
      expect(entries.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'CONFIRMED']);
      expect(last?.calendar).toContain('City Hall');
    },
  );

  it('is cancelled at the new address too, as its calendar may be the same', async () => {
    const { base, one } = await withTwoSittings();
    await remove(base, { venue: ELSEWHERE });
    expect((await patch(base, one, { email: 'new@example.org' })).status).toBe(200);
    await drain(base);
    const [told, ...more] = await mailsTo(base, 'new@example.org');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    const entries = entriesIn(told?.calendar ?? '');
    expect(entries.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('is not cancelled if it was removed before anybody was told of it', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { sittings: sittings(base.meeting, '09:00', '14:00') });
    await remove(base);
    await drain(base);
    const mails = await mailsTo(base, ONE);
    expect(mails.flatMap(({ calendar }) => entriesIn(calendar))).not.toContainEqual(
      expect.objectContaining({ status: 'CANCELLED' }),
    );
    expect(await starts(base)).toEqual(['T09:00:00']);
  });
});
