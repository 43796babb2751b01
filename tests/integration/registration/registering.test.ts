import { describe, expect, it } from 'vitest';
import { registrationOf } from '../../support/fixtures.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, PUBLIC_URL, pathOf, service, truth } from '../service.ts';

describe('registering with JSON', () => {
  it('answers 201 with the reference, the category and why, and the private address', async () => {
    const { post, store, meeting } = await service();
    const response = await post(registrationOf());
    const body = await jsonOf(response);
    expect(response.status).toBe(201);
    expect(body.reference).toMatch(/^FP26-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(body).toMatchObject({
      status: 'confirmed',
      category: 'party',
      categoryReason: 'Cambodia: Party since 19 September 2007.',
    });
    expect(body.manageUrl).toMatch(
      new RegExp(`^${PUBLIC_URL}/registrations/${body.reference}/[\\w-]{22}$`),
    );
    expect(response.headers.get('Location')).toBe(body.manageUrl);

    const { confirmed, taken, notices, audit } = await truth(store, meeting.id);
    expect(confirmed).toHaveLength(1);
    expect(taken('meeting')).toBe(1);
    expect(taken('category:party')).toBe(1);
    expect(notices).toMatchObject([
      {
        id: `participant_${body.reference}_v1`,
        event: { kind: 'registration-changed' },
        status: 'queued',
      },
    ]);
    expect(audit.map(({ action }) => action)).toEqual(['meeting-applied', 'registered']);
    await drainOutbox(store);
    const [mail, ...others] = await sentMail(store);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'confirmation', to: 'sophea.chan@culture.example' });
    expect(mail?.text).toContain('Sophea Chan');
    expect(mail?.text).toContain(body.manageUrl);
  });

  it('makes Nepal an observer, and says why', async () => {
    const { post } = await service({ startsOn: '2030-03-04', endsOn: '2030-03-06' });
    const body = await jsonOf(post(registrationOf({ state: 'NP' })));
    expect(body.category).toBe('observer-state');
    expect(body.categoryReason).toBe(
      'Nepal: not a Party on 4 March 2030, according to the list of Parties of 20 June 2025.',
    );
  });

  it.each([
    ['organisation', { organisation: 'IFACCA', organisationKind: 'ngo' }, 'representative', 'ngo'],
    ['individual', {}, 'resource-person', 'guest'],
  ])('takes an %s', async (representation, fields, delegationRole, category) => {
    const { post } = await service();
    const { state: _, ...person } = registrationOf();
    const response = await post({ ...person, representation, delegationRole, ...fields });
    expect(await jsonOf(response)).toMatchObject({ status: 'confirmed', category });
  });

  it('lists every field that is wrong, with pointer, code and a sentence', async () => {
    const { post, store, meeting } = await service();
    const response = await post({ representation: 'state', state: 'XX', givenName: 7, extra: 1 });
    const body = await jsonOf(response);
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(body.type).toBe('urn:plenary:problem:invalid');
    const errors = Object.fromEntries(
      body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
    );
    expect(errors).toMatchObject({
      '/state': 'choose',
      '/givenName': 'type',
      '/familyName': 'required',
      '/email': 'required',
      '/listConsent': 'choose',
      '/privacyNotice': 'accept',
      '/extra': 'unknown-field',
    });
    for (const { detail } of body.errors) expect(detail.length).toBeGreaterThan(10);
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
  });

  it('refuses a second registration of an address without showing anything of the first', async () => {
    const { post, store, meeting } = await service();
    const first = await jsonOf(post(registrationOf()));
    const again = await post(
      registrationOf({ email: '  SOPHEA.Chan@Culture.EXAMPLE ', givenName: 'Other' }),
    );
    const text = await again.text();
    expect(again.status).toBe(409);
    expect(JSON.parse(text).type).toBe('urn:plenary:problem:already-registered');
    expect(text).not.toContain(first.reference);
    expect(text).not.toMatch(/Sophea|\bChan\b|culture/i);
    const { registrations, notices, taken } = await truth(store, meeting.id);
    expect(registrations).toHaveLength(1);
    expect(notices).toHaveLength(1);
    expect(taken('meeting')).toBe(1);
  });

  it('takes an internationalised domain for the same as its ASCII form', async () => {
    const { post } = await service();
    const first = await post(registrationOf({ email: 'a@münchen.example' }));
    const again = await post(registrationOf({ email: 'A@xn--mnchen-3ya.example' }));
    expect([first.status, again.status]).toEqual([201, 409]);
  });

  it('refuses a category that the meeting does not admit, and says which', async () => {
    const { post } = await service({ categories: { party: { admission: 'open' } } });
    const response = await post(registrationOf({ state: 'TH' }));
    const body = await jsonOf(response);
    expect(response.status).toBe(422);
    expect(body.type).toBe('urn:plenary:problem:category-not-admitted');
    expect(body.detail).toContain('Thailand: not a Party');
    expect(body.errors[0].pointer).toBe('/state');
  });

  it('answers 410 with the dates once registration is closed, 403 before it opens', async () => {
    const closed = await service({
      registration: { opensOn: '2024-01-01', closesOn: '2024-01-31' },
    });
    const gone = await closed.post(registrationOf());
    expect(gone.status).toBe(410);
    expect(await jsonOf(gone)).toMatchObject({ opensOn: '2024-01-01', closesOn: '2024-01-31' });
    const early = await service({
      startsOn: '2098-01-01',
      endsOn: '2098-01-02',
      registration: { opensOn: '2097-01-01', closesOn: '2097-01-31' },
    });
    const response = await early.post(registrationOf());
    expect(response.status).toBe(403);
    expect((await jsonOf(response)).detail).toContain('1 January 2097');
  });

  it('says that no seat is left, of the meeting or of the category', async () => {
    const { post, store, meeting } = await service({
      ceiling: 2,
      categories: { party: { admission: 'open', ceiling: 1 }, igo: { admission: 'open' } },
    });
    const send = (n: number, changes = {}) =>
      post(registrationOf({ email: `p${n}@example.org`, ...changes }));
    const { state: _, ...person } = registrationOf();
    const igo = {
      ...person,
      representation: 'organisation',
      organisation: 'ASEAN',
      organisationKind: 'igo',
      delegationRole: 'representative',
    };
    expect((await send(1)).status).toBe(201);
    const full = await send(2);
    expect(full.status).toBe(409);
    expect(await jsonOf(full)).toMatchObject({
      type: 'urn:plenary:problem:seats-full',
      scope: 'category:party',
    });
    expect((await post({ ...igo, email: 'i1@example.org' })).status).toBe(201);
    expect(await jsonOf(post({ ...igo, email: 'i2@example.org' }))).toMatchObject({
      scope: 'meeting',
    });
    const { confirmed, notices, taken } = await truth(store, meeting.id);
    expect(confirmed).toHaveLength(2);
    expect(notices).toHaveLength(2);
    expect(taken('meeting')).toBe(2);
  });
});

