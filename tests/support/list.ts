import type { Category } from '../../functions/domain/eligibility/category.ts';
import type { ListTotals } from '../../functions/domain/registration/participant-list.ts';

/** The totals of a list: of each category, in the order of the list, its people and its delegations. */
export function totalsOfCategories(
  counts: Partial<Record<Category, readonly [people: number, delegations: number]>>,
  needs = 0,
): ListTotals {
  const categories = Object.entries(counts).map(([category, [people, delegations]]) => ({
    category: category as Category,
    people,
    delegations,
  }));
  const sum = (of: 'people' | 'delegations') => categories.reduce((all, row) => all + row[of], 0);
  return { people: sum('people'), delegations: sum('delegations'), needs, categories };
}
