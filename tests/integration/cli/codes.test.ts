import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { registrationOf } from '../../support/fixtures.ts';
import { commands } from '../command.ts';
import { jsonOf, PUBLIC_URL, service } from '../service.ts';

const { meeting, pretend, remove } = commands();
afterAll(remove);

let base: Awaited<ReturnType<typeof service>>;
beforeEach(async () => {
  base = await service({
    categories: { party: { admission: 'open' }, 'observer-state': { admission: 'invited' } },
  });
  pretend(base.store, PUBLIC_URL);
});

describe('npm run meeting -- make-code', () => {
  it('shows a code and its link once, tells how it is used, and ends it', async () => {
    const made = await meeting(
      'make-code',
      'focal-points',
      ...['--label', 'Nepal', '--state', 'NP', '--uses', '2', '--until', '2099-01-31'],
    );
    expect(made).toMatchObject({ code: 0, err: [] });
    const [code = '', link] = made.out;
    expect(link).toBe(`${PUBLIC_URL}/meetings/focal-points/register?code=${code}`);
    const come = (email: string) => base.post(registrationOf({ state: 'NP', email, code }));
    expect((await come('one@example.org')).status).toBe(201);
    const hint = code.slice(-4);
    expect((await meeting('codes', 'focal-points')).out).toEqual([
      `…-${hint}, Nepal, used 1 of 2, state:NP, until 2099-01-31`,
    ]);
    const ended = await meeting('revoke-code', 'focal-points', hint.toLowerCase());
    expect(ended).toEqual({ code: 0, out: ['revoked: Nepal'], err: [] });
    expect((await jsonOf(come('two@example.org'))).errors[0].code).toBe('code-revoked');
    expect((await meeting('revoke-code', 'focal-points', '0000')).err).toEqual([
      'focal-points has no code that ends in 0000: see "codes focal-points".',
    ]);
  });

  it.each([
    ['--category', 'king', 'Allowed choices are party, '],
    ['--state', 'Nepal', 'Give the code of a State, such as KH.'],
    ['--uses', '0', 'Give a number from 1 to 99999.'],
    ['--until', 'soon', 'Give a day, such as 2026-03-14.'],
    ['--until', '2026-02-30', 'Give a day, such as 2026-03-14.'],
    ['--label', ' ', 'Say who the code is for.'],
  ])('refuses %s %s in one line, and makes nothing', async (option, value, why) => {
    const given = ['--label', 'Nepal', option, value];
    const { code, out, err } = await meeting('make-code', 'focal-points', ...given);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toContain(`option '${option} `);
    expect(err[0]).toContain(`argument '${value}' is invalid. ${why}`);
    expect((await meeting('codes', 'focal-points')).out).toEqual(['There are no codes.']);
  });

  it('asks who the code is for', async () => {
    const { code, err } = await meeting('make-code', 'focal-points');
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toContain("required option '--label <text>' not specified");
  });
});

describe('npm run meeting -- duplicates', () => {
  it('shows who seems to be registered twice', async () => {
    expect((await meeting('duplicates', 'focal-points')).out).toEqual([
      'Nobody seems to be registered more than once.',
    ]);
    await base.post(registrationOf({ email: 'one@example.org' }));
    await base.post(registrationOf({ email: 'two@example.org', familyName: 'CHAN' }));
    const { out } = await meeting('duplicates', 'focal-points');
    expect(out[0]).toBe('the same name:');
    expect(out.slice(1).join('\n')).toMatch(
      /FP26-\w{5}, Sophea (Chan|CHAN), Cambodia, party, confirmed/,
    );
    expect(out).toHaveLength(3);
  });
});
