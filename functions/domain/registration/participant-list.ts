import { CATEGORIES, type Category } from '../eligibility/category.ts';
import { delegationKey, hasDelegation } from '../eligibility/delegation-key.ts';
import { DELEGATION_ROLES } from '../eligibility/delegation-role.ts';
import type { Language } from '../shared/languages.ts';
import type { Registration } from './registration.ts';

/** How many people of how many delegations, in all and by category, in the order of the list. */
export type ListTotals = {
  readonly people: number;
  /** States and organisations. Individuals belong to none. */
  readonly delegations: number;
  /** How many people have stated dietary or accessibility needs; which ones a list does not say. */
  readonly needs: number;
  /** The categories that have somebody. Their figures add up to those of the whole list. */
  readonly categories: readonly {
    readonly category: Category;
    readonly people: number;
    readonly delegations: number;
  }[];
};

/** Compares two codes of States, as `compareStates` of language/states.ts does in a language. */
type CompareStates = (a: string, b: string) => number;

/** Whoever was given no place in the delegation comes after those who were. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The people on a list of participants, in its order: by category; within a category by delegation, in the
 * alphabet of `language`; within a delegation by role, then as its focal point has put them, then by name. Only those who are confirmed are on
 * it. People whose names are not known follow the others of their role.
 */
export function participants(
  registrations: readonly Registration[],
  language: Language,
  compareStates: CompareStates,
): Registration[] {
  const order = orderOfList(language, compareStates);
  return registrations.filter(({ status }) => status === 'confirmed').sort(order);
}

/** The order of a list of participants, for people in any state. */
export function orderOfList(language: Language, compareStates: CompareStates) {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true });
  const names = (a = '', b = '') => Number(a === '') - Number(b === '') || compare(a, b);
  return (a: Registration, b: Registration) =>
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
    compareDelegations(a, b, compareStates, compare) ||
    DELEGATION_ROLES.indexOf(a.delegationRole) - DELEGATION_ROLES.indexOf(b.delegationRole) ||
    (a.order ?? LAST) - (b.order ?? LAST) ||
    names(a.familyName, b.familyName) ||
    names(a.givenName, b.givenName) ||
    (a.reference < b.reference ? -1 : 1);
}

/** Zero for two people of one delegation, and for two individuals, as they have none. */
function compareDelegations(
  a: Registration,
  b: Registration,
  compareStates: CompareStates,
  compare: (a: string, b: string) => number,
): number {
  const [left = '', right = ''] = [delegationOf(a), delegationOf(b)];
  if (left === right) return 0;
  if (a.state !== undefined && b.state !== undefined) return compareStates(a.state, b.state);
  // By key and not by the name as typed, so that all its spellings stand in one place; and names that
  // the alphabet does not tell apart still belong to two delegations.
  return compare(left, right) || (left < right ? -1 : 1);
}

const delegationOf = (one: Registration): string | undefined =>
  hasDelegation(one) ? delegationKey(one) : undefined;

/** The totals of a list, "n people from m delegations". @param listed as `participants` gives them. */
export function totalsOf(listed: readonly Registration[]): ListTotals {
  const categories = CATEGORIES.flatMap((category) => {
    const members = listed.filter((one) => one.category === category);
    const delegations = new Set(members.map(delegationOf).filter((key) => key !== undefined)).size;
    return members.length === 0 ? [] : [{ category, people: members.length, delegations }];
  });
  return {
    people: listed.length,
    delegations: categories.reduce((sum, { delegations }) => sum + delegations, 0),
    needs: listed.filter(({ hasNeeds }) => hasNeeds).length,
    categories,
  };
}
