import type { Category } from '../eligibility/category.ts';
import type { LocalisedText } from '../shared/languages.ts';
import type { SetName } from './question-set-names.ts';

/** What an answer can be: a text, one or several of the options, a day, a number, yes or no. */
export const QUESTION_KINDS = [
  'text',
  'long-text',
  'choice',
  'choices',
  'date',
  'number',
  'yes-no',
] as const;

/**
 * An answer as it is kept: a text (also for `choice`, the value of the option, and for `date`,
 * `YYYY-MM-DD`), a number, `true` for yes, or the values of the options that were chosen.
 */
export type Answer = string | number | boolean | readonly string[];

/** Answers by the id of their question. What was not asked or not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>;

/** Asked only of those whose answer to an earlier question is `equals`, or has it among what they chose. */
export type Condition = { readonly question: string; readonly equals: string | boolean };

/** One answer to choose. Its text is missing where the catalogue has it. */
export type QuestionOption = {
  readonly value: string;
  readonly label?: LocalisedText | undefined;
};

/** The kind of a question, with the limits of its answers. */
export type QuestionShape =
  | { readonly kind: 'text' | 'long-text'; readonly maxLength: number }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly QuestionOption[] }
  /** First and last day that can be answered. */
  | { readonly kind: 'date'; readonly min?: string | undefined; readonly max?: string | undefined }
  | {
      readonly kind: 'number';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly kind: 'yes-no' };

/** A question without how long its answer is kept. */
export type Unkept = QuestionShape & {
  readonly id: string;
  readonly set?: SetName | undefined;
  readonly label?: LocalisedText | undefined;
  readonly help?: LocalisedText | undefined;
  readonly required: boolean;
  readonly showIf?: Condition | undefined;
  /** Asked of people in these categories alone; missing: of everybody. */
  readonly categories?: readonly Category[] | undefined;
  /** About health, or of use to a thief: kept apart from the register, and on no list. */
  readonly sensitive: boolean;
};

/** A question as it is asked: a meeting's own with its texts, or one of a set with those of the catalogue. */
export type Question = Unkept & {
  /** For how many days after the last day of the meeting the answer is kept. */
  readonly keepDays: number;
};

/** For how many days after the meeting answers are kept where nothing is said: all, and sensitive ones. */
export const KEEP_DAYS = 90;
export const KEEP_DAYS_SENSITIVE = 30;

/** The questions that people of a category are asked, whether or not a condition is met. */
export function questionsFor(questions: readonly Question[], category: Category) {
  return questions.filter(({ categories }) => categories?.includes(category) ?? true);
}

/** Whether a question is asked, given the answers to the questions before it. */
export function isShown({ showIf }: Pick<Question, 'showIf'>, before: Answers): boolean {
  if (showIf === undefined) return true;
  const { question, equals } = showIf;
  const answer = Object.hasOwn(before, question) ? before[question] : undefined;
  return Array.isArray(answer) ? answer.includes(equals) : answer === equals;
}
