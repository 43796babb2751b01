import { describe, expect, it } from 'vitest';
import { rotateLink } from '../../../functions/store/delegation/invite.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import {
  beforeTransaction,
  dropLinkChecks,
  injectFaults,
  lockItems,
} from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import {
  act,
  type Base,
  come,
  invited,
  moving,
  nomineeOf,
  seen,
  validated,
} from '../delegations.ts';
import { patch } from '../own.ts';
import { jsonOf, truth } from '../service.ts';

/** Everything that a focal point can send, about somebody who waits and somebody who has a seat. */
const ACTIONS = {
  approve: (pending: string) => ({ reference: pending }),
  decline: (pending: string) => ({ reference: pending, reason: 'No.' }),
  role: (_: string, coming: string) => ({ reference: coming, delegationRole: 'head' }),
  nominate: () => nomineeOf('new'),
  'nominate as head': () => nomineeOf('new', { delegationRole: 'head' }),
  replace: (_: string, coming: string) => ({ reference: coming, ...nomineeOf('new') }),
  note: () => ({ noteReference: 'NV 1', noteDate: '2026-03-14' }),
};
type Action = keyof typeof ACTIONS;

/** A delegation with somebody who waits for an answer and somebody who has a seat. */
async function delegation() {
  const base = await validated();
  const coming = await come(base, 'coming');
  await act(base, `${base.page}/approve`, { reference: coming.reference });
  const pending = await come(base, 'pending');
  const send = (name: Action) =>
    act(
      base,
      `${base.page}/${name.split(' ')[0]}`,
      ACTIONS[name](pending.reference, coming.reference),
    );
  return { ...base, coming, pending, send };
}

const rotate = ({ store, meeting }: Base) => rotateLink(store, meeting, 'KH', moving());
const people = async ({ store, meeting }: Base) => (await truth(store, meeting.id)).registrations;

describe('a link that is replaced between reading and writing', () => {
  it.each(Object.keys(ACTIONS) as Action[])('%s: does nothing any more', async (name) => {
    const base = await delegation();
    const before = await people(base);
    beforeTransaction(base.store.client, () => rotate(base));
    const answer = await base.send(name);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('coming');
    expect(await people(base)).toEqual(before);
    await expectAgreement(base);
  });

  it('would, without the check in the transaction', async () => {
    const base = await delegation();
    dropLinkChecks(base.store.client);
    beforeTransaction(base.store.client, () => rotate(base));
    expect((await base.send('approve')).status).toBe(200);
    expect(await getRegistration(base.store, base.pending.reference)).toMatchObject({
      status: 'confirmed',
    });
  });

  it('shows nothing of the delegation to a browser either', async () => {
    const base = await delegation();
    beforeTransaction(base.store.client, () => rotate(base));
    const answer = await base.app.request(`${base.page}/approve`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body: `reference=${base.pending.reference}`,
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Chan');
  });

  it('is told from a busy table, where transactions meet', async () => {
    const base = await delegation();
    injectFaults(base.store.client, { cancelled: 0.2 });
    const { release } = lockItems(base.store.client, 5);
    const answers = await Promise.all(
      (['approve', 'role', 'nominate', 'note'] as const).map((name) => base.send(name)),
    );
    release();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 200]);
    await expectAgreement(base);
  });
});

describe('somebody who goes over to another delegation between reading and writing', () => {
  it.each(['approve', 'decline'] as const)('is not answered by the former: %s', async (name) => {
    const base = await delegation();
    const other = await invited(base, 'VN', {
      name: 'Linh Tran',
      email: 'linh@mofa.example',
      language: 'en',
    });
    const { pending, page } = base;
    beforeTransaction(base.store.client, () => patch(base, pending, { state: 'VN' }));
    const answer = await base.send(name);
    expect(answer.status).toBe(409);
    expect(await getRegistration(base.store, pending.reference)).toMatchObject({
      state: 'VN',
      status: 'pending',
    });
    expect((await seen(base, page)).people).toHaveLength(1);
    expect((await seen(base, other.page)).people).toMatchObject([{ status: 'pending' }]);
    await expectAgreement(base);
  });
});

describe('heads of a delegation', () => {
  const heads = async (base: Base) =>
    (await truth(base.store, base.meeting.id)).registrations.filter(
      ({ delegationRole, status }) => delegationRole === 'head' && status === 'confirmed',
    );

  it('give way though 55 call themselves so, be they open or validated', async () => {
    for (const admission of ['validated', 'open']) {
      const base = await validated({ categories: { party: { admission } } });
      const all = [];
      for (let n = 0; n < 55; n += 1)
        all.push(await come(base, `p${n}`, { delegationRole: 'head' }));
      const [one, two] = all;
      const named = { reference: one?.reference, delegationRole: 'head' };
      const role = await act(base, `${base.page}/role`, named);
      expect(role.status).toBe(200);
      expect((await jsonOf(role)).formerHeads).toHaveLength(54);
      const { registrations } = await truth(base.store, base.meeting.id);
      expect(registrations.filter(({ delegationRole }) => delegationRole === 'head')).toMatchObject(
        [{ reference: one?.reference }],
      );
      for (let n = 0; n < 40; n += 1) await come(base, `q${n}`, { delegationRole: 'head' });
      const put = admission === 'open' ? 'replace' : 'nominate';
      const body = {
        ...nomineeOf('chief', { delegationRole: 'head' }),
        ...(put === 'replace' && { reference: two?.reference }),
      };
      expect((await act(base, `${base.page}/${put}`, body)).status).toBe(201);
      expect(await heads(base)).toMatchObject([{ givenName: 'chief' }]);
      await expectAgreement(base);
    }
  }, 120_000);

  it('are one, though many who call themselves so are approved at once', async () => {
    const base = await validated();
    const all = [];
    for (let n = 0; n < 5; n += 1) all.push(await come(base, `p${n}`, { delegationRole: 'head' }));
    injectFaults(base.store.client, { cancelled: 0.2 });
    const answers = await Promise.all(
      all.map(({ reference }) => act(base, `${base.page}/approve`, { reference })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await heads(base)).toHaveLength(1);
    await expectAgreement(base);
  }, 60_000);

  it('are one when a seat comes free for another, who is head where the head has left it', async () => {
    const base = await validated({
      categories: { party: { admission: 'validated', delegationCeiling: 2 } },
    });
    const all = [];
    for (const name of ['head', 'two', 'three', 'four']) {
      const role = name === 'two' ? 'delegate' : 'head';
      all.push(await come(base, name, { delegationRole: role }));
      await act(base, `${base.page}/approve`, { reference: all.at(-1)?.reference });
    }
    const [head, two, three, four] = all.map(({ own, reference }) => ({ own, reference }));
    const now = async (one: { reference: string } | undefined) =>
      getRegistration(base.store, one?.reference ?? '');
    expect(await now(three)).toMatchObject({ status: 'waitlisted', delegationRole: 'head' });
    await base.app.request(`${two?.own}/withdraw`, { method: 'POST' });
    expect(await now(three)).toMatchObject({ status: 'offered', delegationRole: 'alternate' });
    await base.app.request(`${head?.own}/withdraw`, { method: 'POST' });
    expect(await now(four)).toMatchObject({ status: 'offered', delegationRole: 'head' });
    await expectAgreement(base);
  });
});
