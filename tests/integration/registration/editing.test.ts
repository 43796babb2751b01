import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../../functions/domain/registration/edit.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { addDays, dayIn } from '../../../functions/domain/shared/day.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { commit } from '../../../functions/store/registration/commit.ts';
import { editRegistration } from '../../../functions/store/registration/edit.ts';
import { loadRoster } from '../../../functions/store/registration/roster.ts';
import { readSubmitted } from '../../../functions/store/registration/sensitive-data.ts';
import { injectFaults } from '../../support/faults.ts';
import { person } from '../../support/person.ts';
import { expectAgreement } from '../agreement.ts';
import { putLastMessage } from '../clock.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { type Base, come, everything, fieldsIn, kept, mail, patch, send } from '../own.ts';
import { jsonOf, service, truth } from '../service.ts';

const NGO = {
  representation: 'organisation',
  organisation: 'Culture Watch',
  organisationKind: 'ngo',
  delegationRole: 'head',
};

/** The meeting as its organisers change it while people are registered. */
const change = ({ store, meeting }: Base, changes: Record<string, unknown>) =>
  applyMeeting(store, { ...meeting, ...changes } as never, new Date());

/** Registration closed yesterday. */
const close = (base: Base) => {
  const today = dayIn(base.meeting.timeZone, new Date());
  return change(base, {
    registration: { opensOn: addDays(today, -9), closesOn: addDays(today, -1) },
  });
};

describe('a participant who edits the form', () => {
  it('finds it filled in, and saving it as it stands writes nothing and tells nobody', async () => {
    const base = await service();
    const one = await come(base, 'one', { dietary: 'No "nuts" & no <fish>' });
    const before = await everything(base);
    const page = await (await base.app.request(`${one.own}/edit`)).text();
    expect(page).toContain('value="Sophea"');
    expect(page).toContain('Cambodia: Party');
    expect(page).not.toContain('I have read the privacy notice');
    const fields = fieldsIn(page);
    expect(fields).toMatchObject({ version: '1', state: 'KH', listConsent: 'participants' });
    fields.dietary = 'No "nuts" & no <fish>';
    const saved = await send(base, `${one.own}/edit`, fields);
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, one.own]);
    expect(await everything(base)).toEqual(before);
  });

  it('changes what is typed, and takes out what is left empty', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    Object.assign(fields, { phone: '', dietary: 'Vegan', visaLetter: 'true' });
    const saved = await send(base, `${one.own}/edit`, fields);
    expect(saved.headers.get('Location')).toBe(`${one.own}?saved`);
    const page = await (await base.app.request(`${one.own}?saved`)).text();
    expect(page).toContain('Your changes are saved.');
    const now = await kept(base, one);
    expect(now).toMatchObject({ hasNeeds: true, visaLetter: true, version: 2 });
    expect(await readSubmitted(base.store, now, new Date())).toEqual({ dietary: 'Vegan' });
    expect(now.phone).toBeUndefined();
    // Neither matters to the participant's place at the meeting: no message.
    expect(await mail(base)).toEqual(['one@example.org confirmation']);
    expect((await truth(base.store, base.meeting.id)).audit.at(-1)).toMatchObject({
      action: 'edited',
      actor: 'participant',
      detail: 'phone visaLetter dietary',
    });
    await expectAgreement(base);
  });

  it('gets it back with what is wrong, filled in', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const wrong = await send(base, `${one.own}/edit`, {
      ...fields,
      email: '',
      familyName: 'Chan@',
      position: 'Minister',
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('Enter the e-mail address');
    expect(page).toContain('value="Chan@"');
    expect(page).toContain('value="Minister"');
    expect(await kept(base, one)).toMatchObject({ version: 1 });
  });

  it('is told when it was changed meanwhile, and can save it then', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    await patch(base, one, { position: 'Minister' });
    const late = await send(base, `${one.own}/edit`, { ...fields, institution: 'Parliament' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Your registration was changed meanwhile');
    expect(page).toContain('value="Parliament"');
    expect(await kept(base, one)).toMatchObject({ position: 'Minister', version: 2 });
    const again = await send(base, `${one.own}/edit`, fieldsIn(page));
    expect(again.status).toBe(303);
    expect(await kept(base, one)).toMatchObject({ institution: 'Parliament', version: 3 });
    // Sent twice it is old, and says what is registered.
    const twice = await send(base, `${one.own}/edit`, fieldsIn(page));
    expect(twice.status).toBe(303);
    expect(await kept(base, one)).toMatchObject({ version: 3 });
  });

  it('changes where to be listed on the private page itself', async () => {
    const base = await service();
    const one = await come(base, 'one');
    expect(await (await base.app.request(one.own)).text()).toContain(`${one.own}/preferences`);
    const saved = await send(base, `${one.own}/preferences`, { listConsent: 'none' });
    expect(saved.status).toBe(303);
    expect(await kept(base, one)).toMatchObject({ listConsent: 'none', givenName: 'Sophea' });
    const nonsense = await send(base, `${one.own}/preferences`, { listConsent: 'everywhere' });
    expect(nonsense.status).toBe(422);
  });

  it('changes nothing by looking', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const before = await everything(base);
    for (const path of ['', '/edit', '/edit?representation=state&state=VN', '/edit?change=yes'])
      expect((await base.app.request(`${one.own}${path}`)).status).toBe(200);
    for (const path of ['/data.json', '/erase', '/withdraw'])
      expect((await base.app.request(`${one.own}${path}`)).status).toBe(200);
    for (const path of ['/edit', '/erase', '/preferences', '/data.json'])
      expect((await base.app.request(`${one.own.slice(0, -1)}-${path}`)).status).toBe(
        path === '/preferences' ? 405 : 404,
      );
    expect(await everything(base)).toEqual(before);
  });
});

