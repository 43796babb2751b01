import type { Category } from '../../domain/eligibility/category.ts';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import type { Answers, Question } from '../../domain/meeting/question.ts';
import { NEEDS_VISA_LETTER } from '../../domain/meeting/question-sets.ts';
import { type AnswerError, checkAnswers } from '../../domain/registration/answers.ts';
import { formAnswers } from '../../domain/registration/form-answers.ts';
import {
  type CheckedRequest,
  type RepresentedRequest,
  registrationRequest,
  representedRequest,
} from '../../domain/registration/registration-request.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { dayInWords } from '../../language/day.ts';
import { t, translateKey } from '../../language/index.ts';
import { labelOf } from '../../language/question.ts';
import { keyIn } from '../../language/text-keys.ts';
import { ERROR_TEXTS } from '../../web/error-texts.ts';
import type { FieldError } from '../../web/problem.tsx';
import { fieldErrors, MOST_ERRORS, pointerTo } from '../../web/validation.ts';
import { representedPart } from './represented.ts';

export type Checking = {
  readonly language: Language;
  readonly meeting: Meeting;
  /** True if the fields come from a form, where every value is text. */
  readonly form: boolean;
  /** Decides the category, if it is not decided by the first day of the meeting. */
  readonly categoryOf?: (who: RepresentedRequest) => Category;
  /** Answers that stay without a check, in place of those among the fields. */
  readonly kept?: Answers | undefined;
};

/**
 * Checks a request: the fields by the schema, the answers by the questions that the meeting asks in this category.
 * Returns all errors together, in the order of the form.
 */
export function checkRequest(
  fields: unknown,
  checking: Checking,
): { readonly request: CheckedRequest } | { readonly errors: readonly FieldError[] } {
  const { language, kept } = checking;
  const parsed = registrationRequest.safeParse(fields);
  const answers = kept === undefined ? checkedAnswers(fields, checking) : { answers: kept };
  if (parsed.success && 'answers' in answers) {
    const visaLetter = parsed.data.visaLetter || answers.answers[NEEDS_VISA_LETTER] === true;
    return { request: { ...parsed.data, visaLetter, answers: answers.answers } };
  }
  const errors = parsed.error ? fieldErrors(language, parsed.error) : [];
  const isLast = ({ pointer }: FieldError) => LAST.includes(pointer);
  return {
    errors: [
      ...errors.filter((error) => !isLast(error)),
      ...('errors' in answers ? answers.errors : []),
      ...errors.filter(isLast),
    ],
  };
}

/** The fields that the form asks after the questions of the meeting. */
const LAST = ['/listConsent', '/privacyNotice'];

function checkedAnswers(
  fields: unknown,
  { language, meeting, form, categoryOf = (who) => categoryAt(meeting, who).category }: Checking,
): { readonly answers: Answers } | { readonly errors: readonly FieldError[] } {
  const { answers = {}, ...others } = { ...(fields as { answers?: unknown }) };
  const represented = representedRequest.safeParse(representedPart(others));
  // The schema reports these errors.
  if (!represented.success || typeof answers !== 'object' || answers === null)
    return { errors: [] };
  const questions = questionsOf(meeting);
  const raw = form ? formAnswers(questions, { ...answers }) : { ...answers };
  const checked = checkAnswers(questions, categoryOf(represented.data), raw);
  if ('answers' in checked) return checked;
  return { errors: answerErrors(language, questions, checked.errors) };
}

/** Errors in answers to the questions of a meeting, in the reader's language. */
export function answerErrors(
  language: Language,
  questions: readonly Question[],
  errors: readonly AnswerError[],
): FieldError[] {
  return errors.slice(0, MOST_ERRORS).map(({ path, code, limit = 0 }) => {
    const question = questions.find(({ id }) => id === path[1]);
    const key = keyIn(ERROR_TEXTS, code) ?? 'error.type';
    const label =
      question === undefined
        ? path[1]
        : t(language, 'error.question', { label: labelOf(language, question) });
    const max = typeof limit === 'string' ? dayInWords(language, limit) : limit;
    const detail = translateKey(language, key, { label, max });
    return { pointer: pointerTo(path), code, detail };
  });
}
