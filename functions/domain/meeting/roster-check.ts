import type { Category } from '../eligibility/category.ts';
import { categoryAt } from '../eligibility/category-at-meeting.ts';
import type { Meeting } from './meeting.ts';

/** What is wrong with a roster, and the path in the meeting's definition. */
export type RosterProblem = { readonly path: string; readonly message: string };

/** Checks that the meeting has room for its roster: it names each category, and no ceiling is too low. */
export function rosterProblems(meeting: Meeting): RosterProblem[] {
  const problems: RosterProblem[] = [];
  const people = new Map<Category, number>();
  const roster = meeting.roster ?? [];
  for (const [index, entry] of roster.entries()) {
    const { category } = categoryAt(meeting, entry);
    people.set(category, (people.get(category) ?? 0) + 1);
    if (meeting.categories[category] === undefined)
      problems.push({
        path: `roster[${index}]`,
        message: `is ${category}, which categories does not name`,
      });
  }
  const tooLow = (path: string, ceiling: number | undefined, count: number) => {
    if (ceiling !== undefined && ceiling < count)
      problems.push({ path, message: `is ${ceiling}, but the roster has ${count}` });
  };
  tooLow('ceiling', meeting.ceiling, roster.length);
  for (const [category, count] of people)
    tooLow(`categories.${category}.ceiling`, meeting.categories[category]?.ceiling, count);
  return problems;
}
