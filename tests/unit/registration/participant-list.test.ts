import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../functions/domain/eligibility/category.ts';
import { participants, totalsOf } from '../../../functions/domain/registration/participant-list.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { compareStates } from '../../../functions/language/states.ts';
import { totalsOfCategories } from '../../support/list.ts';
import { person } from '../../support/person.ts';

const inEnglish = (people: readonly Registration[]) =>
  participants(people, 'en', compareStates('en'));
const organisation = (name: string, more: Partial<Registration> = {}) =>
  person({ representation: 'organisation', organisation: name, category: 'ngo', ...more });

describe('the order of a list of participants', () => {
  it('puts Parties first, then observers, organisations, and those who run the meeting', () => {
    const people = [...CATEGORIES].reverse().map((category) => person({ category }));
    expect(inEnglish(people).map(({ category }) => category)).toEqual(CATEGORIES);
  });

  it('follows the alphabet of the language it is read in', () => {
    const people = ['KR', 'US', 'BD', 'CI'].map((state) => person({ state }));
    const states = (list: readonly Registration[]) => list.map(({ state }) => state);
    // Bangladesh, Côte d'Ivoire, Republic of Korea, United States of America
    expect(states(inEnglish(people))).toEqual(['BD', 'CI', 'KR', 'US']);
    // Bangladesh, Côte d'Ivoire, États-Unis d'Amérique, République de Corée
    expect(states(participants(people, 'fr', compareStates('fr')))).toEqual([
      'BD',
      'CI',
      'US',
      'KR',
    ]);
  });

  it('puts the head of a delegation first, then the others by role and by family name', () => {
    const people = [
      person({ delegationRole: 'adviser', familyName: 'Abara' }),
      person({ delegationRole: 'delegate', familyName: 'Zhou' }),
      person({ delegationRole: 'delegate', familyName: 'Étienne' }),
      person({ delegationRole: 'delegate', familyName: undefined, givenName: undefined }),
      person({ delegationRole: 'delegate', familyName: 'Farah' }),
      person({ delegationRole: 'head', familyName: 'Zulu' }),
    ];
    expect(inEnglish(people).map(({ familyName }) => familyName)).toEqual([
      'Zulu',
      'Étienne',
      'Farah',
      'Zhou',
      undefined,
      'Abara',
    ]);
  });

  it('follows the order that a focal point gave within a role, then the names', () => {
    const people = [
      person({ familyName: 'Abara' }),
      person({ familyName: 'Zhou', order: 1 }),
      person({ familyName: 'Farah', order: 2 }),
      person({ familyName: 'Ek', order: 2 }),
      person({ familyName: 'Zulu', delegationRole: 'head', order: 9 }),
    ];
    expect(inEnglish(people).map(({ familyName }) => familyName)).toEqual([
      'Zulu',
      'Zhou',
      'Ek',
      'Farah',
      'Abara',
    ]);
  });

  it('keeps an organisation together however it is spelt, and apart from one that sorts alike', () => {
    const people = [
      organisation('Arts Council', { familyName: 'C', delegationRole: 'staff' }),
      organisation('Arts-Council', { familyName: 'B', delegationRole: 'head' }),
      organisation('ARTS  council', { familyName: 'A', delegationRole: 'head' }),
    ];
    const names = inEnglish(people).map(({ familyName }) => familyName);
    expect(Math.abs(names.indexOf('A') - names.indexOf('C'))).toBe(1);
    expect(totalsOf(people).delegations).toBe(2);
  });

  it('leaves out who has withdrawn, and does not depend on the order it is given', () => {
    const anyone = fc.record({
      category: fc.constantFrom(...CATEGORIES),
      state: fc.constantFrom('BD', 'KH', 'NP'),
      delegationRole: fc.constantFrom('head', 'delegate', 'adviser'),
      status: fc.constantFrom('confirmed', 'withdrawn'),
      familyName: fc.constantFrom('A', 'B', undefined),
    });
    fc.assert(
      fc.property(
        fc.array(anyone, { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (all, random) => {
          const people = all.map((one) => person(one));
          const shuffled = people
            .map((one) => ({ one, key: random.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          expect(inEnglish(shuffled)).toEqual(inEnglish(people));
          expect(inEnglish(people)).toHaveLength(
            people.filter(({ status }) => status === 'confirmed').length,
          );
        },
      ),
    );
  });
});

describe('the totals of a list', () => {
  it('counts people and the delegations they come from, by category', () => {
    const people = [
      person({ state: 'KH' }),
      person({ state: 'KH' }),
      person({ state: 'BD' }),
      person({ state: 'NP', category: 'observer-state' }),
      organisation('Arts Council'),
      person({ representation: 'individual', category: 'guest' }),
    ];
    expect(totalsOf(inEnglish(people))).toEqual(
      totalsOfCategories({ party: [3, 2], 'observer-state': [1, 1], ngo: [1, 1], guest: [1, 0] }),
    );
  });

  it('adds up, also when one organisation is there on two footings', () => {
    const totals = totalsOf([
      organisation('UNESCO', { category: 'host' }),
      organisation('UNESCO', { category: 'secretariat' }),
    ]);
    expect(totals.delegations).toBe(2);
    expect(totals.categories.map(({ delegations }) => delegations)).toEqual([1, 1]);
  });

  it('counts who has stated a need', () => {
    const needing = () => person({ hasNeeds: true });
    expect(totalsOf([needing(), person(), needing()]).needs).toBe(2);
  });
});
