import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belongsTo,
  delegatedOf,
  delegationId,
  isDelegationId,
  nominationRefusal,
  replacementRefusal,
} from '../../../functions/domain/delegation/delegation.ts';
import {
  invitation,
  nominateRequest,
} from '../../../functions/domain/delegation/delegation-request.ts';
import {
  besideHead,
  formerHeads,
  placed,
} from '../../../functions/domain/delegation/delegation-roles.ts';
import { delegationSeats } from '../../../functions/domain/delegation/delegation-seats.ts';
import {
  holdsSeat,
  isLive,
  type Registration,
  STATUSES,
} from '../../../functions/domain/registration/registration.ts';
import { transition } from '../../../functions/domain/registration/transitions.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';

const KH = { representation: 'state', state: 'KH' } as const;
const ngo = (organisation: string, organisationKind: 'ngo' | 'igo' = 'ngo') =>
  ({ representation: 'organisation', organisation, organisationKind }) as const;
const now = new Date('2026-06-01T03:00:00Z');
const meeting = meetingOn('2026-06-01');
const over = new Date('2026-12-01T03:00:00Z');
const at = { meeting, now };

describe('what a delegation is called', () => {
  it('is the code of the State, or a short name that all spellings of an organisation share', () => {
    expect(delegationId(KH)).toBe('KH');
    const id = delegationId(ngo('Arts  Council'));
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(delegationId(ngo('ARTS council'))).toBe(id);
    expect(delegationId(ngo('Arts Council', 'igo'))).not.toBe(id);
    expect(delegationId(ngo('KH'))).not.toBe('KH');
    for (const good of ['KH', 'EU', id]) expect(isDelegationId(good)).toBe(true);
    for (const bad of ['', 'kh', 'KHM', 'K1', `${id}0`, id.toUpperCase(), 'KH\n'])
      expect(isDelegationId(bad)).toBe(false);
  });

  it('says whose somebody is, and individuals are nobody’s', () => {
    const delegation = { id: 'KH', meetingId: 'test-meeting' };
    expect(belongsTo(delegation, person())).toBe(true);
    expect(belongsTo(delegation, person({ state: 'VN' }))).toBe(false);
    expect(belongsTo(delegation, person({ meetingId: 'another' }))).toBe(false);
    expect(belongsTo(delegation, person({ ...ngo('KH'), state: undefined }))).toBe(false);
    expect(delegatedOf(person({ representation: 'individual' }))).toBeUndefined();
  });
});

describe('naming a head', () => {
  const head = person({ delegationRole: 'head' });
  const gone = person({ delegationRole: 'head', status: 'withdrawn' });
  const one = person({ delegationRole: 'adviser' });

  it('makes the former head an alternate, or of an organisation a representative', () => {
    const result = placed([head, gone, one], one, { delegationRole: 'head', order: 2 }, at);
    expect(result).toEqual({
      changed: [
        { ...one, delegationRole: 'head', order: 2, version: 2, updatedAt: now.toISOString() },
        { ...head, delegationRole: 'alternate', version: 2, updatedAt: now.toISOString() },
      ],
    });
    const director = person({ ...ngo('A'), state: undefined, delegationRole: 'head' });
    expect(formerHeads([director], 'X', now)).toMatchObject([{ delegationRole: 'representative' }]);
  });

  it('again changes nothing, unless others have called themselves head', () => {
    expect(placed([head, one], head, { delegationRole: 'head' }, at)).toEqual({ changed: [] });
    const other = person({ delegationRole: 'head', status: 'pending' });
    expect(placed([head, other], head, { delegationRole: 'head' }, at)).toMatchObject({
      changed: [{ reference: other.reference, delegationRole: 'alternate' }],
    });
  });

  it('leaves others alone when another role is given', () => {
    expect(placed([head, one], one, { delegationRole: 'delegate' }, at)).toMatchObject({
      changed: [{ reference: one.reference, delegationRole: 'delegate' }],
    });
  });

  it('takes nothing from a head with a seat for who has none', () => {
    for (const status of STATUSES.filter((one) => isLive(one))) {
      const named = person({ delegationRole: 'adviser', status });
      const result = placed([head, named], named, { delegationRole: 'head' }, at);
      expect('refused' in result ? result.refused : undefined).toBe(
        holdsSeat(status) ? undefined : 'head-seated',
      );
      const waiting = person({ delegationRole: 'head', status: 'waitlisted' });
      expect(placed([waiting, named], named, { delegationRole: 'head' }, at)).toMatchObject({
        changed: [{ reference: named.reference }, { delegationRole: 'alternate' }],
      });
    }
  });

  it('is refused for who does not come, for a role of others, and after the meeting', () => {
    const refused = (...[who, role, when]: [typeof one, 'head' | 'staff', Date]) =>
      placed([who], who, { delegationRole: role }, { meeting, now: when });
    expect(refused(gone, 'head', now)).toEqual({ refused: 'not-possible' });
    expect(refused(one, 'staff', now)).toEqual({ refused: 'not-possible' });
    expect(refused(one, 'head', over)).toEqual({ refused: 'meeting-over' });
  });
});

