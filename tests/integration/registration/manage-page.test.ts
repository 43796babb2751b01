import { describe, expect, it } from 'vitest';
import { registrationOf } from '../../support/fixtures.ts';
import { putLastMessage } from '../clock.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, pathOf, service, truth } from '../service.ts';

async function registered(changes: Record<string, unknown> = {}) {
  const base = await service(changes);
  const { manageUrl, reference } = await jsonOf(base.post(registrationOf()));
  return { ...base, own: pathOf(manageUrl), reference: reference as string };
}

describe('the private page', () => {
  it('shows the registration, as a page and as JSON, and nothing of how it is kept', async () => {
    const { app, own, reference } = await registered();
    const page = await (await app.request(own)).text();
    expect(page).toContain(reference);
    expect(page).toContain('Ministry of Culture and Fine Arts');
    const response = await app.request(own, { headers: { Accept: 'application/json' } });
    const json = await jsonOf(response);
    expect(json).toMatchObject({ reference, status: 'confirmed', givenName: 'Sophea' });
    const kept = ['pk', 'sk', 'secret', 'seats', 'version', 'lastMessageAt', 'hasNeeds'];
    expect(Object.keys(json).filter((name) => kept.includes(name))).toEqual([]);
  });

  it('answers a wrong secret, a wrong reference and nonsense alike', async () => {
    const { app, own, reference } = await registered();
    const secret = own.split('/').at(-1) ?? '';
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    const bodies = [];
    for (const path of [
      `/registrations/${reference}/${wrong}`,
      `/registrations/${reference}/${secret}x`,
      `/registrations/FP26-00000/${secret}`,
      `/registrations/NONE-00000/${secret}`,
      `/registrations/%00/${secret}`,
    ]) {
      const response = await app.request(path, { headers: { Accept: 'application/json' } });
      expect([path, response.status]).toEqual([path, 404]);
      bodies.push(await response.text());
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it('sends headers that keep its address to itself', async () => {
    const { app, own } = await registered();
    const { headers } = await app.request(own);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  it('changes nothing on any GET or HEAD', async () => {
    const { app, own, store, meeting } = await registered();
    const before = await truth(store, meeting.id);
    for (const part of ['', '/withdraw', '/calendar.ics', '/resend'])
      for (const method of ['GET', 'HEAD']) await app.request(`${own}${part}`, { method });
    const after = await truth(store, meeting.id);
    expect(after.registrations).toEqual(before.registrations);
    expect(after.notices).toEqual(before.notices);
    expect(after.audit).toEqual(before.audit);
  });

  it('offers the meeting as a calendar file', async () => {
    const { app, own, reference } = await registered();
    const response = await app.request(`${own}/calendar.ics`);
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(text).toContain(`UID:${reference}@plenary`);
    expect(text).toContain('STATUS:CONFIRMED');
    await app.request(`${own}/withdraw`, { method: 'POST' });
    const struck = await (await app.request(`${own}/calendar.ics`)).text();
    expect(struck).toContain(`UID:${reference}@plenary`);
    expect(struck).toContain('STATUS:CANCELLED');
    expect(struck).toContain('SEQUENCE:1');
  });
});

describe('withdrawing', () => {
  it('asks first, then gives the seat back and says so by mail', async () => {
    const { app, own, store, meeting } = await registered({ ceiling: 1 });
    await drainOutbox(store);
    const asked = await (await app.request(`${own}/withdraw`)).text();
    expect(asked).toContain('Withdraw this registration?');
    expect(asked).toContain('Your seat will be given to somebody else');
    const response = await app.request(`${own}/withdraw`, { method: 'POST' });
    expect(response.status).toBe(303);
    const { registrations, taken, audit } = await truth(store, meeting.id);
    expect(registrations[0]).toMatchObject({ status: 'withdrawn', seats: [], version: 2 });
    expect(taken('meeting')).toBe(0);
    expect(taken('category:party')).toBe(0);
    await drainOutbox(store);
    const mails = await sentMail(store);
    expect(mails.map(({ kind }) => kind)).toEqual(['confirmation', 'withdrawal']);
    expect(mails[1]?.calendar).toContain('METHOD:CANCEL');
    expect(audit.at(-1)).toMatchObject({ action: 'withdrawn', actor: 'participant' });
    expect(await (await app.request(own)).text()).toContain('Your registration is withdrawn');
  });

  it('before the confirmation went out gives one receipt, and cancels no calendar entry', async () => {
    const { app, own, store } = await registered();
    await app.request(`${own}/withdraw`, { method: 'POST' });
    await drainOutbox(store);
    expect(await sentMail(store)).toMatchObject([{ kind: 'withdrawal', calendar: '' }]);
  });

  it('lets the seat and the address be used again', async () => {
    const { app, own, post } = await registered({ ceiling: 1 });
    await app.request(`${own}/withdraw`, { method: 'POST' });
    expect((await post(registrationOf())).status).toBe(201);
  });

  it('does not write to one address without end: three times a day it may register again', async () => {
    const { app, own, post, store, meeting } = await registered();
    let mine = own;
    for (let round = 1; round < 3; round++) {
      await app.request(`${mine}/withdraw`, { method: 'POST' });
      const response = await post(registrationOf());
      expect(response.status).toBe(201);
      mine = pathOf((await jsonOf(response)).manageUrl);
    }
    await app.request(`${mine}/withdraw`, { method: 'POST' });
    const before = await truth(store, meeting.id);
    const refused = await post(registrationOf({ email: 'SOPHEA.CHAN@culture.example' }));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(86_000);
    expect(await jsonOf(refused)).toMatchObject({
      type: 'urn:plenary:problem:registered-too-often',
      detail: expect.stringContaining('in 24 hours'),
    });
    expect(await truth(store, meeting.id)).toMatchObject({
      registrations: before.registrations,
      notices: before.notices,
      audit: before.audit,
    });
    expect((await post(registrationOf({ email: 'another@culture.example' }))).status).toBe(201);
  });

  it('happens once, however often it is asked for at the same time', async () => {
    const { app, own, store, meeting } = await registered();
    const responses = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.request(`${own}/withdraw`, { method: 'POST', headers: { Accept: 'application/json' } }),
      ),
    );
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(9).fill(409)]);
    const { taken, notices } = await truth(store, meeting.id);
    expect(taken('meeting')).toBe(0);
    expect(notices).toHaveLength(2);
  });
});

describe('sending the message again', () => {
  it('is refused within the hour, with the time after which it may be asked for', async () => {
    const { app, own, store, meeting } = await registered();
    const response = await app.request(`${own}/resend`, { method: 'POST' });
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get('Retry-After'));
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
    expect((await truth(store, meeting.id)).notices).toHaveLength(1);
  });

  it('sends one message after the hour, and one only', async () => {
    const { app, own, store, meeting, reference, post } = await registered();
    await drainOutbox(store);
    await putLastMessage(store, meeting.id, reference, new Date(Date.now() - 3_700_000));
    const again = await app.request(`${own}/resend`, { method: 'POST' });
    expect(again.headers.get('Location')).toMatch(/\?sent$/);
    expect((await post(registrationOf())).status).toBe(409);
    expect((await truth(store, meeting.id)).notices).toHaveLength(2);
    await drainOutbox(store);
    const kinds = (await sentMail(store)).map(({ kind }) => kind);
    expect(kinds).toEqual(['confirmation', 'confirmation']);
  });

  it('reminds whoever registers a second time after the hour', async () => {
    const { post, store, meeting, reference } = await registered();
    await putLastMessage(store, meeting.id, reference, new Date(Date.now() - 3_700_000));
    expect((await post(registrationOf())).status).toBe(409);
    expect((await post(registrationOf())).status).toBe(409);
    expect((await truth(store, meeting.id)).notices).toHaveLength(2);
  });
});
