import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES_OF } from '../../../functions/domain/eligibility/delegation-role.ts';
import { erased } from '../../../functions/domain/privacy/erase.ts';
import {
  changedFields,
  EDITABLE_FIELDS,
  editable,
  edited,
  leaves,
  type Wanted,
} from '../../../functions/domain/registration/edit.ts';
import {
  isNotifiable,
  notifiableChanges,
} from '../../../functions/domain/registration/notifiable-changes.ts';
import {
  holdsSeat,
  isLive,
  type Registration,
  STATUSES,
  type Status,
} from '../../../functions/domain/registration/registration.ts';
import { isSameName } from '../../../functions/domain/registration/same-name.ts';
import type { Sensitive } from '../../../functions/domain/registration/sensitive-data.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';

const meeting = meetingOn('2026-05-10', {
  categories: {
    party: { admission: 'open' },
    'observer-state': { admission: 'validated' },
    igo: { admission: 'open' },
    ngo: { admission: 'validated' },
    media: { admission: 'invited' },
    guest: { admission: 'open' },
  },
});
const open = new Date('2026-05-11T09:00:00Z');
const closed = new Date(`${addDays(meeting.registration.closesOn, 1)}T09:00:00Z`);
const over = new Date(`${addDays(meeting.endsOn, 1)}T12:00:00Z`);
const HERE = [{ scope: 'meeting', shard: 0 }];
const THERE = [{ scope: 'meeting', shard: 1 }];

function inState(status: Status, what: Partial<Registration> = {}): Registration {
  return person({
    status,
    version: 4,
    seats: holdsSeat(status) ? HERE : [],
    ...(status === 'waitlisted' && { waitingSince: '2026-05-01T00:00:00.000Z' }),
    ...(status === 'offered' && { offeredUntil: '2027-01-01T00:00:00.000Z' }),
    ...what,
  });
}

/** What a registration says, with what a test changes. */
function wantedOf(one: Registration, changes: Record<string, unknown> = {}): Wanted {
  const submitted: Record<string, unknown> = { ...one };
  const fields = EDITABLE_FIELDS.map((field) => [field, submitted[field]]);
  return { ...Object.fromEntries(fields), privacyNotice: true, ...changes } as Wanted;
}
const ngo = {
  representation: 'organisation',
  state: undefined,
  organisation: 'Culture Watch',
  organisationKind: 'ngo',
  delegationRole: 'head',
};

/** A registration with which `submitted` was submitted. */
const seen = (registration: Registration, submitted: Sensitive = {}) => ({
  registration,
  submitted,
});

const edit = (before: Registration, changes: Record<string, unknown>, now = open) =>
  edited(seen(before), wantedOf(before, changes), { meeting, now, seats: THERE });

describe('what may still be changed', () => {
  it.each([
    ['pending', 'all', 'details'],
    ['waitlisted', 'all', 'details'],
    ['offered', 'all', 'details'],
    ['confirmed', 'all', 'details'],
  ] as const)('%s: %s while registration is open, then %s, then nothing', (status, first, then) => {
    const one = inState(status);
    expect(editable(one, meeting, open)).toBe(first);
    expect(editable(one, meeting, closed)).toBe(then);
    expect(editable(one, meeting, over)).toEqual({ refused: 'meeting-over' });
    const lastDay = new Date(`${meeting.endsOn}T12:00:00Z`);
    expect(editable(one, meeting, lastDay)).toBe('details');
  });

  it.each(['declined', 'withdrawn'] as const)('%s: nothing', (status) => {
    expect(edit(inState(status), { phone: '+66 2 391 0577' })).toEqual({
      refused: 'not-possible',
    });
  });

  it('is nothing of an offer that is over', () => {
    const one = inState('offered', { offeredUntil: '2026-05-11T09:00:00.000Z' });
    expect(edit(one, { phone: '+66 2 391 0577' })).toEqual({ refused: 'offer-expired' });
  });

  it('is neither whom one represents nor a known address once registration is closed', () => {
    const one = inState('confirmed');
    const refused = { refused: 'registration-closed' };
    expect(edit(one, { state: 'VN' }, closed)).toEqual(refused);
    expect(edit(one, { email: 'other@example.org' }, closed)).toEqual(refused);
    expect(edit(one, { position: 'Minister', delegationRole: 'head' }, closed)).toMatchObject({
      position: 'Minister',
      delegationRole: 'head',
    });
    const sameAddress = one.email?.replace('person', 'PERSON');
    expect(edit(one, { email: sameAddress }, closed)).toMatchObject({ email: sameAddress });
    const without = inState('confirmed', { email: undefined });
    expect(edit(without, { email: 'first@example.org' }, closed)).toMatchObject({
      email: 'first@example.org',
    });
  });
});

