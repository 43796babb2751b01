import type { BatchGetItemInput, BatchGetItemOutput } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DeliveryReport,
  troubleOf,
} from '../../../functions/domain/notifications/delivery.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { addressHash } from '../../../functions/domain/shared/email.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { requestList } from '../../../functions/scheduler/send-list.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { readAttachments } from '../../../functions/store/outbox/attachment.ts';
import { readDeliveries, recordDelivery } from '../../../functions/store/outbox/delivery.ts';
import { commands } from '../command.ts';
import { type Base, come, FOCAL_POINT, invited, seen, validated } from '../delegations.ts';
import { patch } from '../own.ts';
import { jsonOf, notices, PUBLIC_URL, service } from '../service.ts';

const HARD = { state: 'bounced', bounce: 'hard' } as const;
const SOFT = { state: 'bounced', bounce: 'soft' } as const;
const AT = '2026-01-05T09:00:00.000Z';

/** SES reports of a message to an address. */
const report = (
  { store }: Base,
  name: string,
  what: Pick<DeliveryReport, 'state' | 'bounce'>,
  at = AT,
) =>
  recordDelivery(store, addressHash(name.includes('@') ? name : `${name}@example.org`), {
    ...what,
    at,
    sentAt: at,
    messageId: 'somebody-else-s',
  });
const json = ({ app }: Base, path: string) =>
  jsonOf(app.request(path, { headers: { Accept: 'application/json' } }));
const html = async ({ app }: Base, path: string, language = 'en') =>
  (
    await app.request(path, { headers: { Accept: 'text/html', 'Accept-Language': language } })
  ).text();

