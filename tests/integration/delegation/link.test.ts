import { describe, expect, it } from 'vitest';
import { delegationPath } from '../../../functions/domain/delegation/delegation.ts';
import { t } from '../../../functions/language/index.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { expectAgreement } from '../agreement.ts';
import {
  act,
  type Base,
  come,
  FOCAL_POINT,
  invited,
  moving,
  nomineeOf,
  seen,
  send,
  validated,
} from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { mail } from '../own.ts';
import { notices, service, truth } from '../service.ts';

/** Sends what waits. Gives the mails of one kind so far, in the order in which they were sent. */
async function mailsOf({ store }: Base, kind: string) {
  await drainOutbox(store);
  return (await sentMail(store)).filter((one) => one.kind === kind);
}

const RENEWED = t('en', 'mail.delegation-invitation.renewed');
const KH = { representation: 'state', state: 'KH' } as const;

describe('inviting a focal point', () => {
  it('sends one message with the link, and none when it is done again', async () => {
    const base = await service();
    const { delegation } = await invited(base);
    const invite = (again: boolean) =>
      inviteFocalPoint(
        base.store,
        base.meeting,
        { delegated: KH, focalPoint: FOCAL_POINT, again },
        moving(),
      );
    expect(await invite(false)).toMatchObject({ outcome: 'unchanged', delegation });
    const [message, ...more] = await mailsOf(base, 'delegation-invitation');
    expect(more).toEqual([]);
    expect(message?.to).toBe(FOCAL_POINT.email);
    expect(message?.subject).toContain('Cambodia');
    for (const said of [FOCAL_POINT.name, `https://plenary.example${delegationPath(delegation)}`])
      expect(message?.text).toContain(said);
    expect(message?.text).not.toContain(RENEWED);
    expect(Buffer.from(delegation.secret, 'base64url')).toHaveLength(16);
    expect((await invite(true)).outcome).toBe('sent-again');
    expect(await mail(base)).toEqual(Array(2).fill(`${FOCAL_POINT.email} delegation-invitation`));
  });

  it('corrects a name without a message, also where one waits, and gives another person another link', async () => {
    const base = await service();
    const { delegation, page } = await invited(base);
    const corrected = await invited(base, 'KH', { ...FOCAL_POINT, name: 'Dara Kéo' });
    expect(corrected.page).toBe(page);
    const [message, ...more] = await mailsOf(base, 'delegation-invitation');
    expect(more).toEqual([]);
    expect(message?.text).toContain('Dara Kéo');
    expect(message?.text).not.toContain('Dara Keo');
    await invited(base, 'KH', { ...FOCAL_POINT, name: 'Dara Kéo-Sok' });
    expect(await mailsOf(base, 'delegation-invitation')).toHaveLength(1);
    const other = await invited(base, 'KH', { ...FOCAL_POINT, email: 'other@mfa.example' });
    expect(other.delegation).toMatchObject({ link: 2, id: delegation.id });
    expect((await base.app.request(page)).status).toBe(404);
    expect((await base.app.request(other.page)).status).toBe(200);
    expect((await mailsOf(base, 'delegation-invitation')).map(({ to }) => to)).toEqual([
      FOCAL_POINT.email,
      'other@mfa.example',
    ]);
  });

  it('is done once, though two do it at the same time', async () => {
    const base = await service();
    const all = await Promise.all(Array.from({ length: 5 }, () => invited(base)));
    expect(new Set(all.map(({ page }) => page)).size).toBe(1);
    expect(await notices(base.store)).toHaveLength(1);
    expect(await mail(base)).toEqual([`${FOCAL_POINT.email} delegation-invitation`]);
  });
});

