import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf } from '../../../functions/domain/eligibility/category.ts';
import { conventions } from '../../../functions/domain/eligibility/convention.ts';
import { delegationKey } from '../../../functions/domain/eligibility/delegation-key.ts';
import { registrationWindow } from '../../../functions/domain/meeting/meeting.ts';
import { parseReference, referenceFrom } from '../../../functions/domain/registration/reference.ts';
import { dayIn } from '../../../functions/domain/shared/day.ts';
import { emailKey, mailable } from '../../../functions/domain/shared/email.ts';
import { meetingOn } from '../../support/fixtures.ts';

const convention = conventions['diversity-2005'];

describe('category', () => {
  it.each([
    ['KH', 'party'],
    ['EU', 'party'],
    ['TH', 'observer-state'],
    ['NP', 'observer-state'],
    ['TK', 'associate-member'],
    ['VA', 'observer-state'],
  ])('of %s on 4 March 2014 is %s', (state, category) => {
    const decision = categoryOf({ representation: 'state', state }, convention, '2014-03-04');
    expect(decision.category).toBe(category);
  });

  it('of an organisation is its kind, and an individual is a guest', () => {
    const igo = { representation: 'organisation', organisationKind: 'igo' } as const;
    expect(categoryOf(igo, convention, '2014-03-04').category).toBe('igo');
    expect(categoryOf({ representation: 'individual' }, convention, '2014-03-04').category).toBe(
      'guest',
    );
  });
});

describe('registration window', () => {
  const meeting = meetingOn('2026-05-10', {
    registration: { opensOn: '2026-05-01', closesOn: '2026-05-20' },
  });
  it.each([
    ['2026-04-30T16:59:59Z', 'not-yet'],
    ['2026-04-30T17:00:00Z', 'open'],
    ['2026-05-20T16:59:59Z', 'open'],
    ['2026-05-20T17:00:00Z', 'closed'],
  ])('at %s, in Bangkok, is %s', (instant, window) => {
    expect(registrationWindow(meeting, new Date(instant))).toBe(window);
  });
});

describe('reference', () => {
  it('is read back from how people write it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const reference = referenceFrom('BKK14', bytes);
        expect(reference).toMatch(/^BKK14-[0-9A-HJKMNP-TV-Z]{5}$/);
        const [prefix, code = ''] = reference.split('-');
        const misread = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
        expect(parseReference(` ${prefix?.toLowerCase()}-${misread} `)?.reference).toBe(reference);
      }),
    );
  });

  it.each(['', 'BKK14', 'BKK14-7F3K', 'BKK14-7F3KU', 'BKK14-7F3K22', '1A-7F3K2', 'BKK14-7F3K2/x'])(
    'is not %j',
    (typed) => {
      expect(parseReference(typed)).toBeUndefined();
    },
  );
});

describe('e-mail address', () => {
  it.each([
    [' Ada@Example.ORG ', 'Ada@example.org'],
    ['a@münchen.example', 'a@xn--mnchen-3ya.example'],
    ["o'brien+x@a.b.example", "o'brien+x@a.b.example"],
  ])('%j is written to at %s', (typed, address) => {
    expect(mailable(typed)).toBe(address);
  });

  it.each([
    'a',
    '@example.org',
    'a@',
    'a@b',
    'a@b..org',
    'a.@example.org',
    '.a@example.org',
    'a b@example.org',
    'a@exa mple.org',
    'a@example.org,b@example.org',
    '<a@example.org>',
    'a@-x.org',
    'a@127.0.0.1',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.org`,
    'ä@example.org',
  ])('%j is none', (typed) => {
    expect(mailable(typed)).toBeUndefined();
  });

  it('is one person’s in whatever case it is written', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const [lower, upper] = [mailable(address.toLowerCase()), mailable(address.toUpperCase())];
        fc.pre(lower !== undefined && upper !== undefined);
        expect(emailKey(lower ?? '')).toBe(emailKey(upper ?? ''));
      }),
    );
  });
});

describe('delegation', () => {
  it('is one for all spellings of an organisation that differ in case and spaces alone', () => {
    const key = (organisation: string) =>
      delegationKey({ representation: 'organisation', organisation, reference: 'X' });
    expect(key('Arts  Council')).toBe(key('ARTS council'));
    expect(key('Arts Council')).not.toBe(key('Art Council'));
  });
});

describe('the day in a time zone', () => {
  it('is the calendar’s there', () => {
    const instant = new Date('2026-12-31T18:00:00Z');
    expect(dayIn('Asia/Bangkok', instant)).toBe('2027-01-01');
    expect(dayIn('America/Lima', instant)).toBe('2026-12-31');
  });
});