describe('Idempotency-Key', () => {
  it('gives a repeat the first answer, even after the registration was withdrawn', async () => {
    const { post, app, store, meeting } = await service();
    const headers = { 'Idempotency-Key': 'a7c1' };
    const first = await jsonOf(post(registrationOf(), headers));
    await app.request(`${pathOf(first.manageUrl)}/withdraw`, { method: 'POST' });
    const again = await post(registrationOf(), headers);
    expect(again.status).toBe(201);
    expect(await jsonOf(again)).toEqual(first);
    expect((await truth(store, meeting.id)).registrations).toHaveLength(1);
  });

  it('gives no dead link once what it registered was erased; another key registers again', async () => {
    const { post, app, store, meeting } = await service();
    const headers = { 'Idempotency-Key': 'a7c1' };
    const first = await jsonOf(post(registrationOf(), headers));
    expect((await post(registrationOf(), headers)).status).toBe(201);
    await app.request(`${pathOf(first.manageUrl)}/erase`, { method: 'POST' });
    const again = await post(registrationOf(), headers);
    expect(again.status).toBe(410);
    expect((await jsonOf(again)).type).toBe('urn:plenary:problem:registration-erased');
    expect((await truth(store, meeting.id)).registrations).toHaveLength(1);
    const anew = await post(registrationOf(), { 'Idempotency-Key': 'b8d2' });
    expect(anew.status).toBe(201);
    expect((await app.request(pathOf((await jsonOf(anew)).manageUrl))).status).toBe(200);
  });

  it('refuses a key that was used for another request', async () => {
    const { post, store, meeting } = await service();
    const headers = { 'Idempotency-Key': 'a7c1' };
    await post(registrationOf(), headers);
    const other = await post(registrationOf({ email: 'other@example.org' }), headers);
    expect(other.status).toBe(422);
    expect((await jsonOf(other)).type).toBe('urn:plenary:problem:idempotency-key-reused');
    expect((await truth(store, meeting.id)).registrations).toHaveLength(1);
  });

  it('refuses a key that is no key', async () => {
    const { post } = await service();
    const response = await post(registrationOf(), { 'Idempotency-Key': 'x'.repeat(201) });
    expect((await jsonOf(response)).errors[0].pointer).toBe('/Idempotency-Key');
  });
});

