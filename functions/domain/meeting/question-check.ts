import { questionsOf } from './meeting-questions.ts';
import { type Condition, isShown, type Question } from './question.ts';
import type { QuestionEntry } from './question-entry.ts';

/** What is wrong with a list of questions, and the path in that list. */
export type QuestionProblem = { readonly path: (string | number)[]; readonly message: string };

/** Days of any meeting, to expand sets. */
const ANY_DAYS = { startsOn: '2026-01-01', endsOn: '2026-01-01' };

/**
 * Finds what a schema cannot: repeated ids and values, limits in the wrong order, and conditions that no answer
 * satisfies.
 */
export function questionProblems(entries: readonly QuestionEntry[]): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const ids = new Set(laidOut(entries).map(({ id }) => id));
  const earlier = new Map<string, Question>();
  for (const [index, entry] of entries.entries()) {
    const complain = (message: string, ...path: (string | number)[]) =>
      problems.push({ path: [index, ...path], message });
    const mine = laidOut([entry]);
    const again = mine.find(({ id }) => earlier.has(id));
    if (again) complain(`${again.id} is asked already`, 'set' in entry ? 'set' : 'id');
    if (!('set' in entry)) {
      limitProblems(entry, complain);
      if (entry.showIf) conditionProblems(entry.showIf, entry.sensitive, ids, earlier, complain);
    }
    for (const question of mine) earlier.set(question.id, question);
  }
  return problems;
}

const laidOut = (questions: readonly QuestionEntry[]) =>
  questionsOf({ ...ANY_DAYS, questions: [...questions] });

type Complain = (message: string, ...path: (string | number)[]) => void;

function limitProblems(entry: Exclude<QuestionEntry, { set: string }>, complain: Complain): void {
  if (entry.kind === 'date' || entry.kind === 'number') {
    const { min, max } = entry;
    if (min !== undefined && max !== undefined && max < min) complain('is below min', 'max');
  }
  if (entry.kind !== 'choice' && entry.kind !== 'choices') return;
  const values = entry.options.map(({ value }) => value);
  for (const [at, value] of values.entries())
    if (values.indexOf(value) < at) complain(`${value} is there already`, 'options', at, 'value');
}

/** A condition must be on an earlier question, so that conditions cannot form a circle. */
function conditionProblems(
  { question, equals }: Condition,
  sensitive: boolean,
  ids: ReadonlySet<string>,
  earlier: ReadonlyMap<string, Question>,
  complain: Complain,
): void {
  const on = earlier.get(question);
  if (on === undefined) {
    const why = ids.has(question) ? 'is not asked before this one' : 'is the id of no question';
    complain(why, 'showIf', 'question');
    return;
  }
  if (on.kind !== 'choice' && on.kind !== 'choices' && on.kind !== 'yes-no') {
    complain('is not a choice, choices or yes-no', 'showIf', 'question');
    return;
  }
  const possible = on.kind === 'yes-no' ? [true, false] : on.options.map(({ value }) => value);
  const shown = possible.some((answer) =>
    isShown({ showIf: { question, equals } }, { [question]: answer }),
  );
  if (!shown) complain(`is not an answer to ${question}`, 'showIf', 'equals');
  // The fact that a dependent question was answered reveals the sensitive answer.
  if (on.sensitive && !sensitive)
    complain(`must be true, because it depends on ${question}, which is sensitive`, 'sensitive');
}