describe('PATCH', () => {
  it('changes the fields that come and no other, and says what is registered', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await mail(base);
    const answer = await patch(base, one, { givenName: 'Sophy', phone: null });
    expect(answer.status).toBe(200);
    const body = await jsonOf(answer);
    expect(body).toMatchObject({ givenName: 'Sophy', familyName: 'Chan' });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['phone', 'secret']));
    expect(await mail(base)).toContain('one@example.org details-changed');
    const same = await patch(base, one, { givenName: 'Sophy' });
    expect(same.status).toBe(200);
    expect(await kept(base, one)).toMatchObject({ version: 2 });
  });

  it.each([
    [{ nickname: 'S' }, 422, 'invalid'],
    [{ givenName: null }, 422, 'invalid'],
    [{ privacyNotice: false }, 422, 'invalid'],
    [{ delegationRole: 'staff' }, 422, 'invalid'],
    [{ representation: 'organisation' }, 422, 'invalid'],
    [{ status: 'confirmed' }, 422, 'invalid'],
    [{ ...NGO, organisationKind: 'host' }, 422, 'category-not-admitted'],
    [{ ...NGO, organisationKind: 'media' }, 422, 'category-not-admitted'],
    [['givenName'], 400, 'unreadable'],
  ])('refuses %o', async (body, status, type) => {
    const base = await service({
      categories: { party: { admission: 'open' }, media: { admission: 'invited' } },
    });
    const one = await come(base, 'one');
    const answer = await patch(base, one, body);
    expect([answer.status, (await jsonOf(answer)).type]).toEqual([
      status,
      `urn:plenary:problem:${type}`,
    ]);
    expect(await kept(base, one)).toMatchObject({ version: 1 });
  });

  it('is refused once the registration has ended', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await send(base, `${one.own}/withdraw`);
    expect((await patch(base, one, { givenName: 'Sophy' })).status).toBe(409);
    expect((await base.app.request(`${one.own}/edit`)).status).toBe(303);
    expect((await send(base, `${one.own}/edit`, { familyName: 'Chan' })).status).toBe(422);
  });
});

describe('once registration is closed', () => {
  it('details change, and neither whom one represents nor the address', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    await close(base);
    for (const body of [{ state: 'VN' }, { email: 'new@example.org' }]) {
      const answer = await patch(base, one, body);
      expect([answer.status, (await jsonOf(answer)).type]).toEqual([
        410,
        'urn:plenary:problem:registration-closed',
      ]);
    }
    expect((await patch(base, one, { position: 'Minister' })).status).toBe(200);
    const page = await (await base.app.request(`${one.own}/edit`)).text();
    expect(fieldsIn(page).email).toBeUndefined();
    expect((await send(base, `${one.own}/edit`, fieldsIn(page))).status).toBe(303);
    // A form from before comes back with what stays, and can then be saved.
    const late = await send(base, `${one.own}/edit`, {
      ...fields,
      email: 'new@example.org',
      version: '2',
    });
    expect(late.status).toBe(410);
    const back = await late.text();
    expect(back).toContain('Registration is closed');
    expect((await send(base, `${one.own}/edit`, fieldsIn(back))).status).toBe(303);
    expect(await kept(base, one)).toMatchObject({ email: 'one@example.org', state: 'KH' });
    await expectAgreement(base);
  });
});