describe('whom one represents', () => {
  /** What a delegation gives a person. The person loses all of it on leaving the delegation. */
  const given = {
    decision: { by: 'organiser', at: '' },
    nominated: true,
    nominatedBy: 'Dara Keo',
    order: 2,
    codeLabel: 'Cambodia',
    validatedName: { givenName: 'Ada', familyName: 'Exampel' },
  } as const;
  const from = (status: Status) => inState(status, given);
  it.each([
    ['confirmed', 'VN', 'confirmed', THERE],
    ['offered', 'VN', 'offered', THERE],
    ['waitlisted', 'VN', 'waitlisted', []],
    // As somebody who registers there: see below for where no seat is free.
    ['pending', 'VN', 'confirmed', THERE],
    ['confirmed', 'NP', 'pending', []],
    ['offered', 'NP', 'pending', []],
    // Nobody who has not been validated may come in by the line.
    ['waitlisted', 'NP', 'pending', []],
    ['pending', 'NP', 'pending', []],
  ] as const)('%s, to %s: %s', (status, state, expected, seats) => {
    const after = edit(from(status), { state });
    expect(after).toMatchObject({
      status: expected,
      seats,
      state,
      category: state === 'VN' ? 'party' : 'observer-state',
    });
    if ('refused' in after) throw new Error(after.refused);
    for (const field of Object.keys(given)) expect(after).not.toHaveProperty(field);
    expect(after.waitingSince).toBe(expected === 'waitlisted' ? open.toISOString() : undefined);
    expect(after.offeredUntil !== undefined).toBe(expected === 'offered');
  });

  it('puts into the line whoever waited for a yes that nobody gives there, where no seat is free', () => {
    const before = inState('pending');
    const wanted = wantedOf(before, { state: 'VN' });
    expect(edited(seen(before), wanted, { meeting, now: open })).toMatchObject({
      status: 'waitlisted',
      seats: [],
      waitingSince: open.toISOString(),
    });
  });

  it('is refused where the category is closed, or is only invited', () => {
    const refused = { refused: 'category-not-admitted' };
    expect(edit(inState('confirmed'), { ...ngo, organisationKind: 'media' })).toEqual(refused);
    expect(edit(inState('confirmed'), { ...ngo, organisationKind: 'host' })).toEqual(refused);
  });

  it('keeps state and seats in the same delegation, however it is spelled', () => {
    const one = inState('confirmed', {
      ...(ngo as Partial<Registration>),
      category: 'ngo',
    });
    const after = edit(one, { organisation: 'CULTURE  WATCH' });
    expect(after).toMatchObject({ status: 'confirmed', seats: HERE, category: 'ngo' });
    expect(edit(one, { organisation: 'Culture Wash' })).toMatchObject({ status: 'pending' });
  });

  it('stays by the category it was given, while it is not changed', () => {
    const one = inState('confirmed', { state: 'NP', category: 'party' });
    expect(edit(one, { phone: '+66 2 391 0577' })).toMatchObject({ category: 'party' });
  });
});

describe('another person’s name where people are validated', () => {
  const validated = (status: Status, what: Partial<Registration> = {}) =>
    inState(status, { state: 'NP', category: 'observer-state', order: 1, ...what });

  it.each(['waitlisted', 'offered', 'confirmed'] as const)('%s: needs a new yes', (status) => {
    for (const yes of [
      { decision: { by: 'focal-point', at: '2026-05-02' } },
      { nominated: true, nominatedBy: 'Dara Keo', privacyNotice: undefined },
      { codeLabel: 'Nepal' },
    ] as const) {
      const after = edit(validated(status, yes), { givenName: 'Grace', email: 'g@example.org' });
      expect(after).toMatchObject({ status: 'pending', seats: [], givenName: 'Grace' });
      for (const gone of ['waitingSince', 'offeredUntil', 'order', ...Object.keys(yes)])
        if (gone !== 'privacyNotice') expect(after).not.toHaveProperty(gone);
    }
    expect(edit(validated(status), { givenName: 'Grace' }, closed)).toMatchObject({
      status: 'pending',
    });
  });

  it.each([
    { givenName: 'ÁDA' },
    { givenName: 'Example', familyName: 'Ada' },
    { familyName: 'Exmaple' },
    { position: 'Minister', phone: '+66 2 391 0577', email: 'new@example.org', title: 'Dr' },
    { delegationRole: 'head', institution: 'Ministry' },
  ])('keeps the yes and the seat with %j', (changes) => {
    const before = validated('confirmed', { decision: { by: 'focal-point', at: '' } });
    expect(edit(before, changes)).toMatchObject({
      status: 'confirmed',
      seats: HERE,
      decision: before.decision,
      order: 1,
    });
  });

  it('does not lead to another person by small steps', () => {
    let one = validated('confirmed', { familyName: 'Hopper' });
    const steps = ['Hoppper', 'Happper', 'Harpper'];
    const statuses = steps.map((familyName) => {
      one = edit(one, { familyName }) as Registration;
      return one.status;
    });
    expect(statuses).toEqual(['confirmed', 'pending', 'pending']);
    const back = edit(validated('confirmed', { familyName: 'Hopper' }), { familyName: 'Hoper' });
    expect(back).toMatchObject({ validatedName: { familyName: 'Hopper', givenName: 'Ada' } });
    expect(edit(back as Registration, { familyName: 'Hoppper' })).toMatchObject({
      status: 'confirmed',
    });
  });

  it('is nobody’s business where people are not validated, or have not been yet', () => {
    const elsewhere = inState('confirmed');
    expect(edit(elsewhere, { givenName: 'Grace' })).toMatchObject({
      status: 'confirmed',
      seats: HERE,
    });
    const pending = validated('pending');
    expect(edit(pending, { givenName: 'Grace' })).toMatchObject({ status: 'pending', order: 1 });
  });

  it('completes a person from a roster who had no name', () => {
    const nobody = { givenName: undefined, familyName: undefined, fromRoster: true } as const;
    const one = validated('confirmed', nobody);
    expect(edit(one, { givenName: 'Grace', familyName: 'Hopper' })).toMatchObject({
      status: 'confirmed',
    });
    const chan = validated('confirmed', { givenName: undefined, familyName: 'Chan' });
    expect(edit(chan, { givenName: 'Sophea', familyName: 'CHAN' })).toMatchObject({
      status: 'confirmed',
    });
    expect(edit(chan, { givenName: 'Sophea', familyName: 'Sok' })).toMatchObject({
      status: 'pending',
    });
  });
});

