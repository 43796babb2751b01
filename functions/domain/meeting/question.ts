import type { Category } from '../eligibility/category.ts';
import type { LocalisedText } from '../shared/languages.ts';
import type { SetName } from './question-set-names.ts';

/**
 * An answer as the registry stores it: a text (for `choice` the value of the option, for `date` `YYYY-MM-DD`), a
 * number, `true` for yes, or the values of the chosen options.
 */
export type Answer = string | number | boolean | readonly string[];

/** Answers by question id. A question without an answer is missing. */
export type Answers = Readonly<Record<string, Answer>>;

/** The condition of a question: the answer to an earlier question is `equals` or contains it. */
export type Condition = { readonly question: string; readonly equals: string | boolean };

/** One option. Its label is missing if the catalogue has it. */
type QuestionOption = {
  readonly value: string;
  readonly label?: LocalisedText | undefined;
};

/** The kind of a question, with the limits of its answers. */
export type QuestionShape =
  | { readonly kind: 'text' | 'long-text'; readonly maxLength: number }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly QuestionOption[] }
  /** The first and the last possible day. */
  | { readonly kind: 'date'; readonly min?: string | undefined; readonly max?: string | undefined }
  | {
      readonly kind: 'number';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly kind: 'yes-no' };

/** A question without its retention. */
export type Unkept = QuestionShape & {
  readonly id: string;
  readonly set?: SetName | undefined;
  readonly label?: LocalisedText | undefined;
  readonly help?: LocalisedText | undefined;
  readonly required: boolean;
  readonly showIf?: Condition | undefined;
  /** Only people in these categories are asked. If missing, everybody is asked. */
  readonly categories?: readonly Category[] | undefined;
  /** The answer is about health or travel documents. It is stored in the vault and is on no list. */
  readonly sensitive: boolean;
};

/** A question of the meeting with its texts, or a question of a set with texts in the catalogue. */
export type Question = Unkept & {
  /** How many days after the last day of the meeting the answer is kept. */
  readonly keepDays: number;
};

/** How many days after the meeting answers are kept by default: other answers, and sensitive answers. */
export const KEEP_DAYS = 90;
export const KEEP_DAYS_SENSITIVE = 30;

/** The questions for people of a category, before conditions are checked. */
export function questionsFor(questions: readonly Question[], category: Category) {
  return questions.filter(({ categories }) => categories?.includes(category) ?? true);
}

/** True if a question is asked, given the answers to earlier questions. */
export function isShown({ showIf }: Pick<Question, 'showIf'>, before: Answers): boolean {
  if (showIf === undefined) return true;
  const { question, equals } = showIf;
  const answer = Object.hasOwn(before, question) ? before[question] : undefined;
  return Array.isArray(answer) ? answer.includes(equals) : answer === equals;
}