describe('an address that cannot be reached, on the private page', () => {
  let base: Base;
  beforeAll(async () => {
    base = await service();
  });

  it('is named with what to do; nothing is said if messages arrive', async () => {
    const { own } = await come(base, 'gone');
    expect(await json(base, own)).not.toHaveProperty('delivery');
    expect(await html(base, own)).not.toContain('do not reach you');
    await report(base, 'gone', { state: 'delivered' });
    expect(await json(base, own)).toMatchObject({ delivery: { state: 'delivered', at: AT } });
    expect(await html(base, own)).not.toContain('do not reach you');
    const before = await json(base, own);
    const later = '2026-01-06T09:00:00.000Z';
    await report(base, 'GONE', HARD, later);
    const suppressed = { because: 'hard-bounce', since: later };
    expect(await json(base, own)).toEqual({
      ...before,
      delivery: { state: 'bounced', bounce: 'hard', at: later, suppressed },
    });
    const page = await html(base, own);
    expect(page).toContain('Our messages do not reach you');
    expect(page).toContain('came back on 6 January 2026');
    expect(page).toContain(`${own}/edit#email`);
    // What cannot be sent is not offered, nor said to have been.
    expect(page).not.toContain(`${own}/resend`);
    const written = await notices(base.store);
    for (const [accept, text] of [
      ['application/json', '"type":"urn:plenary:problem:address-suppressed"'],
      ['text/html', 'We no longer write to this address'],
    ] as const) {
      const headers = { Accept: accept };
      const refused = await base.app.request(`${own}/resend`, { method: 'POST', headers });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain(text);
    }
    expect(await notices(base.store)).toEqual(written);
    // Everything that is kept about somebody tells of it too.
    expect((await json(base, `${own}/data.json`)).registration.delivery.state).toBe('bounced');
  });

  it('is forgotten when the address is corrected', async () => {
    const somebody = await come(base, 'typo');
    await report(base, 'typo', HARD);
    const answer = await patch(base, somebody, { email: 'right@example.org' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('delivery');
    expect(await html(base, somebody.own)).not.toContain('do not reach you');
    await patch(base, somebody, { email: 'typo@example.org' });
    expect(await html(base, somebody.own)).toContain('do not reach you');
  });

  it.each([
    ['full', SOFT, 'did not accept our message', true],
    ['spam', { state: 'complained' } as const, 'reported as unwanted', false],
    ['virus', { state: 'rejected' } as const, 'could not be sent', true],
  ])(
    'is said to be %s, and the page offers to send again where that helps',
    async (name, what, text, again) => {
      const { own } = await come(base, name);
      await report(base, name, what);
      const page = await html(base, own);
      expect(page).toContain(text);
      expect(page.includes(`${own}/resend`)).toBe(again);
    },
  );

  it.each(UN_LANGUAGES)('is named in %s', async (language) => {
    const { own } = await come(base, `in-${language}`);
    for (const [day, what] of [SOFT, { state: 'rejected' } as const, HARD].entries()) {
      await report(base, `in-${language}`, what, `2026-02-0${day + 1}T09:00:00.000Z`);
      const page = await html(base, own, language);
      const [, notice = ''] = /<div class="notice wrong">(.*?)<\/div>/s.exec(page) ?? [];
      expect(notice).toContain(`in-${language}@example.org`);
      expect(notice).not.toMatch(/\{\w+\}/);
    }
  });

  it('is corrected through the contact once registration has closed', async () => {
    const { own } = await come(base, 'late');
    await report(base, 'late', HARD);
    const { opensOn } = base.meeting.registration;
    await applyMeeting(
      base.store,
      { ...base.meeting, registration: { opensOn, closesOn: addDays(opensOn, 1) } },
      new Date(),
    );
    expect(await html(base, own)).toContain('can no longer be changed on this page');
  });
});

describe('what is known of many addresses', () => {
  it('is read in several requests, also when the table gives only a part of what it is asked for', async () => {
    const base = await service();
    const names = Array.from({ length: 230 }, (_, at) => `p${at}`);
    for (const name of names.filter((_, at) => at % 3 === 0)) await report(base, name, HARD);
    let requests = 0;
    const { client } = base.store;
    client.middlewareStack.add(
      (next) => async (args) => {
        const input = args.input as BatchGetItemInput;
        const [[table = '', { Keys: keys = [] } = { Keys: [] }] = []] = Object.entries(
          input.RequestItems ?? {},
        );
        if (table === '') return next(args);
        requests += 1;
        expect(keys.length).toBeLessThanOrEqual(100);
        const [taken, left] = [keys.slice(0, 40), keys.slice(40)];
        const result = await next({
          ...args,
          input: { RequestItems: { [table]: { Keys: taken } } },
        });
        const output = result.output as BatchGetItemOutput;
        if (left.length > 0) output.UnprocessedKeys = { [table]: { Keys: left } };
        return result;
      },
      { step: 'initialize', name: 'partly' },
    );
    const deliveries = await readDeliveries(base.store, [
      undefined,
      ...names.map((name) => `${name}@example.org`),
      'P0@example.org',
    ]);
    client.middlewareStack.remove('partly');
    expect(requests).toBeGreaterThan(3);
    for (const [at, name] of names.entries())
      expect(troubleOf(deliveries(`${name}@example.org`)) !== undefined).toBe(at % 3 === 0);
    expect(deliveries(undefined)).toEqual({});
  });
});

describe('an address that cannot be reached, on the delegation page', () => {
  it('is marked beside its person', async () => {
    const base = await validated();
    const gone = await come(base, 'gone');
    const well = await come(base, 'well');
    await report(base, 'gone', HARD);
    const { people } = await seen(base, base.page);
    const since = Object.fromEntries(
      people.map((one: Record<string, string>) => [one.reference, one.undeliveredSince]),
    );
    expect(since).toEqual({ [gone.reference]: AT, [well.reference]: undefined });
    const page = await html(base, base.page);
    expect(page.match(/Our messages do not reach this address/g)).toHaveLength(1);
  });
});

describe('addresses that cannot be reached, for organisers', () => {
  const { meeting, pretend, remove } = commands();
  afterAll(remove);
  let base: Base;
  let reference: string;
  beforeAll(async () => {
    base = await service();
    pretend(base.store, PUBLIC_URL);
    await invited(base);
    ({ reference } = await come(base, 'gone'));
    await come(base, 'well');
    await report(base, 'well', { state: 'delivered' });
  });

  it('are none, as the command says', async () => {
    expect(await meeting('undelivered', 'focal-points')).toEqual({
      code: 0,
      out: ['Everybody could be reached, as far as is known.'],
      err: [],
    });
    expect((await meeting('undelivered', 'nothing')).err).toEqual(['There is no meeting nothing.']);
  });

  it('are in their list and on the command line', async () => {
    await report(base, 'gone', HARD);
    await report(base, FOCAL_POINT.email, { state: 'complained' });
    await report(base, 'secretariat@example.org', SOFT);
    const { out } = await meeting('undelivered', 'focal-points');
    expect(out).toEqual([
      `${reference}: returned (a message came back for good; suppressed) since ${AT}. To do: ask for another address, or lift-suppression if it is right after all.`,
      `focal point of KH: complained (a message was reported as unwanted; suppressed) since ${AT}. To do: ask whether it was a mistake, then lift-suppression; or for another address.`,
      `organiser Secretariat: refused since ${AT}. To do: nothing yet: it is written to again; ask for another address if this goes on.`,
    ]);
    const [id = ''] = (await requestList(base.store, 'focal-points', new Date())) ?? [];
    const notice = (await notices(base.store)).find((one) => one.id === id);
    if (notice === undefined) throw new Error('No list was written');
    expect(notice.document?.message).toMatchObject({
      content: { undelivered: 1, totals: { people: 2 } },
    });
    const [file] = await readAttachments(base.store, notice);
    const csv = Buffer.from(file?.content ?? '').toString();
    expect(csv).toContain('gone@example.org,returned; no longer written to,');
    expect(csv).toContain('well@example.org,delivered,');
  });

  it('are written to again once an organiser lifts the suppression, with a reason', async () => {
    const without = await meeting('lift-suppression', 'gone@example.org');
    expect(without.err.join()).toContain("required option '--reason <text>' not specified");
    const telling = ['--reason', 'gone@example.org is right'];
    expect((await meeting('lift-suppression', 'gone@example.org', ...telling)).code).toBe(2);
    const reason = ['--reason', 'The ministry has repaired its server'];
    expect(await meeting('lift-suppression', 'gone', ...reason)).toMatchObject({
      code: 2,
      err: [expect.stringContaining('It is not an e-mail address.')],
    });
    const lifted = await meeting('lift-suppression', 'Gone@Example.org', ...reason);
    expect(lifted).toMatchObject({ code: 0, err: [] });
    expect(lifted.out[0]).toContain('written to again');
    expect(lifted.out[1]).toContain('stay unsent');
    expect((await meeting('undelivered', 'focal-points')).out.join()).not.toContain(reference);
    expect((await meeting('lift-suppression', 'gone@example.org', ...reason)).out).toEqual([
      'The address is not suppressed.',
    ]);
  });
});