describe('a registration that others made', () => {
  it('accepts the privacy notice with the first saving, even if nothing else changes', () => {
    const one = inState('confirmed', { privacyNotice: undefined, nominated: true });
    const after = edit(one, {});
    expect(after).toMatchObject({
      privacyNotice: { version: '2026-1', acceptedAt: open.toISOString() },
      version: 5,
      nominated: true,
    });
    const later = edit(after as Registration, { phone: '+66 2 391 0577' }, closed);
    expect(later).toMatchObject({ privacyNotice: { acceptedAt: open.toISOString() } });
  });
});

describe('what the participant is told of', () => {
  it.each([
    [{ phone: '+66 2 391 0577', dietary: 'Vegan' }, []],
    [{ listConsent: 'none', language: 'fr' }, []],
    [{ title: 'Dr' }, ['name']],
    [{ givenName: 'Grace', delegationRole: 'head' }, ['name', 'role']],
    [{ email: 'new@example.org' }, ['email']],
    [{ state: 'VN' }, ['representation']],
  ])('of %o: %o', (changes, told) => {
    const before = inState('confirmed');
    const after = edit(before, changes) as Registration;
    expect(notifiableChanges(before, after)).toEqual(told);
    expect(after.lastMessageAt).toBe(told.length > 0 ? open.toISOString() : undefined);
  });

  it('is not that an address is spelled otherwise', () => {
    const before = inState('confirmed', { email: 'one@example.org' });
    const after = edit(before, { email: 'One@example.org' }) as Registration;
    expect(isNotifiable(before, after)).toBe(false);
  });
});

const anyWanted = (before: Registration) =>
  fc
    .oneof(
      fc.record({
        representation: fc.constant('state'),
        state: fc.constantFrom('KH', 'VN', 'NP', 'TK'),
      }),
      fc.record({
        representation: fc.constant('organisation'),
        organisation: fc.constantFrom('ASEAN', 'asean', 'Culture Watch'),
        organisationKind: fc.constantFrom('igo', 'ngo', 'media', 'host'),
      }),
      fc.record({ representation: fc.constant('individual') }),
    )
    .chain((represented) =>
      fc
        .record({
          delegationRole: fc.constantFrom(
            ...ROLES_OF[represented.representation as 'state' | 'organisation' | 'individual'],
          ),
          phone: fc.constantFrom(undefined, '+66 2 391 0577'),
          givenName: fc.constantFrom('Ada', 'Grace'),
          familyName: fc.constantFrom('Example', 'EXAMPLE', 'Exmaple', 'Exampla'),
          email: fc.constantFrom(before.email, 'new@example.org'),
        })
        .map((rest) =>
          wantedOf(before, {
            state: undefined,
            organisation: undefined,
            organisationKind: undefined,
            ...represented,
            ...rest,
          }),
        ),
    );

