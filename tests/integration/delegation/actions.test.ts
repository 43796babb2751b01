import { describe, expect, it } from 'vitest';
import { LANGUAGES, t, translateKey } from '../../../functions/language/index.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { injectFaults } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import {
  act,
  type Base,
  come,
  FOCAL_POINT,
  nomineeOf,
  seen,
  send,
  validated,
} from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, truth } from '../service.ts';

const statusOf = async ({ store }: Base, reference: string) =>
  (await getRegistration(store, reference))?.status;
/** Sends what waits. Gives the mails to an address so far, in the order in which they were sent. */
const mailsTo = async ({ store }: Base, email: string) => {
  await drainOutbox(store);
  return (await sentMail(store)).filter(({ to }) => to === email);
};
const kindsTo = async (base: Base, email: string) =>
  (await mailsTo(base, email)).map(({ kind }) => kind);
const text = async (response: Response | Promise<Response>) => (await response).text();

describe('approving', () => {
  it('confirms by a form, leads back to the page, and says so', async () => {
    const base = await validated();
    const { page, app } = base;
    const { reference, own } = await come(base, 'one');
    await drainOutbox(base.store);
    expect(await text(app.request(page))).toContain('1 person awaits your answer');
    const response = await send(base, `${page}/approve`, { reference });
    expect(response.status).toBe(303);
    const location = response.headers.get('Location') ?? '';
    expect(await text(app.request(location))).toContain(
      'Ms one Chan is confirmed, and has been told.',
    );
    expect(await text(app.request(own))).toContain('Your registration is confirmed');
    expect(await kindsTo(base, 'one@example.org')).toEqual(['acknowledgement', 'confirmation']);
    const again = await send(base, `${page}/approve`, { reference });
    expect(again.status).toBe(409);
    expect(await text(again)).toContain('Nothing was changed');
    const { registrations } = await truth(base.store, base.meeting.id);
    expect(registrations).toMatchObject([
      { status: 'confirmed', decision: { by: 'focal-point' }, version: 2 },
    ]);
    await expectAgreement(base);
  });

  it('puts into the line whoever finds no seat, and the page says what is left', async () => {
    const base = await validated({
      categories: { party: { admission: 'validated', delegationCeiling: 1 } },
    });
    const { page, app } = base;
    const [one, two] = [await come(base, 'one'), await come(base, 'two')];
    expect((await seen(base, page)).seats).toEqual({ taken: 0, ceiling: 1, left: 1 });
    expect((await act(base, `${page}/approve`, { reference: one.reference })).status).toBe(200);
    expect(await jsonOf(act(base, `${page}/approve`, { reference: two.reference }))).toMatchObject({
      status: 'waitlisted',
    });
    expect((await seen(base, page)).seats).toEqual({ taken: 1, ceiling: 1, left: 0 });
    const shown = await text(app.request(`${page}?done=approve&reference=${two.reference}`));
    expect(shown).toContain('is approved and waits for a seat');
    expect(shown).toContain('1 of 1 taken');
    expect(shown).toContain('None left');
    await expectAgreement(base);
  });
});

