import { describe, expect, it } from 'vitest';
import { createCode, listCodes, revokeCode } from '../../../functions/store/registration/codes.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { jsonOf, service, truth } from '../service.ts';

const NOW = new Date();

async function invited(changes: Record<string, unknown> = {}) {
  const base = await service({
    categories: {
      party: { admission: 'validated' },
      'observer-state': { admission: 'invited' },
      guest: { admission: 'open' },
    },
    ...changes,
  });
  const make = (code: Parameters<typeof createCode>[2]) =>
    createCode(base.store, base.meeting.id, code, NOW);
  let people = 0;
  const nepal = (code?: string, headers = {}) => {
    people += 1;
    return base.post(
      registrationOf({ state: 'NP', email: `np${people}@example.org`, code }),
      headers,
    );
  };
  const refusalOf = async (response: Response | Promise<Response>) => {
    const body = await jsonOf(response);
    return body.errors?.[0] && `${body.errors[0].pointer} ${body.errors[0].code}`;
  };
  return { ...base, make, nepal, refusalOf };
}

describe('a category of those who are invited', () => {
  it('needs a code, and takes it however it is typed', async () => {
    const { make, nepal, refusalOf, ...base } = await invited();
    expect(await refusalOf(nepal())).toBe('/code code-needed');
    expect(await refusalOf(nepal('no code'))).toBe('/code code-unknown');
    expect(await refusalOf(nepal('0000-0000-0000'))).toBe('/code code-unknown');
    const code = await make({ label: 'Nepal' });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await jsonOf(nepal(typed))).toMatchObject({ status: 'confirmed' });
    const { registrations } = await truth(base.store, base.meeting.id);
    expect(registrations[0]).toMatchObject({ codeLabel: 'Nepal' });
    // What lets people in is nowhere in the table, nor is it shown.
    expect(
      JSON.stringify([registrations, await listCodes(base.store, base.meeting.id)]),
    ).not.toContain(code);
    await expectAgreement(base);
  });

  it('is entered by the link of the invitation, through both steps of the form', async () => {
    const { make, app, path, meeting } = await invited();
    const code = await make({ label: 'Nepal' });
    const first = await (await app.request(`/meetings/${meeting.id}/register?code=${code}`)).text();
    expect(first).toContain('Whom do you represent?');
    expect(first).toContain(`name="code" value="${code}"`);
    const second = await (
      await app.request(
        `/meetings/${meeting.id}/register?representation=state&state=NP&code=${code}`,
      )
    ).text();
    expect(second).toMatch(new RegExp(`id="code"[^>]*value="${code}"`));
    const { privacyNotice: _, ...fields } = registrationOf({ state: 'NP', code });
    const body = new URLSearchParams({ ...fields, privacyNotice: 'true' } as Record<
      string,
      string
    >);
    expect((await app.request(path, { method: 'POST', body })).status).toBe(303);
    const wrong = new URLSearchParams(body);
    wrong.set('email', 'other@example.org');
    wrong.set('code', '7F3K-2Q9X-M4TZ');
    const again = await app.request(path, { method: 'POST', body: wrong });
    expect(again.status).toBe(422);
    const page = await again.text();
    expect(page).toContain('href="#code"');
    expect(page).toContain('value="Sophea"');
  });
});

describe('a code', () => {
  it('lets in as many as it is for, also when more come at once', async () => {
    const { make, nepal, ...base } = await invited();
    const code = await make({ label: 'Three', uses: 3 });
    const statuses = await Promise.all(Array.from({ length: 12 }, () => nepal(code)));
    expect(statuses.map(({ status }) => status).sort()).toEqual([
      ...Array(3).fill(201),
      ...Array(9).fill(422),
    ]);
    const [kept] = await listCodes(base.store, base.meeting.id);
    expect(kept).toMatchObject({ used: 3, uses: 3, hint: code.slice(-4) });
    await expectAgreement(base);
  });

  it('gives a repeat of the request the first answer, though it is used up', async () => {
    const { make, post, nepal, refusalOf } = await invited();
    const code = await make({ label: 'One', uses: 1 });
    const request = registrationOf({ state: 'NP', code });
    const headers = { 'Idempotency-Key': 'one' };
    const first = await jsonOf(post(request, headers));
    expect(await jsonOf(post(request, headers))).toEqual(first);
    expect(await refusalOf(nepal(code))).toBe('/code code-used-up');
  });

  it('is not used up by a registration that is refused', async () => {
    const { make, nepal, store, meeting } = await invited({ ceiling: 0 });
    const code = await make({ label: 'One', uses: 1 });
    expect((await nepal(code)).status).toBe(409);
    expect((await listCodes(store, meeting.id))[0]).toMatchObject({ used: 0 });
  });

  it('stands for the yes where one is waited for', async () => {
    const { make, post } = await invited();
    const code = await make({ label: 'Cambodia', delegation: 'state:KH' });
    expect(await jsonOf(post(registrationOf()))).toMatchObject({ status: 'pending' });
    expect(await jsonOf(post(registrationOf({ email: 'second@example.org', code })))).toMatchObject(
      { status: 'confirmed' },
    );
  });

  it.each([
    ['of another delegation', { delegation: 'state:TH' }, 'code-other-delegation'],
    ['of another category', { category: 'party' }, 'code-other-category'],
    ['of yesterday', { validUntil: '2020-01-01' }, 'code-expired'],
  ] as const)('%s lets nobody in', async (_, changes, expected) => {
    const { make, nepal, refusalOf } = await invited();
    const code = await make({ label: 'Any', ...changes });
    expect(await refusalOf(nepal(code))).toBe(`/code ${expected}`);
  });

  it('lets nobody in once it is revoked, nor at another meeting', async () => {
    const { make, nepal, refusalOf, store, meeting } = await invited();
    const code = await make({ label: 'Any' });
    const [kept] = await listCodes(store, meeting.id);
    if (kept) await revokeCode(store, kept, NOW);
    expect(await refusalOf(nepal(code))).toBe('/code code-revoked');
    const other = await invited();
    expect(await other.refusalOf(other.nepal(await make({ label: 'Mine' })))).toBe(
      '/code code-unknown',
    );
  });
});