describe('whatever is edited, whenever', () => {
  const registrations = fc
    .record({
      status: fc.constantFrom(...STATUSES),
      accepted: fc.boolean(),
      validated: fc.boolean(),
      seat: fc.boolean(),
      hours: fc.integer({ min: -100, max: 2000 }),
    })
    .chain(({ status, accepted, validated, seat, hours }) => {
      const before = inState(status, {
        ...(accepted ? {} : { privacyNotice: undefined }),
        ...(validated && { state: 'NP', category: 'observer-state' }),
        decision: { by: 'focal-point', at: '2026-05-02' },
        order: 1,
      });
      // Whoever has a seat goes over with a seat or not at all: that is the caller's to see to.
      const seats = seat || holdsSeat(status) ? THERE : undefined;
      const now = new Date(open.getTime() + hours * 3_600_000);
      return anyWanted(before).map((wanted) => ({ before, wanted, now, seats }));
    });

  it('keeps the rules', () => {
    fc.assert(
      fc.property(registrations, ({ before, wanted, now, seats }) => {
        const after = edited(seen(before), wanted, { meeting, now, seats });
        const may = editable(before, meeting, now);
        if (typeof may === 'object') {
          expect(after).toEqual(may);
          return;
        }
        if ('refused' in after) return;
        expect(isLive(after.status)).toBe(true);
        expect(holdsSeat(after.status)).toBe(after.seats.length > 0);
        const leaving = leaves(before, wanted, meeting);
        const admission = meeting.categories[after.category]?.admission;
        const isAnother =
          before.status !== 'pending' && admission === 'validated' && !isSameName(before, wanted);
        // It leads back to the wait for a yes; from there to where nobody gives one, as a registration does.
        const expected = () => {
          if (leaving ? admission === 'validated' : isAnother) return 'pending';
          if (!leaving || before.status !== 'pending') return before.status;
          return seats ? 'confirmed' : 'waitlisted';
        };
        expect(after.status).toBe(expected());
        // Nothing that was decided of somebody else, or elsewhere, goes along.
        const decided = leaving || isAnother ? [undefined, undefined] : [before.decision, 1];
        expect([after.decision, after.order]).toEqual(decided);
        expect(after.waitingSince !== undefined).toBe(after.status === 'waitlisted');
        expect(after.offeredUntil !== undefined).toBe(after.status === 'offered');
        for (const name of ['reference', 'secret', 'meetingId', 'registeredAt'] as const)
          expect(after[name]).toBe(before[name]);
        if (may === 'details') {
          expect([after.state, after.email]).toEqual([before.state, before.email]);
          expect(after.category).toBe(before.category);
        }
        if (leaving) expect(['open', 'validated']).toContain(admission);
        else if (!isAnother) expect(after.seats).toEqual(before.seats);
        if (changedFields(seen(before), wanted).length === 0 && before.privacyNotice)
          expect(after).toBe(before);
        else expect(after.version).toBe(before.version + 1);
        // Saving the same again changes nothing.
        const { dietary, accessibility, answers } = wanted;
        const saved = seen(after, { dietary, accessibility, answers });
        expect(changedFields(saved, wanted)).toEqual([]);
        expect(edited(saved, wanted, { meeting, now, seats })).toBe(after);
      }),
    );
  });
});

describe('erasing', () => {
  const named = {
    secret: 'a-private-link',
    title: 'Dr',
    position: 'Director',
    institution: 'Ministry',
    phone: '+66 2 391 0577',
    dietary: 'Vegan',
    accessibility: 'Ramp',
    decision: { by: 'organiser', at: '2026-05-01', reason: 'Ada is not known here' },
    messageIds: ['TEST-1-confirmation-v1'],
    lastMessageAt: '2026-05-01',
  } as const;

  it.each(STATUSES)('%s: leaves a count of nobody, and no way in', (status) => {
    const before = inState(status, named);
    const after = erased(before, { meeting, now: open });
    const text = JSON.stringify(after);
    for (const trace of ['Ada', 'Example', before.email, before.secret, 'Vegan', 'Director', '391'])
      expect(text).not.toContain(trace);
    expect(after).toMatchObject({
      status: status === 'declined' ? 'declined' : 'withdrawn',
      category: 'party',
      state: 'KH',
      seats: [],
      registeredAt: before.registeredAt,
      erasedAt: open.toISOString(),
    });
  });

  it('keeps of an organisation its kind alone', () => {
    const before = inState('confirmed', { ...(ngo as Partial<Registration>), category: 'ngo' });
    const after = erased(before, { meeting, now: open });
    expect(JSON.stringify(after)).not.toContain('Culture Watch');
    expect(after).toMatchObject({ category: 'ngo', delegationRole: 'representative' });
  });

  it('leaves whoever took part among those who did, once the meeting is over', () => {
    const after = erased(inState('confirmed', named), { meeting, now: over });
    expect(after).toMatchObject({ status: 'confirmed', seats: HERE });
    expect(after.givenName).toBeUndefined();
  });
});