describe('declining', () => {
  it('asks why on a page of its own, and tells whoever is declined', async () => {
    const base = await validated();
    const { page, app } = base;
    const { reference } = await come(base, 'one');
    const asked = await text(app.request(`${page}/decline?reference=${reference}`));
    expect(asked).toContain('Decline Ms one Chan?');
    const empty = await send(base, `${page}/decline`, { reference, reason: '  ' });
    expect(empty.status).toBe(422);
    expect(await text(empty)).toContain('href="#reason"');
    await drainOutbox(base.store);
    const long = await act(base, `${page}/decline`, { reference, reason: 'x'.repeat(501) });
    expect(await jsonOf(long)).toMatchObject({
      errors: [{ pointer: '/reason', code: 'too-long' }],
    });
    for (const link of [
      'See evil.example',
      'https://evil',
      'Write to me@evil.example',
      'no.More',
    ]) {
      const form = await send(base, `${page}/decline`, { reference, reason: link });
      expect(form.status).toBe(422);
      expect(await text(form)).toContain('leave out web and e-mail addresses');
    }
    for (const language of LANGUAGES) {
      const response = await app.request(`${page}/decline`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'Accept-Language': language,
        },
        body: JSON.stringify({ reference, reason: 'www.evil.example' }),
      });
      expect(await jsonOf(response)).toMatchObject({
        errors: [
          {
            pointer: '/reason',
            code: 'link',
            detail: translateKey(language, 'error.link', { label: t(language, 'field.reason') }),
          },
        ],
      });
    }
    expect(await statusOf(base, reference)).toBe('pending');
    const reason = 'We send two people only.';
    const done = await send(base, `${page}/decline`, { reference, reason });
    expect(done.status).toBe(303);
    expect(await text(app.request(done.headers.get('Location') ?? ''))).toContain(reason);
    expect(await kindsTo(base, 'one@example.org')).toEqual(['acknowledgement', 'declined']);
    expect((await act(base, `${page}/decline`, { reference, reason })).status).toBe(409);
    await expectAgreement(base);
  });

  it('and approving the same person at once leaves one answer', async () => {
    const base = await validated();
    const people = [];
    for (let n = 0; n < 6; n += 1) people.push({ name: `p${n}`, ...(await come(base, `p${n}`)) });
    await drainOutbox(base.store);
    injectFaults(base.store.client, { cancelled: 0.2, lost: 0.05 });
    for (const { name, reference } of people) {
      const answers = await Promise.all([
        act(base, `${base.page}/approve`, { reference }),
        act(base, `${base.page}/decline`, { reference, reason: 'No.' }),
      ]);
      const status = await statusOf(base, reference);
      expect(['confirmed', 'declined']).toContain(status);
      const won = answers.filter(({ status: code }) => code === 200);
      expect(won.length).toBeLessThanOrEqual(1);
      expect(await kindsTo(base, `${name}@example.org`)).toEqual([
        'acknowledgement',
        status === 'confirmed' ? 'confirmation' : 'declined',
      ]);
    }
    await expectAgreement(base);
  }, 60_000);
});

