import { describe, expect, it } from 'vitest';
import { EDIT_LIMIT } from '../../../functions/domain/notifications/edit-limit.ts';
import { RECENT_MS } from '../../../functions/domain/notifications/last-notified.ts';
import { managePath } from '../../../functions/domain/registration/private-link.ts';
import { addDays, dayIn } from '../../../functions/domain/shared/day.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { beforeTransaction, injectFaults } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import {
  act,
  type Base,
  come,
  FOCAL_POINT,
  invited,
  nomineeOf,
  validated,
} from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { fieldsIn, kept, patch, send } from '../own.ts';
import { jsonOf, notices, truth } from '../service.ts';

const LINH = { name: 'Linh Tran', email: 'linh@mofa.example', language: 'en' } as const;
const NEW_YES = 'If you save another name, your registration has to be validated again';

/** Somebody whom the focal point of Cambodia has approved. */
async function approved(base: Base & { page: string }, name: string, changes = {}) {
  const one = await come(base, name, { givenName: 'Sophea', ...changes });
  await drainOutbox(base.store);
  await act(base, `${base.page}/approve`, { reference: one.reference });
  return one;
}

/** Sends what waits. Gives the mails to an address so far, of one kind or of all. */
async function mailsTo({ store }: Base, email: string, kind?: string) {
  await drainOutbox(store);
  return (await sentMail(store)).filter(
    (one) => one.to === email && (kind === undefined || one.kind === kind),
  );
}

/** How often somebody was asked to validate, or told something. */
const told = async (base: Base, email: string, kind: string) =>
  (await mailsTo(base, email, kind)).length;
const asked = (base: Base, email: string = FOCAL_POINT.email) =>
  told(base, email, 'validation-wanted');

describe('another name where the focal point has said yes', () => {
  it('waits for a new yes, gives the seat to the next in line, and asks again', async () => {
    const base = await validated({ ceiling: 1 });
    const one = await approved(base, 'one');
    const next = await come(base, 'np', { state: 'NP' });
    expect(next.status).toBe('waitlisted');
    const form = await (await base.app.request(`${one.own}/edit`)).text();
    expect(form).toContain(NEW_YES);
    const before = await asked(base);
    const fields = { ...fieldsIn(form), givenName: 'Rith', email: 'rith@example.org' };
    expect((await send(base, `${one.own}/edit`, fields)).status).toBe(303);
    const now = await kept(base, one);
    expect(now).toMatchObject({ status: 'pending', seats: [], givenName: 'Rith' });
    expect(now).not.toHaveProperty('decision');
    expect(await kept(base, next)).toMatchObject({ status: 'offered' });
    expect(await asked(base)).toBe(before + 1);
    expect(await told(base, 'rith@example.org', 'acknowledgement')).toBe(1);
    await expectAgreement(base);
    await act(base, `${base.page}/approve`, { reference: one.reference });
    expect(await kept(base, one)).toMatchObject({ status: 'waitlisted' });
    await expectAgreement(base);
  });

  it('is not what a correction is, nor another post, telephone number or address', async () => {
    const base = await validated();
    const one = await approved(base, 'one', { givenName: 'Sohpea' });
    for (const change of [
      { givenName: 'Sophea' },
      { givenName: 'SOPHÉA', familyName: 'chan' },
      { position: 'Minister', phone: '+66 2 391 0577' },
      { email: 'other@example.org' },
    ]) {
      expect((await patch(base, one, change)).status).toBe(200);
      expect(await kept(base, one)).toMatchObject({ status: 'confirmed', ...change });
    }
    expect(await asked(base)).toBe(1);
    await expectAgreement(base);
  });

  it('of a nominee is the same, also once registration is closed', async () => {
    for (const closed of [false, true]) {
      const base = await validated();
      await act(base, `${base.page}/nominate`, nomineeOf('rith'));
      const [nominee] = (await truth(base.store, base.meeting.id)).registrations;
      if (nominee === undefined) throw new Error('Nobody was nominated');
      const one = { reference: nominee.reference, own: managePath(nominee) };
      if (closed) {
        const today = dayIn(base.meeting.timeZone, new Date());
        const window = { opensOn: addDays(today, -9), closesOn: addDays(today, -1) };
        await applyMeeting(base.store, { ...base.meeting, registration: window }, new Date());
      }
      const form = await (await base.app.request(`${one.own}/edit`)).text();
      expect(form).toContain(NEW_YES);
      const fields = { ...fieldsIn(form), privacyNotice: 'true', listConsent: 'public' };
      const other = { ...fields, givenName: 'Bopha', familyName: 'Keo' };
      expect((await send(base, `${one.own}/edit`, other)).status).toBe(303);
      const now = await kept(base, one);
      expect(now).toMatchObject({ status: 'pending', seats: [], givenName: 'Bopha' });
      for (const gone of ['nominated', 'nominatedBy', 'decision'])
        expect(now).not.toHaveProperty(gone);
      expect(await asked(base)).toBe(1);
      await expectAgreement(base);
    }
  });

  it('is not approved with the yes to the name that was on the page', async () => {
    const base = await validated();
    const one = await come(base, 'one');
    const page = await (await base.app.request(base.page)).text();
    const { version } = fieldsIn(page);
    expect(version).toBe('1');
    beforeTransaction(base.store.client, () => patch(base, one, { givenName: 'Rith' }));
    const { reference } = one;
    expect((await act(base, `${base.page}/approve`, { reference })).status).toBe(409);
    expect(await kept(base, one)).toMatchObject({ status: 'pending', givenName: 'Rith' });
    const old = await send(base, `${base.page}/approve`, { reference, version: '1' });
    expect(old.status).toBe(409);
    expect(await old.text()).toContain('Rith');
    const seen = await send(base, `${base.page}/approve`, { reference, version: '2' });
    expect(seen.status).toBe(303);
    const wrong = await act(base, `${base.page}/approve`, { reference, version: 'x' });
    expect(wrong.status).toBe(422);
    await expectAgreement(base);
  });

  it('says nothing of it where people are not validated', async () => {
    const base = await validated();
    const np = await come(base, 'np', { state: 'NP' });
    expect(await (await base.app.request(`${np.own}/edit`)).text()).not.toContain(NEW_YES);
    await patch(base, np, { givenName: 'Grace' });
    expect(await kept(base, np)).toMatchObject({ status: 'confirmed' });
    await expectAgreement(base);
  });

  it('holds on a busy table, and beside an approval, with every seat counted', async () => {
    const base = await validated({ ceiling: 2 });
    const all = [await approved(base, 'one'), await approved(base, 'two')];
    await come(base, 'np', { state: 'NP' });
    injectFaults(base.store.client, { cancelled: 0.2 });
    await Promise.all(
      all.flatMap((one) => [
        patch(base, one, { givenName: 'Rith' }),
        act(base, `${base.page}/approve`, { reference: one.reference }),
      ]),
    );
    for (const one of all) expect((await kept(base, one)).givenName).toBe('Rith');
    await expectAgreement(base);
  });
});

