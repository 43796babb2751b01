import { beforeEach, describe, expect, it } from 'vitest';
import {
  focalPointSubscriber,
  participantSubscriber,
  type Subscriber,
  unsubscribePath,
} from '../../../functions/domain/notifications/unsubscribe.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint } from '../../../functions/store/delegation/invite.ts';
import { stageSecret } from '../../../functions/store/platform/secret.ts';
import { FOCAL_POINT, invited, moving } from '../delegations.ts';
import { kindsTo, withdraw } from '../mail-steps.ts';
import { drainOutbox } from '../mailbox.ts';
import { type Base, come, everything, kept, patch, type Somebody } from '../own.ts';
import { jsonOf, notices, service } from '../service.ts';

let base: Base;
let somebody: Somebody;
let path: string;
beforeEach(async () => {
  base = await service();
  somebody = await come(base, 'one');
  path = await pathFor(participantSubscriber(await kept(base, somebody)));
});

/** The path of the link that a reminder carries. */
const pathFor = async (subscriber: Subscriber | undefined) =>
  unsubscribePath(await stageSecret(base.store), subscriber ?? expect.fail());

/** What a mail program sends in the name of its user, with no session. */
const oneClick = (address: string, type: 'form' | 'multipart' | 'nothing' = 'form') => {
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  return base.app.request(address, {
    method: 'POST',
    ...(type === 'form' && {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    }),
    ...(type === 'multipart' && { body }),
  });
};
const stopped = async () => (await kept(base, somebody)).remindersStoppedAt !== undefined;

