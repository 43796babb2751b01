import * as z from 'zod';
import type { Category } from '../eligibility/category.ts';
import {
  type Answer,
  type Answers,
  isShown,
  type Question,
  questionsFor,
} from '../meeting/question.ts';
import { line, lines } from '../shared/text.ts';

/**
 * What is wrong with one answer: a code, with its wording under `error.*` in the catalogue, and the limit that the
 * answer exceeds.
 */
export type AnswerError = {
  readonly path: readonly ['answers', string];
  readonly code: string;
  /** A day (`YYYY-MM-DD`), a number, or a number of characters. */
  readonly limit?: string | number | undefined;
};

export type CheckedAnswers =
  | { readonly answers: Answers }
  | { readonly errors: readonly AnswerError[] };

/**
 * Checks the answers of a person in `category`, and converts each to the type of its question, in the order of the
 * questions. Earlier answers decide whether a question is asked. An answer to a question that is not asked is dropped,
 * because without JavaScript a person may type it and then change the answer that it depends on. An answer to a
 * question that the meeting does not have is an error.
 *
 * @param questions all questions of the meeting, from `questionsOf`.
 * @param raw by question id. `null`, an empty text and an empty list count as no answer.
 */
export function checkAnswers(
  questions: readonly Question[],
  category: Category,
  raw: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const given = new Map(Object.entries(raw));
  const answers = new Map<string, Answer>();
  const errors: AnswerError[] = [];
  for (const question of questionsFor(questions, category)) {
    if (!isShown(question, Object.fromEntries(answers))) continue;
    const answer = isNone(given.get(question.id))
      ? missing(question)
      : typed(question, given.get(question.id));
    if (answer === undefined) continue;
    if ('value' in answer) answers.set(question.id, answer.value);
    else errors.push({ path: ['answers', question.id], ...answer });
  }
  const known = new Set(questions.map(({ id }) => id));
  for (const id of given.keys())
    if (!known.has(id)) errors.push({ path: ['answers', id], code: 'unknown-field' });
  return errors.length > 0 ? { errors } : { answers: Object.fromEntries(answers) };
}

type Typed = { readonly value: Answer } | Omit<AnswerError, 'path'>;

function isNone(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  return typeof raw === 'string' ? raw.trim() === '' : Array.isArray(raw) && raw.length === 0;
}

const wrong = (code: string, limit?: string | number): Typed => ({
  code,
  ...(limit !== undefined && { limit }),
});

function missing({ required, kind }: Question): Typed | undefined {
  if (!required) return undefined;
  if (kind === 'yes-no') return wrong('yes-or-no');
  return wrong(kind === 'choice' || kind === 'choices' ? 'choose' : 'required');
}

function typed(question: Question, raw: unknown): Typed {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return text(question, raw);
    case 'choice':
      return question.options.some(({ value }) => value === raw)
        ? { value: raw as string }
        : wrong('choose');
    case 'choices': {
      const values = question.options.map(({ value }) => value);
      if (!Array.isArray(raw) || raw.some((one) => !values.includes(one))) return wrong('choose');
      return { value: values.filter((value) => raw.includes(value)) };
    }
    case 'date':
      if (!z.iso.date().safeParse(raw).success) return wrong('date');
      return between(question, raw as string, 'too-early', 'too-late');
    case 'number':
      if (typeof raw !== 'number' || !PLAIN_NUMBER.test(String(raw))) return wrong('number');
      // Converts minus zero to zero.
      return between(question, raw + 0, 'too-small', 'too-large');
    case 'yes-no':
      return typeof raw === 'boolean' ? { value: raw } : wrong('yes-or-no');
  }
}

/** Numbers that people write and that DynamoDB stores without change. */
const PLAIN_NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/;

function text({ kind, maxLength }: Extract<Question, { maxLength: number }>, raw: unknown): Typed {
  const parsed = (kind === 'text' ? line(maxLength) : lines(maxLength)).safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  const code = parsed.error.issues[0]?.message ?? 'type';
  return wrong(code, code === 'too-long' ? maxLength : undefined);
}

function between<T extends string | number>(
  { min, max }: { readonly min?: T | undefined; readonly max?: T | undefined },
  value: T,
  below: string,
  above: string,
): Typed {
  if (min !== undefined && value < min) return wrong(below, min);
  return max !== undefined && value > max ? wrong(above, max) : { value };
}
