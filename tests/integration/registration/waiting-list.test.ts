import { describe, expect, it } from 'vitest';
import type { Command } from '../../../functions/domain/registration/transitions.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { injectFaults } from '../../support/faults.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, pathOf, service, truth } from '../service.ts';

type Base = Awaited<ReturnType<typeof service>>;

const waiting = (changes: Record<string, unknown> = {}) =>
  service({ waitingList: true, ceiling: 1, ...changes });

/** Registers somebody of a State; says where it stands and which its private address is. */
async function come({ post }: Base, name: string, changes: Record<string, unknown> = {}) {
  const response = await post(registrationOf({ email: `${name}@example.org`, ...changes }));
  const body = await jsonOf(response);
  return {
    httpStatus: response.status,
    status: body.status as string,
    reference: body.reference as string,
    own: body.manageUrl ? pathOf(body.manageUrl) : '',
  };
}

const statusOf = async ({ store }: Base, { reference }: { reference: string }) =>
  (await getRegistration(store, reference))?.status;

const withdraw = ({ app }: Base, { own }: { own: string }) =>
  app.request(`${own}/withdraw`, { method: 'POST' });

const moving = (now = new Date()) => ({
  now,
  deadline: Date.now() + 20_000,
});

async function move(base: Base, reference: string, command: Command, now?: Date) {
  const stored = await getMeeting(base.store, base.meeting.id);
  const seen = await getRegistration(base.store, reference);
  if (!stored || !seen) throw new Error('Nothing to move');
  return transitionRegistration(base.store, stored, seen, command, moving(now));
}

/** Sends what waits. Gives the kinds of all mails so far. */
const kinds = async ({ store }: Base) => {
  await drainOutbox(store);
  return (await sentMail(store)).map(({ kind }) => kind).sort();
};

