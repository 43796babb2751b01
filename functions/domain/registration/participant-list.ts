import { CATEGORIES, type Category } from '../eligibility/category.ts';
import { delegationKey, hasDelegation } from '../eligibility/delegation-key.ts';
import { DELEGATION_ROLES } from '../eligibility/delegation-role.ts';
import type { Language } from '../shared/languages.ts';
import type { Registration } from './registration.ts';

/** The numbers of people and delegations, in total and by category, in the order of the list. */
export type ListTotals = {
  readonly people: number;
  /** States and organisations. Individuals have no delegation. */
  readonly delegations: number;
  /** How many people have dietary or accessibility needs. The list does not say which needs. */
  readonly needs: number;
  /** The categories with at least one person. Their numbers add up to the totals. */
  readonly categories: readonly {
    readonly category: Category;
    readonly people: number;
    readonly delegations: number;
  }[];
};

/** Compares two codes of States in one language, like `compareStates` of language/states.ts. */
type CompareStates = (a: string, b: string) => number;

/** People without an order in the delegation come after people with one. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The people on a list of participants: confirmed people only. The order is category, delegation (alphabetical in
 * `language`), role, the focal point's order, name. People without a known name come last within their role.
 */
export function participants(
  registrations: readonly Registration[],
  language: Language,
  compareStates: CompareStates,
): Registration[] {
  const order = orderOfList(language, compareStates);
  return registrations.filter(({ status }) => status === 'confirmed').sort(order);
}

/** Compares two people by the order of a list of participants. Their status does not matter. */
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

/** 0 for two people of the same delegation, and for two individuals. */
function compareDelegations(
  a: Registration,
  b: Registration,
  compareStates: CompareStates,
  compare: (a: string, b: string) => number,
): number {
  const [left = '', right = ''] = [delegationOf(a), delegationOf(b)];
  if (left === right) return 0;
  if (a.state !== undefined && b.state !== undefined) return compareStates(a.state, b.state);
  // Compares keys instead of typed names, so that all spellings of one delegation stand together. Names that the
  // alphabet treats as equal still belong to two delegations.
  return compare(left, right) || (left < right ? -1 : 1);
}

const delegationOf = (one: Registration): string | undefined =>
  hasDelegation(one) ? delegationKey(one) : undefined;

/**
 * The totals of a list: "n people from m delegations".
 *
 * @param listed the people from `participants`.
 */
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