describe('roles and order', () => {
  it('are given by the focal point, with one head at a time', async () => {
    const base = await validated();
    const { page, app } = base;
    const [one, two, three] = [
      await come(base, 'one', { delegationRole: 'head' }),
      await come(base, 'two', { delegationRole: 'delegate' }),
      await come(base, 'three', { delegationRole: 'delegate' }),
    ];
    for (const { reference } of [one, two, three])
      await act(base, `${page}/approve`, { reference });
    const form = await text(app.request(`${page}/role?reference=${two.reference}`));
    expect(form).toContain('Ms one Chan is head. Once you name another head');
    const response = await send(base, `${page}/role`, {
      reference: two.reference,
      delegationRole: 'head',
    });
    const told = await text(app.request(response.headers.get('Location') ?? ''));
    expect(told).toContain('Ms two Chan: Head of delegation.');
    expect(told).toContain('Ms one Chan is no longer head: Alternate.');
    expect(
      await jsonOf(
        act(base, `${page}/role`, {
          reference: three.reference,
          delegationRole: 'alternate',
          order: 1,
        }),
      ),
    ).toMatchObject({ order: 1, delegationRole: 'alternate', formerHeads: [] });
    const { people } = await seen(base, page);
    expect(people.map(({ givenName }: { givenName: string }) => givenName)).toEqual([
      'two',
      'three',
      'one',
    ]);
    // A place is taken back by leaving it out.
    const { reference } = three;
    await send(base, `${page}/role`, { reference, delegationRole: 'alternate', order: '' });
    expect((await getRegistration(base.store, reference))?.order).toBeUndefined();
    await expectAgreement(base);
  });

  it.each([
    [{ delegationRole: 'staff' }, '/delegationRole'],
    [{ delegationRole: 'head', order: 0 }, '/order'],
    [{ delegationRole: 'head', order: 'first' }, '/order'],
    [{ delegationRole: 'head', order: 1000 }, '/order'],
    [{ delegationRole: 'head', status: 'confirmed' }, '/status'],
  ])('are refused when they are %j', async (place, pointer) => {
    const base = await validated();
    const { reference } = await come(base, 'one');
    const response = await act(base, `${base.page}/role`, { reference, ...place });
    expect(response.status).toBe(422);
    expect(await jsonOf(response)).toMatchObject({ errors: [{ pointer }] });
  });

  it('leave one head when many are named at once', async () => {
    const base = await validated();
    const people = [];
    for (let n = 0; n < 5; n += 1) people.push(await come(base, `p${n}`));
    // Only who has a seat can take over.
    for (const { reference } of people) await act(base, `${base.page}/approve`, { reference });
    injectFaults(base.store.client, { cancelled: 0.2 });
    const answers = await Promise.all([
      ...people.map(({ reference }) =>
        act(base, `${base.page}/role`, { reference, delegationRole: 'head' }),
      ),
      act(base, `${base.page}/nominate`, nomineeOf('chief', { delegationRole: 'head' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 201]);
    const { people: now } = await seen(base, base.page);
    const heads = now.filter((one: { delegationRole: string }) => one.delegationRole === 'head');
    expect(heads).toHaveLength(1);
    await expectAgreement(base);
  }, 60_000);

  it('are pointed out where people have called themselves head', async () => {
    const base = await validated();
    for (const name of ['one', 'two']) await come(base, name, { delegationRole: 'head' });
    expect(await text(base.app.request(base.page))).toContain('are registered as head');
  });
});

describe('nominating', () => {
  it('confirms at once, and writes to whoever is nominated', async () => {
    const base = await validated();
    const { page, app } = base;
    const response = await send(base, `${page}/nominate`, nomineeOf('rith'));
    expect(response.status).toBe(303);
    expect(await text(app.request(response.headers.get('Location') ?? ''))).toContain(
      'rith Sok is nominated and has a seat. We have written to rith@nominee.example.',
    );
    const { registrations } = await truth(base.store, base.meeting.id);
    expect(registrations).toMatchObject([
      {
        status: 'confirmed',
        nominated: true,
        nominatedBy: FOCAL_POINT.name,
        listConsent: 'none',
        state: 'KH',
        category: 'party',
      },
    ]);
    expect(registrations[0]).not.toHaveProperty('privacyNotice');
    const [message, ...more] = await mailsTo(base, 'rith@nominee.example');
    expect([message?.kind, more]).toEqual(['nomination', []]);
    expect(message?.text).toContain(FOCAL_POINT.name);
    expect(message?.calendar).toContain('STATUS:CONFIRMED');
    const [person] = registrations;
    const own = `/registrations/${person?.reference}/${person?.secret}`;
    expect(message?.text).toContain(`https://plenary.example${own}`);
    expect((await app.request(own)).status).toBe(200);
    await expectAgreement(base);
  });

  it('is done once when the form is sent twice, and refuses an address that is held', async () => {
    const base = await validated();
    const nominate = (nominee: unknown) => act(base, `${base.page}/nominate`, nominee);
    const first = await jsonOf(nominate(nomineeOf('rith')));
    expect(await jsonOf(nominate(nomineeOf('rith')))).toMatchObject({
      reference: first.reference,
    });
    await come(base, 'vn', { state: 'VN' });
    for (const nominee of [
      nomineeOf('other', { email: 'RITH@nominee.example' }),
      nomineeOf('vn', { email: 'vn@example.org' }),
    ]) {
      const response = await nominate(nominee);
      expect(response.status).toBe(409);
      const body = await jsonOf(response);
      expect(body.type).toBe('urn:plenary:problem:person-registered');
      expect(JSON.stringify(body)).not.toContain('FP26-');
    }
    const taken = nomineeOf('vn', { email: 'vn@example.org' });
    const form = await send(base, `${base.page}/nominate`, taken);
    expect(form.status).toBe(409);
    expect(await text(form)).toContain('value="vn@example.org"');
    expect((await seen(base, base.page)).people).toHaveLength(1);
    await expectAgreement(base);
  });

  it('comes back filled in, and each error leads to its field', async () => {
    const base = await validated();
    const response = await send(base, `${base.page}/nominate`, { givenName: 'Rith' });
    expect(response.status).toBe(422);
    const page = await text(response);
    for (const name of ['familyName', 'email', 'delegationRole'])
      expect(page).toContain(`href="#${name}"`);
    expect(page).toContain('value="Rith"');
  });

  it('gives three seats to three of ten at once, and the others a place in the line', async () => {
    const base = await validated({
      categories: { party: { admission: 'validated', delegationCeiling: 3 } },
    });
    injectFaults(base.store.client, { cancelled: 0.1, lost: 0.05 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => act(base, `${base.page}/nominate`, nomineeOf(`n${n}`))),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const { people, seats } = await seen(base, base.page);
    const statuses = people.map(({ status }: { status: string }) => status).sort();
    expect(statuses).toEqual([...Array(3).fill('confirmed'), ...Array(7).fill('waitlisted')]);
    expect(seats).toEqual({ taken: 3, ceiling: 3, left: 0 });
    await expectAgreement(base);
  }, 60_000);

  it('is refused where nobody may wait, where registration is closed, and where none is admitted', async () => {
    const base = await validated({ waitingList: false, ceiling: 1 });
    const nominate = async (name: string) => {
      const response = await act(base, `${base.page}/nominate`, nomineeOf(name));
      return [response.status, (await jsonOf(response)).type?.split(':').at(-1)];
    };
    expect((await nominate('a'))[0]).toBe(201);
    expect(await nominate('b')).toEqual([409, 'seats-full']);
    const { registration } = base.meeting;
    const change = (changes: Record<string, unknown>) =>
      applyMeeting(base.store, { ...base.meeting, ...changes } as never, new Date());
    await change({ registration: { ...registration, closesOn: registration.opensOn } });
    expect(await nominate('c')).toEqual([410, 'registration-closed']);
    expect(await text(base.app.request(base.page))).not.toContain('Nominate somebody');
    await change({ categories: { party: { admission: 'closed' } } });
    expect(await nominate('d')).toEqual([422, 'category-not-admitted']);
    await expectAgreement(base);
  });
});

describe('replacing', () => {
  it('hands the very same seat on while the meeting is full and somebody waits', async () => {
    const base = await validated({ ceiling: 2 });
    const { page, app } = base;
    const [one, two] = [await come(base, 'one'), await come(base, 'two')];
    for (const { reference } of [one, two]) await act(base, `${page}/approve`, { reference });
    const waiting = await come(base, 'np', { state: 'NP' });
    expect(waiting.status).toBe('waitlisted');
    await drainOutbox(base.store);
    const before = await getRegistration(base.store, one.reference);
    const { reference } = one;
    const response = await send(base, `${page}/replace`, {
      reference,
      ...nomineeOf('new', { delegationRole: 'head' }),
    });
    expect(response.status).toBe(303);
    expect(await text(app.request(response.headers.get('Location') ?? ''))).toContain(
      'new Sok comes in place of Ms one Chan. Both have been told.',
    );
    const { registrations, taken, audit } = await truth(base.store, base.meeting.id);
    const successor = registrations.find(({ givenName }) => givenName === 'new');
    expect(successor).toMatchObject({ status: 'confirmed', seats: before?.seats });
    expect(registrations.find((person) => person.reference === reference)).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'replaced',
      seats: [],
    });
    expect(await statusOf(base, waiting.reference)).toBe('waitlisted');
    expect(taken('meeting')).toBe(2);
    expect(await kindsTo(base, 'one@example.org')).toContain('replaced');
    expect(await kindsTo(base, 'new@nominee.example')).toEqual(['nomination']);
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['replaced', 'nominated']),
    );
    expect(await text(app.request(one.own))).toContain('has named somebody else in your place');
    await expectAgreement(base);
  });

  it('is done once of two at the same time, and only for whoever has a seat', async () => {
    const base = await validated({ ceiling: 1 });
    const { page } = base;
    const one = await come(base, 'one');
    const put = (name: string, reference = one.reference) =>
      act(base, `${page}/replace`, { reference, ...nomineeOf(name) });
    expect((await put('early')).status).toBe(409);
    await act(base, `${page}/approve`, { reference: one.reference });
    const answers = await Promise.all([put('a'), put('b'), put('c')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [confirmed] = (await truth(base.store, base.meeting.id)).confirmed;
    // The address of whoever leaves is not free for whoever comes, as both are told at theirs.
    const held = await put('d', confirmed?.reference);
    expect(held.status).toBe(201);
    const same = await act(base, `${page}/replace`, {
      reference: (await jsonOf(held)).reference,
      ...nomineeOf('e', { email: 'd@nominee.example' }),
    });
    expect(same.status).toBe(409);
    await expectAgreement(base);
  });

  it('holds against withdrawing at the same moment', async () => {
    const base = await validated({ ceiling: 1 });
    for (let n = 0; n < 4; n += 1) {
      const one = await come(base, `p${n}`);
      const { reference } = one;
      await act(base, `${base.page}/approve`, { reference });
      await Promise.all([
        base.app.request(`${one.own}/withdraw`, { method: 'POST' }),
        act(base, `${base.page}/replace`, { reference, ...nomineeOf(`n${n}`) }),
      ]);
      expect(await statusOf(base, reference)).toBe('withdrawn');
      await expectAgreement(base);
      for (const { status, reference: left, secret } of (await truth(base.store, base.meeting.id))
        .registrations)
        if (status === 'confirmed')
          await base.app.request(`/registrations/${left}/${secret}/withdraw`, { method: 'POST' });
    }
    await expectAgreement(base);
  });
});

describe('the note of nomination', () => {
  it('is taken as a file only where the stage has somewhere to keep it', async () => {
    const base = await validated();
    const { page, app } = base;
    expect(await text(app.request(page))).not.toContain('/note/file');
    for (const path of ['/note/file', '/note.pdf'])
      expect((await app.request(`${page}${path}`)).status).toBe(404);
    const upload = '3f2b8c1e-5d0a-4a57-9f6e-0c1d2e3f4a5b';
    expect((await send(base, `${page}/note/file`, { upload })).status).toBe(404);
    const policy = (await app.request(`${page}/note`)).headers.get('Content-Security-Policy');
    expect(policy).toMatch(/form-action 'self'(;|$)/);
  });

  it('is a reference and a day', async () => {
    const base = await validated();
    const { page, app } = base;
    expect(await text(app.request(page))).toContain('None yet.');
    for (const [note, pointer] of [
      [{ noteDate: '2026-03-14' }, '/noteReference'],
      [{ noteReference: 'NV 1', noteDate: '14 March' }, '/noteDate'],
      [{ noteReference: 'NV 1', noteDate: '2026-02-30' }, '/noteDate'],
    ])
      expect(await jsonOf(act(base, `${page}/note`, note))).toMatchObject({
        status: 422,
        errors: [{ pointer }],
      });
    const note = { noteReference: 'NV/2026/117', noteDate: '2026-03-14' };
    const response = await send(base, `${page}/note`, note);
    const after = await text(app.request(response.headers.get('Location') ?? ''));
    expect(after).toContain('NV/2026/117, 14 March 2026.');
    expect(after).toContain('The note of nomination is recorded.');
    expect((await seen(base, page)).noteOfNomination).toEqual({
      reference: 'NV/2026/117',
      date: '2026-03-14',
    });
    expect(await text(app.request(`${page}/note`))).toContain('value="2026-03-14"');
  });
});

describe('what cannot be read', () => {
  it('is refused with the right answer', async () => {
    const base = await validated();
    const { page, app } = base;
    const post = (type: string, body: string) =>
      app.request(`${page}/note`, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect((await post('text/plain', 'x')).status).toBe(415);
    expect((await post('application/json', '{')).status).toBe(400);
    expect((await post('application/json', '[]')).status).toBe(400);
    expect((await post('application/json', ' '.repeat(70_000))).status).toBe(413);
    for (const action of ['approve', 'decline', 'role', 'replace'])
      expect((await act(base, `${page}/${action}`, { reference: 5 })).status).toBe(404);
    expect(base.reported).toEqual([]);
  });
});

describe('a head named while no seat is left', () => {
  it('waits, and the former head keeps the seat', async () => {
    const base = await validated({ ceiling: 1 });
    const first = await act(
      base,
      `${base.page}/nominate`,
      nomineeOf('one', { delegationRole: 'head' }),
    );
    const second = await act(
      base,
      `${base.page}/nominate`,
      nomineeOf('two', { delegationRole: 'head' }),
    );
    expect([first.status, second.status]).toEqual([201, 201]);
    const one = await jsonOf(first);
    const two = await jsonOf(second);
    expect(two).toMatchObject({ status: 'waitlisted', delegationRole: 'alternate' });
    const role = async (of: { reference: string }) =>
      (await getRegistration(base.store, of.reference))?.delegationRole;
    expect([await role(one), await role(two)]).toEqual(['head', 'alternate']);
    const named = { reference: two.reference, delegationRole: 'head' };
    const refused = await act(base, `${base.page}/role`, named);
    expect(refused.status).toBe(409);
    expect((await jsonOf(refused)).type).toBe('urn:plenary:problem:head-seated');
    expect(await text(send(base, `${base.page}/role`, named))).toContain(
      'This person has no seat yet',
    );
    expect(await text(base.app.request(`${base.page}/role?reference=${two.reference}`))).toContain(
      'Only somebody who has a seat can take over as head.',
    );
    const three = nomineeOf('three', { delegationRole: 'head' });
    const told = await send(base, `${base.page}/nominate`, three);
    expect(await text(base.app.request(told.headers.get('Location') ?? ''))).toContain(
      'one Sok remains head, as three Sok has no seat yet: Alternate.',
    );
    expect([await role(one), await role(two)]).toEqual(['head', 'alternate']);
    // With a seat they can be named: once the head has left it, the next in the line is offered it.
    const own = await getRegistration(base.store, one.reference);
    await base.app.request(`/registrations/${one.reference}/${own?.secret}/withdraw`, {
      method: 'POST',
    });
    expect(await statusOf(base, two.reference)).toBe('offered');
    expect((await act(base, `${base.page}/role`, named)).status).toBe(200);
    expect(await role(two)).toBe('head');
    await expectAgreement(base);
  });
});
