import { describe, expect, it } from 'vitest';
import { beforeTransaction } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { act, type Base, come, nomineeOf, seen, send, validated } from '../delegations.ts';
import { fieldsIn, kept, patch } from '../own.ts';
import { jsonOf } from '../service.ts';

type Validated = Awaited<ReturnType<typeof validated>>;
type Action = 'approve' | 'decline' | 'replace';

/** What each answer says beside whom it is to, and what somebody is once it is done. */
const ANSWERS = [
  ['approve', {}, 'confirmed'],
  ['decline', { reason: 'No.' }, 'declined'],
  ['replace', nomineeOf('new'), 'withdrawn'],
] as const;

/** Somebody to whom an answer can be given. */
async function somebody(base: Validated, action: Action) {
  const one = await come(base, 'one');
  if (action === 'replace') await act(base, `${base.page}/approve`, { reference: one.reference });
  return one;
}

/** The version of somebody, as the JSON of the page shows it. */
async function versionOf(base: Validated, reference: string): Promise<number> {
  const { people } = await seen(base, base.page);
  return people.find((one: { reference: string }) => one.reference === reference).version;
}

/** The fields of the form with which an answer is given: that of the person on the page, or a page of its own. */
async function formFields({ app, page }: Validated, action: Action, reference: string) {
  const path = action === 'approve' ? page : `${page}/${action}?reference=${reference}`;
  const html = await (await app.request(path)).text();
  const [form] = html.match(new RegExp(`<form[^>]*${page}/${action}".*?</form>`, 's')) ?? [];
  return fieldsIn(form ?? '');
}

const change = (base: Base, one: { own: string }) => patch(base, one, { position: 'Minister' });

describe.each(ANSWERS)('an answer to somebody: %s', (action, said, done) => {
  it('is in JSON to the version that it names, and to no other', async () => {
    const base = await validated();
    const one = await somebody(base, action);
    const { reference } = one;
    const version = await versionOf(base, reference);
    const before = (await kept(base, one)).status;
    expect((await change(base, one)).status).toBe(200);
    const path = `${base.page}/${action}`;
    const old = await act(base, path, { reference, version, ...said });
    expect(old.status).toBe(409);
    expect((await jsonOf(old)).type).toBe('urn:plenary:problem:not-possible');
    expect(await kept(base, one)).toMatchObject({ status: before, position: 'Minister' });
    const now = await versionOf(base, reference);
    const right = await act(base, path, { reference, version: now, ...said });
    expect(right.status).toBe(action === 'replace' ? 201 : 200);
    expect((await kept(base, one)).status).toBe(done);
    await expectAgreement(base);
  });

  it('is by form to the person as the form showed them', async () => {
    const base = await validated();
    const one = await somebody(base, action);
    const { reference } = one;
    const before = (await kept(base, one)).status;
    const filled = async () => ({ ...(await formFields(base, action, reference)), ...said });
    const stale = await filled();
    expect(stale).toMatchObject({ reference, version: String(await versionOf(base, reference)) });
    await change(base, one);
    const old = await send(base, `${base.page}/${action}`, stale);
    expect(old.status).toBe(409);
    expect(await old.text()).toContain('Below is how things stand now.');
    expect((await kept(base, one)).status).toBe(before);
    expect((await send(base, `${base.page}/${action}`, await filled())).status).toBe(303);
    expect((await kept(base, one)).status).toBe(done);
    await expectAgreement(base);
  });

  it('is not given where they change in the moment before it is written', async () => {
    for (const named of [true, false]) {
      const base = await validated();
      const one = await somebody(base, action);
      const { reference } = one;
      const version = named ? { version: await versionOf(base, reference) } : {};
      beforeTransaction(base.store.client, () => change(base, one));
      const answer = await act(base, `${base.page}/${action}`, { reference, ...version, ...said });
      expect(answer.status === 409).toBe(named);
      const now = await kept(base, one);
      expect([now.position, now.status === done]).toEqual(['Minister', !named]);
    }
  });
});

describe('a form that comes back', () => {
  it('still names the version that was seen first', async () => {
    const base = await validated();
    const one = await somebody(base, 'decline');
    const stale = await formFields(base, 'decline', one.reference);
    await change(base, one);
    const back = await send(base, `${base.page}/decline`, { ...stale, reason: '' });
    expect(back.status).toBe(422);
    expect(fieldsIn(await back.text()).version).toBe(stale.version);
  });
});

describe('the description of the interface', () => {
  it('says that answers may name a version', async () => {
    const { app } = await validated();
    const { components } = await jsonOf(app.request('/openapi.json'));
    for (const name of ['ApproveRequest', 'DeclineRequest']) {
      const { properties, required } = components.schemas[name];
      expect(properties.version.description).toContain('409');
      expect(required).not.toContain('version');
    }
    for (const { properties } of components.schemas.ReplaceRequest.anyOf)
      expect(properties.version.description).toContain('409');
  });
});
