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
 * What is wrong with one answer: a code, which the catalogue words under `error.*`, and the limit that it
 * passes.
 */
export type AnswerError = {
  readonly path: readonly ['answers', string];
  readonly code: string;
  /** A day, a number, or a number of characters. */
  readonly limit?: string | number | undefined;
};

export type CheckedAnswers =
  | { readonly answers: Answers }
  | { readonly errors: readonly AnswerError[] };

/**
 * The answers of somebody in `category`, of the type that each question wants, in the order of the questions.
 * Whether a question is asked follows from the answers before it. An answer to one that is not asked is
 * dropped: without JavaScript it may have been typed before the answer that it depends on was changed.
 * An answer to a question that the meeting does not have is an error.
 *
 * @param questions all questions of the meeting, as `questionsOf` gives them.
 * @param raw by id; nothing, an empty text and an empty list are no answer.
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
      // Minus nought is nought.
      return between(question, raw + 0, 'too-small', 'too-large');
    case 'yes-no':
      return typeof raw === 'boolean' ? { value: raw } : wrong('yes-or-no');
  }
}

/** What people mean by a number, and what DynamoDB keeps as it is. */
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