describe('the link that ends reminders', () => {
  it('shows a page by GET, which changes nothing and names no person', async () => {
    const before = await everything(base);
    for (const method of ['GET', 'HEAD']) {
      const response = await base.app.request(path, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
      expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const page = await response.text();
      expect(page).not.toMatch(/Chan|@example\.org|registrations\//);
      if (method === 'GET') expect(page).toContain(`<form method="post" action="${path}"`);
    }
    expect(await everything(base)).toEqual(before);
  });

  it.each(['form', 'multipart', 'nothing'] as const)(
    'ends reminders by POST with %s, without a session and without leading elsewhere',
    async (type) => {
      const response = await oneClick(path, type);
      expect(response.status).toBe(200);
      expect(await stopped()).toBe(true);
      const { version } = await kept(base, somebody);
      expect((await oneClick(path, type)).status).toBe(200);
      expect((await kept(base, somebody)).version).toBe(version);
    },
  );

  it('sends nobody a message, and leaves the registration where it stands', async () => {
    await drainOutbox(base.store);
    const before = await notices(base.store);
    await Promise.all([oneClick(path), oneClick(path)]);
    expect(await notices(base.store)).toEqual(before);
    expect(await kept(base, somebody)).toMatchObject({ status: 'confirmed', version: 2 });
    // What says where it stands still comes.
    await withdraw(base, somebody);
    await drainOutbox(base.store);
    expect(await kindsTo(base, 'one@example.org')).toEqual(['confirmation', 'withdrawal']);
  });

  it('holds nothing that opens the private page', async () => {
    const { secret } = await kept(base, somebody);
    expect(path).not.toContain(secret);
    const mine = path.split('/').at(-1) ?? '';
    expect(mine).toMatch(/^[\w-]{22}$/);
    const own = `/registrations/${somebody.reference}/${mine}`;
    expect((await base.app.request(own)).status).toBe(404);
    const other = `/unsubscribe/${base.meeting.id}/${somebody.reference}/${secret}`;
    expect((await oneClick(other)).status).toBe(404);
  });

  it('works for one mailbox: not for another person, meeting or address', async () => {
    const other = await come(base, 'two');
    const [, , , whom = '', secret = ''] = path.split('/');
    for (const wrong of [
      path.replace(whom, other.reference),
      path.replace(base.meeting.id, 'elsewhere'),
      path.replace(
        secret,
        secret.replace(/./, (one) => (one === 'A' ? 'B' : 'A')),
      ),
      path.replace(secret, 'x'),
      path.replace(whom, 'KH'),
      path.replace(whom, '__proto__'),
    ])
      for (const method of ['GET', 'POST'])
        expect((await base.app.request(wrong, { method })).status).toBe(404);
    expect(await stopped()).toBe(false);
    expect((await patch(base, somebody, { email: 'new@example.org' })).status).toBe(200);
    expect((await oneClick(path)).status).toBe(404);
  });

  it('ends when the registration is erased', async () => {
    await base.app.request(`${somebody.own}/erase`, { method: 'POST' });
    expect((await oneClick(path)).status).toBe(404);
    expect(base.reported).toEqual([]);
  });
});

describe('reminders on the private page', () => {
  const page = async (address: string) =>
    (await base.app.request(address, { headers: { Accept: 'text/html' } })).text();
  const press = (address: string) =>
    base.app.request(address, { method: 'POST', headers: { Accept: 'text/html' } });

  it('stops reminders, and resumes them', async () => {
    expect(await page(somebody.own)).toContain(`${somebody.own}/reminders/stop`);
    expect((await press(`${somebody.own}/reminders/stop`)).status).toBe(303);
    expect(await stopped()).toBe(true);
    expect(await page(somebody.own)).toContain('You get no reminders.');
    await press(`${somebody.own}/reminders/resume`);
    expect(await stopped()).toBe(false);
    const answer = await base.app.request(`${somebody.own}/reminders/stop`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
    });
    expect(await answer.json()).toEqual({ reminders: 'stopped' });
    const data = await jsonOf(base.app.request(`${somebody.own}/data.json`));
    expect(data.history.map(({ action }: { action: string }) => action)).toEqual([
      'registered',
      'reminders-stopped',
      'reminders-resumed',
      'reminders-stopped',
    ]);
    expect(data.registration.remindersStoppedAt).toBeDefined();
  });

  it('keeps reminders stopped when details are changed', async () => {
    await oneClick(path);
    await patch(base, somebody, { position: 'Minister' });
    expect(await stopped()).toBe(true);
  });

  it('shows the practical information to people who are confirmed, and to nobody else', async () => {
    base = await service({
      practicalInformation: { en: 'Doors open at <8>.\nBring your passport.' },
      categories: { party: { admission: 'open' }, ngo: { admission: 'validated' } },
    });
    const confirmed = await come(base, 'confirmed');
    const pending = await come(base, 'pending', {
      representation: 'organisation',
      state: undefined,
      organisation: 'Circle',
      organisationKind: 'ngo',
      delegationRole: 'representative',
    });
    expect(pending.status).toBe('pending');
    expect(await page(confirmed.own)).toContain('Doors open at &lt;8&gt;.');
    expect(await page(pending.own)).not.toContain('Doors open');
  });

  it('offers nothing to stop if the meeting sends no reminders', async () => {
    base = await service({ reminders: { meetingDays: [] } });
    expect(await page((await come(base, 'none')).own)).not.toContain('/reminders/');
  });
});

describe('reminders of a focal point', () => {
  it('ends reminders by the link and resumes them on the page; the next focal point gets them', async () => {
    const { delegation, page } = await invited(base);
    const address = await pathFor(focalPointSubscriber(delegation));
    expect((await base.app.request(address)).status).toBe(200);
    expect((await oneClick(address)).status).toBe(200);
    const read = async () =>
      (await getDelegation(base.store, 'focal-points', 'KH')) ?? expect.fail();
    expect(await read()).toMatchObject({ remindersStoppedAt: expect.any(String) });
    const html = await (await base.app.request(page, { headers: { Accept: 'text/html' } })).text();
    expect(html).toContain(`${page}/reminders/resume`);
    await base.app.request(`${page}/reminders/resume`, { method: 'POST' });
    expect(await read()).not.toHaveProperty('remindersStoppedAt');
    await base.app.request(`${page}/reminders/stop`, { method: 'POST' });
    expect(await read()).toHaveProperty('remindersStoppedAt');

    const focalPoint = { ...FOCAL_POINT, email: 'next@mfa.example' };
    const delegated = { representation: 'state', state: 'KH' } as const;
    await inviteFocalPoint(
      base.store,
      base.meeting,
      { delegated, focalPoint, again: false },
      moving(),
    );
    expect(await read()).not.toHaveProperty('remindersStoppedAt');
    expect((await oneClick(address)).status).toBe(404);
  });
});