describe('whoever goes over', () => {
  it('to a delegation that is validated is announced to its focal point, and brings nothing along', async () => {
    const base = await validated();
    await invited(base, 'VN', LINH);
    await act(base, `${base.page}/nominate`, nomineeOf('rith'));
    const one = await approved(base, 'one');
    const { reference } = one;
    await act(base, `${base.page}/role`, { reference, delegationRole: 'head', order: 2 });
    expect((await patch(base, one, { state: 'VN' })).status).toBe(200);
    const now = await kept(base, one);
    expect(now).toMatchObject({ status: 'pending', seats: [], state: 'VN' });
    for (const gone of ['order', 'nominatedBy', 'codeLabel', 'decision'])
      expect(now).not.toHaveProperty(gone);
    expect(await asked(base, LINH.email)).toBe(1);
    await expectAgreement(base);
  });

  it('to one that is open comes in as somebody who registers does', async () => {
    const base = await validated({ ceiling: 1 });
    const [first, second] = [await come(base, 'first'), await come(base, 'second')];
    const form = await (
      await base.app.request(`${first.own}/edit?representation=state&state=NP`)
    ).text();
    expect(form).toContain('your registration no longer waits to be validated');
    expect((await patch(base, first, { state: 'NP' })).status).toBe(200);
    expect(await kept(base, first)).toMatchObject({ status: 'confirmed' });
    expect((await patch(base, second, { state: 'NP' })).status).toBe(200);
    const waits = await kept(base, second);
    expect(waits).toMatchObject({ status: 'waitlisted', seats: [] });
    expect(waits.waitingSince).toBeDefined();
    await expectAgreement(base);
    await base.app.request(`${first.own}/withdraw`, { method: 'POST' });
    expect(await kept(base, second)).toMatchObject({ status: 'offered' });
    await expectAgreement(base);
  });

  it('is told where there is no seat and nobody may wait, and stays where they were', async () => {
    const base = await validated({ ceiling: 1, waitingList: false });
    await come(base, 'np', { state: 'NP' });
    const one = await come(base, 'one');
    const full = await patch(base, one, { state: 'NP' });
    expect([full.status, (await jsonOf(full)).type]).toEqual([
      409,
      'urn:plenary:problem:seats-full',
    ]);
    expect(await kept(base, one)).toMatchObject({ status: 'pending', state: 'KH' });
    await expectAgreement(base);
  });

  it('at once with many gets no more seats than there are', async () => {
    const base = await validated({ ceiling: 2 });
    const all = [];
    for (let n = 0; n < 6; n += 1) all.push(await come(base, `p${n}`));
    injectFaults(base.store.client, { cancelled: 0.2 });
    const answers = await Promise.all(all.map((one) => patch(base, one, { state: 'NP' })));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const statuses = [];
    for (const one of all) statuses.push((await kept(base, one)).status);
    expect(statuses.sort()).toEqual(['confirmed', 'confirmed', ...Array(4).fill('waitlisted')]);
    await expectAgreement(base);
  });
});

