import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { delegationPath } from '../../../functions/domain/delegation/delegation.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { expectAgreement } from '../agreement.ts';
import { commands } from '../command.ts';
import { type Base, come, FOCAL_POINT, seen, validated } from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { notices, PUBLIC_URL, service } from '../service.ts';

const { meeting, pretend, file, remove } = commands();
afterAll(remove);

let base: Base;
beforeEach(async () => {
  base = await service({
    categories: { party: { admission: 'validated' }, igo: { admission: 'validated' } },
    waitingList: true,
  });
  pretend(base.store, PUBLIC_URL);
});

/** Sends what waits. Gives the invitations so far, with the language that each was written in. */
const invitations = async () => {
  await drainOutbox(base.store);
  const languages = new Map((await notices(base.store)).map(({ id, language }) => [id, language]));
  return (await sentMail(base.store))
    .filter(({ kind }) => kind === 'delegation-invitation')
    .map((mail) => ({ ...mail, language: languages.get(mail.noticeId) }));
};
const one = ['--state', 'KH', '--name', 'Dara Keo', '--email', 'kh@mfa.example'];

describe('npm run meeting -- invite', () => {
  it('invites all in a list once, and says what it did', async () => {
    const list = file(
      'points.csv',
      '\ufeffstate;organisation;organisationKind;name;email;language\r\nKH;;;Dara Keo;kh@mfa.example;\r\n;ASEAN;igo;Zoë Lim;asean@igo.example;fr\r\n',
    );
    const first = await meeting('invite', 'focal-points', list);
    expect(first).toMatchObject({ code: 0, err: [] });
    expect(first.out[0]).toBe('KH: Dara Keo <kh@mfa.example> is invited');
    expect(first.out[1]).toMatch(
      /^[0-9a-f]{12} \(ASEAN\): Zoë Lim <asean@igo.example> is invited$/,
    );
    const again = await meeting('invite', 'focal-points', list);
    expect(again.out.join()).toMatch(/was invited before; nothing was sent.*was invited before/);
    expect((await invitations()).map(({ to, language }) => [to, language]).sort()).toEqual([
      ['asean@igo.example', 'fr'],
      ['kh@mfa.example', 'en'],
    ]);
    for (const { text } of await invitations()) {
      const address = /https:\S+\/delegations\/\S+/.exec(text)?.[0] ?? '';
      expect((await base.app.request(address.replace(PUBLIC_URL, ''))).status).toBe(200);
    }
    expect((await meeting('invite', 'focal-points', list, '--again')).out[0]).toContain(
      'once more',
    );
    expect(await invitations()).toHaveLength(4);
  });

  it('invites one by options, and hands the delegation on to another', async () => {
    expect((await meeting('invite', 'focal-points', ...one)).out).toEqual([
      'KH: Dara Keo <kh@mfa.example> is invited',
    ]);
    const other = one.map((word) => word.replace('kh@', 'other@'));
    expect((await meeting('invite', 'focal-points', ...other)).out[0]).toContain('has ceased');
    const igo = ['--organisation', 'ASEAN', '--kind', 'igo', ...one.slice(2)];
    expect((await meeting('invite', 'focal-points', ...igo)).code).toBe(0);
  });

  it('reads JSON, names what is wrong and where, and then invites nobody', async () => {
    const list = file(
      'points.json',
      JSON.stringify([
        { state: 'KH', name: 'Dara Keo', email: 'kh@mfa.example' },
        { state: 'XX', name: 'A', email: 'nobody' },
        { organisation: 'ASEAN', name: 'B' },
      ]),
    );
    const { code, out, err } = await meeting('invite', 'focal-points', list);
    expect([code, out]).toEqual([1, []]);
    expect(err).toHaveLength(4);
    expect(err[0]).toMatch(/^\[1\]: state /);
    expect(err.slice(1)).toEqual([
      '[1]: email is not an e-mail address',
      '[2]: organisationKind is missing or empty',
      '[2]: email is missing or empty',
    ]);
    const twice = file(
      'twice.csv',
      'state,name,email\nKH,A,a@mfa.example\nKH,B,b@mfa.example\nNP,C,c@mfa.example\n',
    );
    expect((await meeting('invite', 'focal-points', twice)).err).toEqual([
      'KH: has two focal points here, and can have one',
      'NP: observer-state is not admitted',
    ]);
    expect(await notices(base.store)).toEqual([]);
  });

  it.each([
    [['invite', 'focal-points', ...one.slice(0, 4)], 2, /^--email is missing or empty$/],
    [['invite', 'nowhere', ...one], 1, /^There is no meeting nowhere\.$/],
    [['invite', 'focal-points', 'nowhere.csv'], 1, /^nowhere\.csv: cannot be read \(ENOENT\)$/],
    [['invite', 'focal-points', 'a.csv', '--name', 'A'], 2, /^Name focal points in a file or/],
    [['invite'], 2, /missing required argument 'meeting'/],
    [['invite', 'focal-points', '--reason', 'x'], 2, /unknown option '--reason'/],
    [['show', 'focal-points', '--again'], 2, /unknown option '--again'/],
  ])('says in one line what is wrong with %j', async (args, code, err) => {
    const result = await meeting(...args);
    expect([result.code, result.err.length]).toEqual([code, 1]);
    expect(result.err[0]).toMatch(err);
  });
});