describe('a new address', () => {
  it('gets the message, the old one a notice without the link, and is free again', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drainOutbox(base.store);
    expect((await patch(base, one, { email: 'New@Example.org' })).status).toBe(200);
    await drainOutbox(base.store);
    const mails = await sentMail(base.store);
    expect(mails.map(({ to, kind }) => `${to} ${kind}`).sort()).toEqual([
      'New@example.org confirmation',
      'one@example.org address-changed',
      'one@example.org confirmation',
    ]);
    const withLink = mails.filter(({ html, text }) => `${html}${text}`.includes(one.own));
    expect(withLink.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'one@example.org confirmation',
      'New@example.org confirmation',
    ]);
    expect((await come(base, 'new')).httpStatus).toBe(409);
    expect((await come(base, 'one')).httpStatus).toBe(201);
    await expectAgreement(base);
  });

  it('gets the only message where the old one was not written to yet', async () => {
    const base = await service();
    const one = await come(base, 'one');
    expect((await patch(base, one, { email: 'new@example.org' })).status).toBe(200);
    expect(await mail(base)).toEqual(['new@example.org confirmation']);
  });

  it('may be the same in other letters, which moves nothing', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await mail(base);
    expect((await patch(base, one, { email: 'ONE@example.org' })).status).toBe(200);
    expect(await mail(base)).toEqual(['one@example.org confirmation']);
    expect((await come(base, 'one')).httpStatus).toBe(409);
    await expectAgreement(base);
  });

  it("is nobody else's, and nothing of the other is shown", async () => {
    const base = await service();
    const one = await come(base, 'one');
    const two = await come(base, 'two', { givenName: 'Dara', familyName: 'Secretive' });
    const json = await patch(base, one, { email: 'two@example.org', state: 'VN' });
    expect(json.status).toBe(409);
    expect(await json.text()).not.toContain(two.reference);
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const form = await send(base, `${one.own}/edit`, { ...fields, email: 'TWO@example.org' });
    expect(form.status).toBe(409);
    const page = await form.text();
    expect(page).toContain('This address is registered already');
    expect(page).not.toContain('Secretive');
    expect(await kept(base, one)).toMatchObject({ state: 'KH', version: 1 });
    await expectAgreement(base);
  });

  it('of two people who would swap theirs goes to neither', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const two = await come(base, 'two');
    const answers = await Promise.all([
      patch(base, one, { email: 'two@example.org' }),
      patch(base, two, { email: 'one@example.org' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    await expectAgreement(base);
  });

  it('that two people want at once goes to one of them', async () => {
    const base = await service();
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((name) => come(base, name)));
    const answers = await Promise.all(
      people.map((one) => patch(base, one, { email: 'wanted@example.org' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await expectAgreement(base);
  });

  it('cannot be taken and given back without end', async () => {
    const base = await service();
    const one = await come(base, 'one');
    for (const email of ['a', 'b', 'a', 'b', 'a', 'b'])
      expect((await patch(base, one, { email: `${email}@example.org` })).status).toBe(200);
    const answer = await patch(base, one, { email: 'a@example.org' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3600);
    await expectAgreement(base);
  });
});

describe('whom one represents', () => {
  const categories = {
    party: { admission: 'open', ceiling: 4, delegationCeiling: 1 },
    'observer-state': { admission: 'open', ceiling: 1 },
    ngo: { admission: 'validated' },
    guest: { admission: 'open' },
  };
  const counted = async (base: Base) => {
    const { taken } = await truth(base.store, base.meeting.id);
    return [
      taken('meeting'),
      taken('category:party'),
      taken('category:observer-state'),
      taken('delegation:party:state:KH'),
      taken('delegation:party:state:VN'),
    ];
  };

  it('moves the seat to where there is one, and the participant is told', async () => {
    const base = await service({ categories, ceiling: 1 });
    const one = await come(base, 'one');
    expect(await counted(base)).toEqual([1, 1, 0, 1, 0]);
    await mail(base);
    // The meeting is full: the seat of the meeting stays, and only what differs is changed.
    expect((await patch(base, one, { state: 'VN' })).status).toBe(200);
    expect(await counted(base)).toEqual([1, 1, 0, 0, 1]);
    await mail(base);
    expect((await patch(base, one, { state: 'NP' })).status).toBe(200);
    expect(await counted(base)).toEqual([1, 0, 1, 0, 0]);
    expect(await kept(base, one)).toMatchObject({
      status: 'confirmed',
      category: 'observer-state',
    });
    expect(await mail(base)).toEqual([
      'one@example.org confirmation',
      'one@example.org details-changed',
      'one@example.org details-changed',
    ]);
    await expectAgreement(base);
  });

  it('is not changed where no seat is free, and nobody loses the seat they have', async () => {
    const base = await service({ categories, waitingList: true });
    const one = await come(base, 'one');
    await come(base, 'nepal', { state: 'NP' });
    await come(base, 'vietnam', { state: 'VN' });
    const before = await everything(base);
    for (const state of ['NP', 'TH', 'VN']) {
      const answer = await patch(base, one, { state });
      expect([answer.status, (await jsonOf(answer)).type]).toEqual([
        409,
        'urn:plenary:problem:seats-full',
      ]);
    }
    expect(await everything(base)).toEqual(before);
    await expectAgreement(base);
  });

  it('waits for validation where there is some, and the seat goes to the next in line', async () => {
    const base = await service({ categories, waitingList: true });
    const one = await come(base, 'one');
    const next = await come(base, 'next');
    expect(next.status).toBe('waitlisted');
    await mail(base);
    const page = await (
      await base.app.request(
        `${one.own}/edit?representation=organisation&organisation=Culture+Watch&organisationKind=ngo`,
      )
    ).text();
    expect(page).toContain('has to be validated again');
    const fields = { ...fieldsIn(page), delegationRole: 'head' };
    expect((await send(base, `${one.own}/edit`, fields)).status).toBe(303);
    expect(await kept(base, one)).toMatchObject({ status: 'pending', seats: [], category: 'ngo' });
    expect(await kept(base, next)).toMatchObject({ status: 'offered' });
    expect(await mail(base)).toEqual([
      'next@example.org offer',
      'next@example.org waiting-list',
      'one@example.org acknowledgement',
      'one@example.org confirmation',
      'secretariat@example.org validation-wanted',
    ]);
    await expectAgreement(base);
  });

  it('lets the next in line have the part of a seat that comes free', async () => {
    const base = await service({ categories, waitingList: true });
    const one = await come(base, 'one', { state: 'NP' });
    const thai = await come(base, 'thai', { state: 'TH' });
    expect(thai.status).toBe('waitlisted');
    expect((await patch(base, one, { state: 'KH' })).status).toBe(200);
    expect(await kept(base, one)).toMatchObject({ status: 'confirmed', category: 'party' });
    expect(await kept(base, thai)).toMatchObject({ status: 'offered' });
    await expectAgreement(base);
  });

  it('puts whoever waits at the end of the line, and at once to a seat that is free', async () => {
    const base = await service({ categories, waitingList: true });
    await come(base, 'nepal', { state: 'NP' });
    const first = await come(base, 'first', { state: 'TH' });
    const second = await come(base, 'second', { state: 'TH' });
    expect([first.status, second.status]).toEqual(['waitlisted', 'waitlisted']);
    const since = (await kept(base, second)).waitingSince ?? '';
    expect((await patch(base, first, { state: 'NP' })).status).toBe(200);
    const moved = await kept(base, first);
    expect(moved.status).toBe('waitlisted');
    expect((moved.waitingSince ?? '') > since).toBe(true);
    await expectAgreement(base);
    expect((await patch(base, second, { state: 'VN' })).status).toBe(200);
    expect((await kept(base, second)).status).toBe('offered');
    await expectAgreement(base);
  });

  it('is decided by the rules of this moment, though the function remembers older ones', async () => {
    const base = await service({ categories });
    const one = await come(base, 'one');
    await change(base, {
      categories: { ...categories, 'observer-state': { admission: 'closed' } },
    });
    expect((await patch(base, one, { state: 'NP' })).status).toBe(422);
    await change(base, { categories: { ...categories, guest: { admission: 'validated' } } });
    const guest = { representation: 'individual', delegationRole: 'observer' };
    expect((await patch(base, one, guest)).status).toBe(200);
    expect(await kept(base, one)).toMatchObject({ status: 'pending', category: 'guest' });
    await expectAgreement(base);
  });
});

describe('at once', () => {
  it('two edits both hold, or one is told', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const answers = await Promise.all([
      patch(base, one, { givenName: 'Ada' }),
      patch(base, one, { familyName: 'Lovelace' }),
      patch(base, one, { position: 'Minister' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await kept(base, one)).toMatchObject({
      givenName: 'Ada',
      familyName: 'Lovelace',
      position: 'Minister',
      version: 4,
    });
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const forms = await Promise.all(
      ['Grace', 'Edith'].map((givenName) =>
        send(base, `${one.own}/edit`, { ...fields, givenName }),
      ),
    );
    expect(forms.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { notices } = await truth(base.store, base.meeting.id);
    // One each of the registration and of the three edits of the name; nobody is told of the position.
    expect(notices).toHaveLength(4);
    expect(await mail(base)).toEqual(['one@example.org confirmation']);
    await expectAgreement(base);
  });

  it('edits, withdrawals and arrivals leave register, counters and line in agreement', async () => {
    const base = await service({
      waitingList: true,
      ceiling: 6,
      categories: {
        party: { admission: 'open', delegationCeiling: 2 },
        'observer-state': { admission: 'open', ceiling: 2 },
        ngo: { admission: 'validated' },
      },
    });
    const states = ['KH', 'VN', 'LA', 'NP', 'KH', 'VN', 'LA', 'NP', 'TH', 'KH'];
    const people = await Promise.all(states.map((state, n) => come(base, `p${n}`, { state })));
    const faults = injectFaults(base.store.client, { cancelled: 0.15, lost: 0.05 });
    const work = people.flatMap((one, n) => [
      patch(base, one, { state: states[(n + 3) % states.length] }),
      ...(n % 3 === 0 ? [send(base, `${one.own}/withdraw`)] : []),
      ...(n % 4 === 1 ? [patch(base, one, NGO)] : []),
      ...(n % 5 === 2 ? [send(base, `${one.own}/erase`)] : []),
      come(base, `late${n}`, { state: 'MN' }),
    ]);
    await Promise.all(work);
    expect(faults.cancelled).toBeGreaterThan(0);
    expect(base.reported).toEqual([]);
    await expectAgreement(base);
  });

  it('a seat is not offered to whoever has just left the place in the line that it was for', async () => {
    const base = await service({
      waitingList: true,
      categories: {
        party: { admission: 'open', delegationCeiling: 1 },
        'observer-state': { admission: 'open', ceiling: 1 },
      },
    });
    const one = await come(base, 'one');
    await come(base, 'nepal', { state: 'NP' });
    const waits = await come(base, 'waits');
    const next = await come(base, 'next');
    let moved: Promise<Response> | undefined;
    base.store.client.middlewareStack.add(
      (following) => async (args) => {
        const result = await following(args);
        const { ExpressionAttributeValues: values } = args.input as QueryCommandInput;
        if (moved === undefined && values?.[':prefix']?.S === 'WAITING#') {
          moved = Promise.resolve(patch(base, waits, { state: 'NP' }));
          await moved;
        }
        return result;
      },
      { step: 'initialize', name: 'meanwhile' },
    );
    await send(base, `${one.own}/withdraw`);
    expect((await moved)?.status).toBe(200);
    expect(await kept(base, waits)).toMatchObject({ status: 'waitlisted', state: 'NP' });
    expect(await kept(base, next)).toMatchObject({ status: 'offered' });
    await expectAgreement(base);
  });

  it('a message that was sent again meanwhile is not lost to an edit', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await putLastMessage(base.store, base.meeting.id, one.reference, new Date(0));
    const [stored, seen] = [await getMeeting(base.store, base.meeting.id), await kept(base, one)];
    if (stored === undefined) throw new Error('There is no meeting');
    expect((await send(base, `${one.own}/resend`)).headers.get('Location')).toContain('?sent');
    const wanted = { ...seen, position: 'Minister', privacyNotice: true } as unknown as Wanted;
    const outcome = await editRegistration(
      base.store,
      stored,
      { registration: seen, submitted: {} },
      wanted,
      {
        now: new Date(),
        deadline: Date.now() + 20_000,
      },
    );
    expect(outcome).toMatchObject({ outcome: 'edited', registration: { position: 'Minister' } });
    const { lastMessageAt = '' } = await kept(base, one);
    const { notices } = await truth(base.store, base.meeting.id);
    expect(notices.map(({ event }) => event.kind).sort()).toEqual([
      'registration-changed',
      'resend-requested',
    ]);
    expect(lastMessageAt > seen.registeredAt).toBe(true);
  });
});

describe('somebody whom others registered', () => {
  async function nominated(base: Base): Promise<Registration> {
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('There is no meeting');
    const after = person({
      meetingId: base.meeting.id,
      reference: 'FP26-00001',
      secret: 'AAECAwQFBgcICQoLDA0ODw',
      status: 'pending',
      nominated: true,
      privacyNotice: undefined,
      givenName: undefined,
      familyName: undefined,
      email: 'nominee@example.org',
    });
    const audit = { action: 'registered', actor: 'focal-point' } as const;
    const obstacles = await commit(base.store, stored, [{ after, audit }], {
      now: new Date(),
      deadline: Date.now() + 10_000,
    });
    expect([...obstacles]).toEqual([]);
    return after;
  }

  it('is asked to complete the details, accepts the notice with it, and is told', async () => {
    const base = await service();
    const { reference, secret } = await nominated(base);
    expect(await mail(base)).toEqual([
      'nominee@example.org acknowledgement',
      'secretariat@example.org validation-wanted',
    ]);
    const own = `/registrations/${reference}/${secret}`;
    const page = await (await base.app.request(own)).text();
    expect(page).toContain('Please complete your details');
    expect(page).toContain(`href="${own}/edit"`);
    const form = await (await base.app.request(`${own}/edit`)).text();
    expect(form).toContain('I have read the privacy notice');
    const fields = fieldsIn(form);
    expect((await send(base, `${own}/edit`, fields)).status).toBe(422);
    const full = { ...fields, givenName: 'Dara', familyName: 'Sok', privacyNotice: 'true' };
    expect((await send(base, `${own}/edit`, full)).status).toBe(303);
    expect(await kept(base, { reference })).toMatchObject({
      givenName: 'Dara',
      privacyNotice: { version: base.meeting.privacyNotice.version },
      status: 'pending',
    });
    expect(await mail(base)).toEqual([
      'nominee@example.org acknowledgement',
      'nominee@example.org details-changed',
      'secretariat@example.org validation-wanted',
    ]);
    const after = await (await base.app.request(own)).text();
    expect(after).not.toContain('Please complete your details');
    await expectAgreement(base);
  });
});

describe('somebody from a roster', () => {
  const entry = { representation: 'state', state: 'VN', delegationRole: 'head' } as const;

  it('who completes or erases the registration is no longer the roster’s to take or to add', async () => {
    const base = await service();
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('There is no meeting');
    const load = (roster: (typeof entry)[]) => loadRoster(base.store, stored, roster, new Date());
    expect(await load([entry])).toMatchObject({ added: 1 });
    const [one] = (await truth(base.store, base.meeting.id)).registrations;
    if (one === undefined) throw new Error('Nobody was loaded');
    const own = `/registrations/${one.reference}/${one.secret}`;
    const details = { givenName: 'Lan', familyName: 'Tran', email: 'lan@example.org' };
    expect((await patch(base, { own }, details)).status).toBe(422);
    expect((await patch(base, { own }, { ...details, privacyNotice: true })).status).toBe(200);
    await expectAgreement(base);
    expect(await load([])).toMatchObject({ removed: 0 });
    expect(await load([entry])).toMatchObject({ added: 0 });
    expect((await send(base, `${own}/erase`)).status).toBe(200);
    expect(await load([])).toMatchObject({ removed: 0 });
    expect(await load([entry])).toMatchObject({ added: 0 });
    await expectAgreement(base);
  });
});

describe('when the table is busy', () => {
  it('the form comes back as it was filled in', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    injectFaults(base.store.client, { cancelled: 1 });
    const busy = await send(base, `${one.own}/edit`, { ...fields, position: 'Minister' });
    expect(busy.status).toBe(503);
    expect(Number(busy.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await busy.text()).toContain('value="Minister"');
  });
});