describe('the messages of edits', () => {
  const HOUR_LATER = () => new Date(Date.now() + RECENT_MS + 60_000);
  /** The notices that nobody has sent yet. */
  const waiting = async ({ store }: Base) =>
    (await notices(store)).filter(({ status }) => status === 'queued' || status === 'retrying');

  it('come three times an hour; all that is edited is saved, and told once there is room', async () => {
    const base = await validated();
    const np = await come(base, 'np', { state: 'NP' });
    for (let n = 0; n < 11; n += 1) {
      await drainOutbox(base.store);
      const name = n % 2 === 0 ? 'Grace' : 'Ada';
      expect((await patch(base, np, { givenName: name })).status).toBe(200);
      expect(await kept(base, np)).toMatchObject({ givenName: name, version: n + 2 });
    }
    const inTheHour = await mailsTo(base, 'np@example.org');
    expect(inTheHour).toHaveLength(EDIT_LIMIT.toOne);
    // The last of what came too fast is not lost: one message has it, once there is room.
    await patch(base, np, { givenName: 'Edith' });
    await drainOutbox(base.store, HOUR_LATER);
    const [last, ...more] = (await mailsTo(base, 'np@example.org')).slice(EDIT_LIMIT.toOne);
    expect(more).toEqual([]);
    expect(last?.kind).toBe('details-changed');
    expect(last?.text).toContain('Edith');
    expect(await waiting(base)).toEqual([]);
    await expectAgreement(base);
  });

  it('have room at another address, and tell it what was not told before', async () => {
    const base = await validated();
    const np = await come(base, 'np', { state: 'NP' });
    for (const givenName of ['Grace', 'Ada', 'Grace', 'Ada', 'Edith']) {
      await drainOutbox(base.store);
      await patch(base, np, { givenName });
    }
    expect(await mailsTo(base, 'np@example.org')).toHaveLength(EDIT_LIMIT.toOne);
    await patch(base, np, { email: 'new@example.org' });
    const mails = await mailsTo(base, 'new@example.org');
    expect(mails.map(({ kind }) => kind)).toEqual(['confirmation']);
    expect(mails[0]?.text).toContain('Edith');
    expect(mails[0]?.text).toMatch(/Changed: your name.*your e-mail address/);
    await expectAgreement(base);
  });

  it('come no more often where somebody goes to and fro between delegations', async () => {
    const base = await validated();
    await invited(base, 'VN', LINH);
    const one = await come(base, 'one', { state: 'NP' });
    for (let n = 0; n < 8; n += 1) {
      await drainOutbox(base.store);
      expect((await patch(base, one, { state: 'VN' })).status).toBe(200);
      await drainOutbox(base.store);
      expect((await patch(base, one, { state: 'NP' })).status).toBe(200);
    }
    const questions = await told(base, LINH.email, 'validation-wanted');
    expect(questions).toBeGreaterThan(0);
    expect(questions).toBeLessThanOrEqual(EDIT_LIMIT.statesToOne);
    const inTheHour = await mailsTo(base, 'one@example.org');
    expect(inTheHour).toHaveLength(EDIT_LIMIT.statesToOne);
    expect(inTheHour.at(-1)?.kind).toBe('acknowledgement');
    // The last of what came too fast is not lost: it is sent once there is room.
    expect((await waiting(base)).length).toBeGreaterThan(0);
    await drainOutbox(base.store, HOUR_LATER);
    const [last, ...more] = (await mailsTo(base, 'one@example.org')).slice(inTheHour.length);
    expect(more).toEqual([]);
    expect(last?.kind).toBe('confirmation');
    expect(await waiting(base)).toEqual([]);
    // Nobody is asked about somebody who no longer waits.
    expect(await told(base, LINH.email, 'validation-wanted')).toBe(questions);
    expect(await kept(base, one)).toMatchObject({ state: 'NP', status: 'confirmed' });
    await expectAgreement(base);
  });

  it('reach no address more than three times, however many are typed in turns', async () => {
    const base = await validated();
    const one = await come(base, 'one', { state: 'NP' });
    const victims = ['a@victim.example', 'b@victim.example'];
    for (let n = 0; n < 12; n += 1) {
      await patch(base, one, { email: victims[n % 2], givenName: n % 3 ? 'Ada' : 'Grace' });
      await drainOutbox(base.store);
    }
    for (const email of victims) {
      const mails = await mailsTo(base, email);
      expect(mails.length).toBeGreaterThan(0);
      expect(mails.length).toBeLessThanOrEqual(3);
    }
    await expectAgreement(base);
  });
});