describe('registering with the form', () => {
  const form = (fields: Record<string, unknown>) =>
    new URLSearchParams(
      Object.entries(fields).map(([name, value]) => [name, String(value)] as [string, string]),
    );

  it('leads from whom one represents to the private page', async () => {
    const { app, path, meeting } = await service();
    const start = await app.request(`/meetings/${meeting.id}/register`);
    expect(await start.text()).toContain('Whom do you represent?');
    const second = await app.request(
      `/meetings/${meeting.id}/register?representation=state&state=NP&organisation=&organisationKind=`,
    );
    const page = await second.text();
    expect(page).toContain('Nepal: Observer State');
    expect(page).toContain('Nepal: not a Party on');
    const submission = /name="submission" value="([^"]+)"/.exec(page)?.[1];
    const fields = form({ ...registrationOf({ state: 'NP', position: '' }), submission });
    const sent = await app.request(path, { method: 'POST', body: fields });
    expect(sent.status).toBe(303);
    const own = await app.request(pathOf(sent.headers.get('Location') ?? ''));
    expect(await own.text()).toContain('Your registration is confirmed');
    // Pressing the button twice leads to the same page.
    const twice = await app.request(path, { method: 'POST', body: fields });
    expect(twice.headers.get('Location')).toBe(sent.headers.get('Location'));
    // Once it is withdrawn, the form that is still open registers anew.
    await app.request(`${pathOf(sent.headers.get('Location') ?? '')}/withdraw`, { method: 'POST' });
    const anew = await app.request(path, { method: 'POST', body: fields });
    expect(anew.status).toBe(303);
    expect(anew.headers.get('Location')).not.toBe(sent.headers.get('Location'));
  });

  it('comes back filled in, with a summary that links to each field', async () => {
    const { app, path } = await service();
    const fields = form(
      registrationOf({ familyName: '', email: 'nobody', givenName: 'ສຸພາ "<b>"' }),
    );
    fields.delete('privacyNotice');
    const response = await app.request(path, { method: 'POST', body: fields });
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const id of ['givenName', 'familyName', 'email', 'privacyNotice']) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toContain(`id="${id}"`);
    }
    expect(page).toContain('value="ສຸພາ &quot;&lt;b&gt;&quot;"');
    expect(page).toContain('value="Director of Cultural Policy"');
    expect(page).toMatch(/<title>Error: /);
  });

  it('keeps what was typed when no seat is left', async () => {
    const { app, path } = await service({ ceiling: 0 });
    const response = await app.request(path, { method: 'POST', body: form(registrationOf()) });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('Nothing was recorded.');
    expect(page).toContain('value="Sophea"');
  });

  it('keeps what was typed when registration has closed meanwhile, with nothing to press', async () => {
    const { app, path, store, meeting } = await service({
      registration: { opensOn: '2024-01-01', closesOn: '2024-01-31' },
    });
    const response = await app.request(path, {
      method: 'POST',
      body: form(registrationOf({ dietary: 'No nuts', email: 'not an address' })),
    });
    const page = await response.text();
    expect(response.status).toBe(410);
    expect(page).toContain('<h2 id="error-summary">Registration is closed</h2>');
    expect(page).toContain('was open from 1 January 2024 to 31 January 2024');
    for (const typed of ['value="Sophea"', 'value="not an address"', '>No nuts</textarea>'])
      expect(page).toContain(typed);
    expect(page).toContain('into a message to meetings@example.org');
    expect(page).not.toContain('<button');
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
  });

  it.each([
    ['says nothing of whom somebody represents', form({ givenName: 'Sophea' })],
    ['cannot be read', new Blob(['givenName=%E0%A4%A'], { type: 'text/plain' })],
  ])('says that registration is closed to a form that %s', async (_, body) => {
    const { app, path } = await service({
      registration: { opensOn: '2024-01-01', closesOn: '2024-01-31' },
    });
    const response = await app.request(path, { method: 'POST', body });
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('<h1>Registration is closed</h1>');
  });

  it('can be sent again once registration opens', async () => {
    const { app, path } = await service({
      startsOn: '2098-01-01',
      endsOn: '2098-01-02',
      registration: { opensOn: '2097-01-01', closesOn: '2097-01-31' },
    });
    const response = await app.request(path, { method: 'POST', body: form(registrationOf()) });
    const page = await response.text();
    expect(response.status).toBe(403);
    expect(page).toContain('opens on 1 January 2097');
    expect(page).toContain('value="Sophea"');
    expect(page).toContain('<button');
  });

  it.each(['ThrottlingException', 'TimeoutError'])(
    'keeps what was typed when the table answers with %s',
    async (name) => {
      const { app, path, store, meeting, reported } = await service();
      // The meeting is remembered from when the form was shown.
      await app.request(`/meetings/${meeting.id}/register`);
      store.client.middlewareStack.add(
        () => async () => {
          throw Object.assign(new Error('not now'), { name });
        },
        { step: 'initialize', name: 'hanging' },
      );
      const response = await app.request(path, { method: 'POST', body: form(registrationOf()) });
      const page = await response.text();
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      expect(page).toContain('Too many people are registering at this moment</h2>');
      expect(page).toContain('value="Sophea"');
      expect(page).toContain('<button');
      expect(reported).toEqual([]);
    },
  );

  it('takes multipart/form-data', async () => {
    const { app, path } = await service();
    const body = new FormData();
    for (const [name, value] of form(registrationOf())) body.append(name, value);
    const response = await app.request(path, { method: 'POST', body });
    expect(response.status).toBe(303);
  });
});