describe('whoever finds no seat', () => {
  it('is put on the waiting list, and told so', async () => {
    const base = await waiting();
    expect(await come(base, 'first')).toMatchObject({ httpStatus: 201, status: 'confirmed' });
    const second = await come(base, 'second');
    expect(second).toMatchObject({ httpStatus: 201, status: 'waitlisted' });
    expect(await kinds(base)).toEqual(['confirmation', 'waiting-list']);
    const page = await (await base.app.request(second.own)).text();
    expect(page).toContain('You are on the waiting list');
    expect(page).not.toContain('calendar.ics');
    await expectAgreement(base);
  });

  it('is offered the seat that comes free, in the order of the line, and may accept it', async () => {
    const base = await waiting();
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    const third = await come(base, 'third');
    await withdraw(base, first);
    expect(await statusOf(base, second)).toBe('offered');
    expect(await statusOf(base, third)).toBe('waitlisted');
    // An offered seat counts as taken: nobody gets in beside.
    expect((await come(base, 'fourth')).status).toBe('waitlisted');
    await expectAgreement(base);

    const page = await (await base.app.request(second.own)).text();
    expect(page).toContain('Accept the seat');
    for (const method of ['GET', 'HEAD'])
      expect((await base.app.request(`${second.own}/accept`, { method })).status).toBe(405);
    expect(await statusOf(base, second)).toBe('offered');
    const accepted = await base.app.request(`${second.own}/accept`, { method: 'POST' });
    expect(accepted.status).toBe(303);
    expect(await statusOf(base, second)).toBe('confirmed');
    const again = await base.app.request(`${second.own}/accept`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
    });
    expect(again.status).toBe(409);
    await expectAgreement(base);
  });

  it('passes the seat on by refusing it, and by leaving the line', async () => {
    const base = await waiting();
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    const third = await come(base, 'third');
    const fourth = await come(base, 'fourth');
    await drainOutbox(base.store);
    await withdraw(base, third);
    await withdraw(base, first);
    await drainOutbox(base.store);
    await withdraw(base, second);
    expect(await statusOf(base, fourth)).toBe('offered');
    expect(await kinds(base)).toEqual([
      'confirmation',
      'offer',
      'offer',
      'waiting-list',
      'waiting-list',
      'waiting-list',
      'withdrawal',
      'withdrawal',
      'withdrawal',
    ]);
    await expectAgreement(base);
  });

  it('loses an offer that is over, to the next in line', async () => {
    const base = await waiting({ offerHours: 24 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    const third = await come(base, 'third');
    await withdraw(base, first);
    const before = new Date(Date.now() + 23 * 3_600_000);
    expect(await advanceWaitingList(base.store, base.meeting.id, moving(before))).toEqual({
      offered: 0,
      expired: 0,
    });
    const after = new Date(Date.now() + 25 * 3_600_000);
    const late = await move(base, second.reference, { move: 'accept' }, after);
    expect(late).toEqual({ outcome: 'refused', reason: 'offer-expired' });
    // The seat went on in the transaction that ended the offer.
    expect(await advanceWaitingList(base.store, base.meeting.id, moving(after))).toEqual({
      offered: 0,
      expired: 1,
    });
    expect(await statusOf(base, second)).toBe('withdrawn');
    expect(await statusOf(base, third)).toBe('offered');
    expect(await kinds(base)).toContain('offer-expired');
    await expectAgreement(base);
  });

  it('is refused where the meeting keeps no waiting list', async () => {
    const base = await waiting({ waitingList: false });
    await come(base, 'first');
    expect((await come(base, 'second')).httpStatus).toBe(409);
  });
});

describe('whoever withdraws or is erased', () => {
  const categories = { party: { admission: 'validated' }, guest: { admission: 'open' } };
  const pageOf = async ({ app }: Base, path: string) => (await app.request(path)).text();

  it('reads of a seat that goes where there is one, and of none elsewhere', async () => {
    const base = await waiting({ categories });
    const [seated, waitlisted, pending] = [
      await come(base, 'one'),
      await come(base, 'two'),
      await come(base, 'three'),
    ];
    for (const { reference } of [seated, waitlisted])
      await move(base, reference, { move: 'approve', by: 'organiser' });
    expect(await statusOf(base, waitlisted)).toBe('waitlisted');
    expect(await pageOf(base, `${seated.own}/withdraw`)).toContain('Your seat will be given');
    expect(await pageOf(base, `${seated.own}/erase`)).toContain('your seat is given');
    for (const one of [waitlisted, pending]) {
      const [leaving, erasing] = [
        await pageOf(base, `${one.own}/withdraw`),
        await pageOf(base, `${one.own}/erase`),
      ];
      expect(leaving).toContain('Your registration will end. You will receive a message');
      expect(erasing).toContain('You no longer take part. This cannot be undone.');
      expect(leaving + erasing).not.toMatch(/\bseats?\b/);
    }
    await withdraw(base, waitlisted);
    const left = await pageOf(base, waitlisted.own);
    expect(left).toContain('While registration is open you may register again.');
    expect(left).not.toMatch(/\bseats?\b/);
  });
});

describe('the line', () => {
  const categories = {
    party: { admission: 'open', delegationCeiling: 1 },
    'observer-state': { admission: 'open', ceiling: 1 },
  };

  it('is not held up by somebody whose delegation or category is full', async () => {
    const base = await waiting({ ceiling: 3, categories });
    const cambodia = await come(base, 'kh1');
    const nepal = await come(base, 'np1', { state: 'NP' });
    const cambodian = await come(base, 'kh2');
    const thai = await come(base, 'th1', { state: 'TH' });
    expect([cambodian.status, thai.status]).toEqual(['waitlisted', 'waitlisted']);
    const vietnam = await come(base, 'vn1', { state: 'VN' });
    expect(vietnam.status).toBe('confirmed');
    const laos = await come(base, 'la1', { state: 'LA' });
    expect(laos.status).toBe('waitlisted');
    // Only Laos can sit where Viet Nam sat, though two others have waited longer.
    await withdraw(base, vietnam);
    expect(await Promise.all([cambodian, thai, laos].map((one) => statusOf(base, one)))).toEqual([
      'waitlisted',
      'waitlisted',
      'offered',
    ]);
    await withdraw(base, cambodia);
    expect(await statusOf(base, cambodian)).toBe('offered');
    await withdraw(base, nepal);
    expect(await statusOf(base, thai)).toBe('offered');
    await expectAgreement(base);
  });

  it('moves up when a ceiling is raised, in order, and only as far as it was raised', async () => {
    const base = await waiting();
    const people = [];
    for (const name of ['a', 'b', 'c', 'd']) people.push(await come(base, name));
    await applyMeeting(base.store, { ...base.meeting, ceiling: 3 }, new Date());
    expect(await advanceWaitingList(base.store, base.meeting.id, moving())).toMatchObject({
      offered: 2,
    });
    expect(await Promise.all(people.map((one) => statusOf(base, one)))).toEqual([
      'confirmed',
      'offered',
      'offered',
      'waitlisted',
    ]);
    expect(await advanceWaitingList(base.store, base.meeting.id, moving())).toMatchObject({
      offered: 0,
    });
    await expectAgreement(base);
  });

  it('offers no seat twice and leaves none empty, when many come and go at once', async () => {
    const base = await waiting({ ceiling: 5 });
    const seated = await Promise.all(Array.from({ length: 5 }, (_, n) => come(base, `s${n}`)));
    const early = await Promise.all(Array.from({ length: 4 }, (_, n) => come(base, `w${n}`)));
    expect(early.every(({ status }) => status === 'waitlisted')).toBe(true);
    const faults = injectFaults(base.store.client, { cancelled: 0.2, lost: 0.05 });
    await Promise.all([
      ...seated.map((one) => withdraw(base, one)),
      ...Array.from({ length: 12 }, (_, n) => come(base, `late${n}`)),
      ...early.slice(0, 2).map((one) => withdraw(base, one)),
    ]);
    expect(faults.cancelled).toBeGreaterThan(0);
    await advanceWaitingList(base.store, base.meeting.id, moving());
    const { registrations, taken } = await truth(base.store, base.meeting.id);
    const waitlisted = registrations.filter(({ status }) => status === 'waitlisted');
    expect(taken('meeting')).toBe(5);
    expect(waitlisted.length).toBeGreaterThan(0);
    await expectAgreement(base);
  }, 60_000);
});

describe('a category that is validated', () => {
  const categories = { party: { admission: 'validated' }, guest: { admission: 'open' } };

  it('takes no seat before the yes, and is not on the list', async () => {
    const base = await waiting({ categories });
    const one = await come(base, 'one');
    expect(one.status).toBe('pending');
    expect((await truth(base.store, base.meeting.id)).taken('meeting')).toBe(0);
    expect(await kinds(base)).toEqual(['acknowledgement', 'validation-wanted']);
    expect(await (await base.app.request(one.own)).text()).toContain(
      'We have received your registration',
    );
    const approved = await move(base, one.reference, { move: 'approve', by: 'organiser' });
    expect(approved).toMatchObject({ registration: { status: 'confirmed' } });
    expect(await kinds(base)).toEqual(['acknowledgement', 'confirmation', 'validation-wanted']);
    await expectAgreement(base);
  });

  it('waits after the yes when no seat is left, and is told why after a no', async () => {
    const base = await waiting({ categories });
    const [one, two, three] = [
      await come(base, 'one'),
      await come(base, 'two'),
      await come(base, 'three'),
    ];
    await move(base, one.reference, { move: 'approve', by: 'organiser' });
    const second = await move(base, two.reference, { move: 'approve', by: 'focal-point' });
    expect(second).toMatchObject({ registration: { status: 'waitlisted' } });
    const reason = 'Cambodia sends two people only.';
    await move(base, three.reference, { move: 'decline', by: 'focal-point', reason });
    expect(await (await base.app.request(three.own)).text()).toContain(reason);
    await drainOutbox(base.store);
    const declined = (await sentMail(base.store)).filter(({ kind }) => kind === 'declined');
    expect(declined.map(({ to }) => to)).toEqual(['three@example.org']);
    expect(declined[0]?.text).toContain(reason);
    await withdraw(base, one);
    expect(await statusOf(base, two)).toBe('offered');
    // Whoever was declined may come again: the address is free.
    expect((await come(base, 'three')).status).toBe('pending');
    await expectAgreement(base);
  });
});

describe('rules that have just changed', () => {
  it('are those that people come in by, though the function remembers older ones', async () => {
    const base = await service({ categories: { party: { admission: 'open' } } });
    await base.app.request(`/meetings/${base.meeting.id}/register`);
    const change = (categories: Record<string, unknown>) =>
      applyMeeting(base.store, { ...base.meeting, categories } as never, new Date());
    await change({ party: { admission: 'validated' } });
    const two = await come(base, 'two');
    expect(two.status).toBe('pending');
    await base.app.request(`${two.own}/withdraw`, { method: 'POST' });
    await change({ party: { admission: 'closed' } });
    expect((await come(base, 'three')).httpStatus).toBe(422);
    await change({ party: { admission: 'open' } });
    expect((await come(base, 'one')).status).toBe('confirmed');
    await change({ party: { admission: 'open', delegationCeiling: 1 } });
    // The seat that was taken before delegations were counted counts now.
    expect((await come(base, 'four')).httpStatus).toBe(409);
    expect((await come(base, 'five', { state: 'VN' })).status).toBe('confirmed');
    await expect(change({ party: { admission: 'open', delegationCeiling: 0 } })).rejects.toThrow(
      'below the seats that a delegation has taken',
    );
    await expectAgreement(base);
  });
});

describe('a meeting that has changed within the seconds that a function remembers it', () => {
  it('seats nobody in the category that they had before', async () => {
    const categories = {
      party: { admission: 'open' },
      'observer-state': { admission: 'open', ceiling: 0 },
    };
    const base = await service({ categories });
    await base.app.request(`/meetings/${base.meeting.id}/register`);
    // Cambodia deposited in 2007: on this first day it is an observer, for whom there is no seat.
    await applyMeeting(base.store, { ...base.meeting, startsOn: '2006-01-01' }, new Date());
    expect((await come(base, 'late')).httpStatus).toBe(409);
    await expectAgreement(base);
  });

  it('registers nobody once registration is closed', async () => {
    const base = await service();
    await base.app.request(`/meetings/${base.meeting.id}/register`);
    const registration = { opensOn: '2020-01-01', closesOn: '2020-01-02' };
    await applyMeeting(base.store, { ...base.meeting, registration }, new Date());
    expect((await come(base, 'late')).httpStatus).toBe(410);
    await expectAgreement(base);
  });
});

describe('an organisation of any name', () => {
  it('has a counter, whatever its name becomes when it is normalised', async () => {
    const base = await waiting({
      ceiling: 5,
      categories: { ngo: { admission: 'open', delegationCeiling: 1 } },
    });
    const organisation = (name: string) => ({
      representation: 'organisation',
      state: undefined,
      organisation: name,
      organisationKind: 'ngo',
      delegationRole: 'representative',
    });
    // One character that normalises to eighteen.
    const long = '\ufdfa'.repeat(60);
    expect((await come(base, 'one', organisation(long))).status).toBe('confirmed');
    expect((await come(base, 'two', organisation(long))).status).toBe('waitlisted');
    expect((await come(base, 'three', organisation('Fair'))).status).toBe('confirmed');
    await expectAgreement(base);
  });
});