describe('npm run meeting -- rotate-link', () => {
  it('ends the old link and sends another', async () => {
    await meeting('invite', 'focal-points', ...one);
    expect(await invitations()).toHaveLength(1);
    const before = await getDelegation(base.store, 'focal-points', 'KH');
    expect((await meeting('rotate-link', 'focal-points', 'KH')).out).toEqual([
      'KH: the old link has ceased; kh@mfa.example gets a new one.',
    ]);
    const after = await getDelegation(base.store, 'focal-points', 'KH');
    if (!before || !after) throw new Error('No delegation');
    expect((await base.app.request(delegationPath(before))).status).toBe(404);
    expect((await base.app.request(delegationPath(after))).status).toBe(200);
    expect(await invitations()).toHaveLength(2);
    expect((await meeting('rotate-link', 'focal-points', 'VN')).err).toEqual([
      'No delegation VN of focal-points has a focal point.',
    ]);
  });
});

describe('npm run meeting -- pending, approve, decline', () => {
  it('lists who waits, and answers in place of a focal point', async () => {
    expect((await meeting('pending', 'focal-points')).out).toEqual(['Nobody waits for an answer.']);
    const withPoint = await validated();
    pretend(withPoint.store, PUBLIC_URL);
    const [a, b, c] = [
      await come(withPoint, 'a'),
      await come(withPoint, 'b', { state: 'VN' }),
      await come(withPoint, 'c', { state: 'VN' }),
    ];
    const { out } = await meeting('pending', 'focal-points');
    expect(out).toHaveLength(3);
    expect(out[0]).toMatch(`${a.reference}, a Chan, a@example.org, Cambodia, since 20`);
    expect(out[0]).toMatch(`focal point ${FOCAL_POINT.email}`);
    expect(out[1]).toMatch(/Viet Nam, .*, no focal point$/);
    expect((await meeting('approve', a.reference.toLowerCase())).out).toEqual([
      `${a.reference}, a Chan: confirmed`,
    ]);
    expect((await meeting('approve', a.reference)).err).toEqual([
      `${a.reference} is confirmed: it does not wait for an answer.`,
    ]);
    const decline = (...reason: string[]) => meeting('decline', b.reference, ...reason);
    expect((await decline()).err).toEqual([
      expect.stringContaining("required option '--reason <text>' not specified"),
    ]);
    expect(await decline('--reason', '')).toMatchObject({
      code: 2,
      err: [expect.stringContaining('Say why, in 1 to 500 characters: people are told.')],
    });
    expect(await decline('--reason', 'See evil.example')).toMatchObject({
      code: 2,
      err: [expect.stringContaining('Leave out web and e-mail addresses')],
    });
    expect((await meeting('decline', b.reference, '--reason', 'Not nominated.')).out).toEqual([
      `${b.reference}, b Chan: declined`,
    ]);
    expect((await meeting('approve', 'FP26-00000')).err).toEqual([
      'There is no registration FP26-00000.',
    ]);
    expect((await seen(withPoint, withPoint.page)).people).toMatchObject([
      { reference: a.reference, status: 'confirmed', decision: { by: 'organiser' } },
    ]);
    expect((await meeting('pending', 'focal-points')).out[0]).toContain(c.reference);
    await expectAgreement(withPoint);
  });
});