describe('the link of a delegation', () => {
  const ACTIONS = ['approve', 'decline', 'role', 'nominate', 'replace', 'note'];

  it('answers a wrong secret, another delegation, another meeting and nonsense alike', async () => {
    const base = await validated();
    const { page, delegation, app } = base;
    const { secret, meetingId } = delegation;
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    const bodies = [];
    for (const path of [
      `/delegations/${meetingId}/KH/${wrong}`,
      `/delegations/${meetingId}/KH/${secret}x`,
      `/delegations/${meetingId}/VN/${secret}`,
      `/delegations/${meetingId}/kh/${secret}`,
      `/delegations/nowhere/KH/${secret}`,
      `/delegations/${'x'.repeat(2000)}/${'K'.repeat(2000)}/${secret}`,
      `/delegations/%00/KH/${secret}`,
    ]) {
      const response = await app.request(path, { headers: { Accept: 'application/json' } });
      expect([path.slice(0, 60), response.status]).toEqual([path.slice(0, 60), 404]);
      bodies.push(await response.text());
      for (const action of ACTIONS)
        expect((await act(base, `${path}/${action}`, nomineeOf('x'))).status).toBe(404);
    }
    expect(new Set(bodies).size).toBe(1);
    expect((await app.request(page)).status).toBe(200);
    expect((await truth(base.store, meetingId)).registrations).toEqual([]);
  });

  it('ceases at once when it is renewed, for every action, and the new one is sent', async () => {
    const base = await validated();
    const { page, app, store, meeting } = base;
    const { reference } = await come(base, 'one');
    await drainOutbox(store);
    const renewed = await rotateLink(store, meeting, 'KH', moving());
    if (renewed === undefined) throw new Error('Nothing to renew');
    expect((await app.request(page)).status).toBe(404);
    for (const action of ACTIONS) {
      const body = { ...nomineeOf('late'), reference, reason: 'No.', noteReference: 'N 1' };
      expect((await act(base, `${page}/${action}`, body)).status).toBe(404);
      expect((await app.request(`${page}/${action}?reference=${reference}`)).status).not.toBe(200);
    }
    expect((await seen(base, delegationPath(renewed))).people).toMatchObject([
      { reference, status: 'pending' },
    ]);
    for (const kind of ['delegation-invitation', 'validation-wanted']) {
      const mails = await mailsOf(base, kind);
      expect(mails.map(({ text }) => text.includes(page))).toEqual([true, false]);
      expect(mails.map(({ text }) => text.includes(delegationPath(renewed)))).toEqual([
        false,
        true,
      ]);
      const renewals = mails.map(({ text }) => text.includes(RENEWED));
      expect(renewals).toEqual([false, kind === 'delegation-invitation']);
    }
    expect(await rotateLink(store, meeting, 'VN', moving())).toBeUndefined();
    await expectAgreement(base);
  });

  it('keeps its address to itself, and changes nothing on any GET or HEAD', async () => {
    const base = await validated();
    const { page, app, store, meeting } = base;
    const { reference } = await come(base, 'one');
    const read = async () => [
      await truth(store, meeting.id),
      await getDelegation(store, meeting.id, 'KH'),
    ];
    const before = JSON.stringify(await read());
    for (const part of ['', ...ACTIONS.map((action) => `/${action}`)])
      for (const method of ['GET', 'HEAD']) {
        const query = `?reference=${reference}&reason=No&done=approve`;
        const { headers } = await app.request(`${page}${part}${query}`, { method });
        expect(headers.get('X-Robots-Tag')).toBe('noindex');
        expect(headers.get('Cache-Control')).toBe('no-store');
        expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      }
    expect(JSON.stringify(await read())).toBe(before);
  });

  it('shows its own people only, and knows nothing of anybody else', async () => {
    const base = await validated();
    const { page, app, store, meeting } = base;
    const ours = await come(base, 'ours');
    const theirs = await come(base, 'theirs', { state: 'VN' });
    const organisation = { representation: 'organisation', organisation: 'KH', state: undefined };
    const ngo = await come(base, 'ngo', {
      ...organisation,
      organisationKind: 'ngo',
      delegationRole: 'head',
    });
    const vietnam = await invited(base, 'VN', { ...FOCAL_POINT, email: 'vn@mfa.example' });
    expect((await seen(base, page)).people).toMatchObject([{ reference: ours.reference }]);
    expect((await seen(base, vietnam.page)).people).toMatchObject([
      { reference: theirs.reference },
    ]);
    const text = await (await app.request(page)).text();
    expect(text).toContain(ours.reference);
    expect(text).not.toContain(theirs.reference);
    const before = JSON.stringify(await truth(store, meeting.id));
    for (const { reference } of [theirs, ngo, { reference: 'FP26-00000' }, { reference: '' }])
      for (const action of ['approve', 'decline', 'role', 'replace']) {
        const body = { ...nomineeOf('x'), reference };
        expect((await act(base, `${page}/${action}`, body)).status).toBe(404);
        expect((await act(base, `${page}/${action}`, { reference })).status).toBe(404);
        expect((await send(base, `${page}/${action}`, { reference })).status).toBe(404);
        const shown = await app.request(`${page}/${action}?reference=${reference}`);
        expect(shown.status).not.toBe(200);
      }
    const told = await app.request(`${page}?done=approve&reference=${theirs.reference}`);
    expect(await told.text()).not.toContain('theirs');
    expect(JSON.stringify(await truth(store, meeting.id))).toBe(before);
  });
});

describe('whoever registers in a category that is validated', () => {
  it('is announced to the focal point, with the link', async () => {
    const base = await validated();
    const { reference } = await come(base, 'one');
    const [wanted, ...more] = await mailsOf(base, 'validation-wanted');
    expect(more).toEqual([]);
    expect(wanted?.to).toBe(FOCAL_POINT.email);
    for (const said of [reference, `https://plenary.example${base.page}`, 'one Chan'])
      expect(wanted?.text).toContain(said);
  });

  it('is announced to each organiser where the delegation has no focal point', async () => {
    const organisers = ['a', 'b'].map((name) => ({ name, email: `${name}@example.org` }));
    const base = await validated({ organisers });
    await come(base, 'one', { state: 'VN' });
    const wanted = await mailsOf(base, 'validation-wanted');
    expect(wanted.map(({ to }) => to).sort()).toEqual(['a@example.org', 'b@example.org']);
    for (const { html, text } of wanted) expect(`${html}${text}`).not.toContain('/delegations/');
  });

  it('is announced to nobody where nobody has to be asked', async () => {
    const base = await validated();
    expect(await come(base, 'np', { state: 'NP' })).toMatchObject({ status: 'confirmed' });
    expect(await mail(base)).toEqual([
      `${FOCAL_POINT.email} delegation-invitation`,
      'np@example.org confirmation',
    ]);
  });
});