describe('whoever comes to a seat', () => {
  it('is head where nobody is, and else what a former head is', () => {
    const one = person({ delegationRole: 'head' });
    const others = [
      person({ delegationRole: 'head', status: 'pending' }),
      person({ delegationRole: 'head', status: 'withdrawn' }),
      person({ delegationRole: 'alternate' }),
    ];
    expect(besideHead(one, [one, ...others])).toBe(one);
    const head = person({ delegationRole: 'head', status: 'offered' });
    expect(besideHead(one, [head, ...others])).toEqual({ ...one, delegationRole: 'alternate' });
    const adviser = person({ delegationRole: 'adviser' });
    expect(besideHead(adviser, [head])).toBe(adviser);
  });

  it('never makes a second head, whatever people call themselves and whoever is named', () => {
    const step = fc.record({
      who: fc.nat(9),
      does: fc.constantFrom('approve', 'name', 'withdraw'),
      seat: fc.boolean(),
    });
    const seats = [{ scope: 'meeting', shard: 0 }];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const people = Array.from({ length: 10 }, (_, n) =>
          person({ status: 'pending', delegationRole: n % 3 === 0 ? 'delegate' : 'head' }),
        );
        const change = (after: Registration) => {
          people[people.findIndex(({ reference }) => reference === after.reference)] = after;
        };
        for (const { who, does, seat } of steps) {
          const one = people[who] as Registration;
          if (does === 'name') {
            const result = placed(people, one, { delegationRole: 'head' }, at);
            for (const after of 'changed' in result ? result.changed : []) change(after);
          } else {
            const command =
              does === 'approve'
                ? ({ move: does, by: 'focal-point' } as const)
                : ({ move: 'withdraw' } as const);
            const after = transition(one, command, { ...at, seats: seat ? seats : undefined });
            if (!('refused' in after)) change(besideHead(after, people));
          }
          const heads = people.filter(
            ({ delegationRole, status }) => delegationRole === 'head' && holdsSeat(status),
          );
          expect(heads.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('nominating and replacing', () => {
  it('is possible while registration is open, for a category that is admitted', () => {
    expect(nominationRefusal(meeting, KH, now)).toBeUndefined();
    const before = new Date('2026-05-20T00:00:00Z');
    expect(nominationRefusal(meeting, KH, before)).toBe('registration-not-open');
    expect(nominationRefusal(meeting, KH, over)).toBe('registration-closed');
    expect(nominationRefusal(meeting, ngo('A'), now)).toBeUndefined();
    const parties = meetingOn('2026-06-01', { categories: { party: { admission: 'invited' } } });
    expect(nominationRefusal(parties, KH, now)).toBeUndefined();
    expect(nominationRefusal(parties, ngo('A'), now)).toBe('category-not-admitted');
  });

  it.each(STATUSES)('hands a seat on where there is one: %s', (status) => {
    const refusal = replacementRefusal(meeting, person({ status }), now);
    expect(refusal).toBe(status === 'confirmed' ? undefined : 'not-possible');
    expect(replacementRefusal(meeting, person({ status }), over)).toBe('meeting-over');
  });
});

describe('the seats of a delegation', () => {
  const people = [
    person(),
    person({ status: 'offered' }),
    person({ status: 'pending' }),
    person({ status: 'withdrawn' }),
  ];
  type Ceilings = Readonly<Partial<Record<'own' | 'party' | 'ngo', number>>>;
  /** The parts of the counters: the meeting's own has two, over which its ceiling is laid. */
  const parts = ({ own, party, ngo }: Ceilings = {}) => [
    { scope: 'meeting', taken: 6, ceiling: own && own - 3 },
    { scope: 'meeting', taken: 3, ceiling: own && 3 },
    { scope: 'category:party', taken: 4, ceiling: party },
    { scope: 'category:ngo', taken: 5, ceiling: ngo },
  ];
  const seats = (ceilings: Ceilings, delegationCeiling?: number, definition = {}) => {
    const party = { admission: 'open', delegationCeiling };
    const changes = { ...(delegationCeiling && { categories: { party } }), ...definition };
    return delegationSeats(meetingOn('2026-06-01', changes), KH, people, parts(ceilings));
  };

  it.each([
    [{}, undefined, { taken: 2 }],
    [{}, 5, { taken: 2, ceiling: 5, left: 3 }],
    [{ own: 10 }, 5, { taken: 2, ceiling: 5, left: 1 }],
    [{ party: 6 }, 5, { taken: 2, ceiling: 5, left: 2 }],
    [{ own: 9 }, 1, { taken: 2, ceiling: 1, left: 0 }],
    [{ own: 12 }, undefined, { taken: 2, left: 3 }],
    [{ ngo: 5 }, undefined, { taken: 2 }],
  ])('with ceilings %j, and %j for each delegation, are %j', (ceilings, each, expected) => {
    expect(seats(ceilings, each)).toEqual(expected);
  });

  it('are those that its counters give, whatever more the meeting is to have', () => {
    expect(seats({ own: 9 }, undefined, { ceiling: 40 })).toEqual({ taken: 2, left: 0 });
    expect(seats({ own: 9 }, 5, { ceiling: undefined })).toMatchObject({ left: 0 });
  });
});

describe('what a focal point sends', () => {
  const nominee = {
    givenName: 'Rith',
    familyName: 'Sok',
    email: ' Rith@Nominee.example ',
    delegationRole: 'delegate',
    language: 'en',
  };

  it('is checked as what participants send', () => {
    expect(nominateRequest.state.parse(nominee).email).toBe('Rith@nominee.example');
    for (const wrong of [
      { givenName: 'evil.com' },
      { familyName: 'Sok\nBcc: x' },
      { email: 'nobody' },
      { delegationRole: 'representative' },
      { status: 'confirmed' },
      { category: 'party' },
      { state: 'VN' },
    ])
      expect(nominateRequest.state.safeParse({ ...nominee, ...wrong }).success).toBe(false);
  });

  it('takes a focal point for a State or an organisation, and not for both', () => {
    const point = { name: 'Dara Keo', email: 'dara@mfa.example' };
    expect(invitation.parse({ ...point, state: 'KH' })).toMatchObject({ language: 'en' });
    expect(invitation.safeParse({ ...point, organisation: 'A' }).success).toBe(false);
    const both = { ...point, state: 'KH', organisation: 'A', organisationKind: 'ngo' };
    expect(invitation.safeParse(both).success).toBe(false);
    expect(invitation.safeParse(point).success).toBe(false);
  });
});
