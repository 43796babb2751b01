import type { Category } from '../../domain/eligibility/category.ts';
import { categoryAt } from '../../domain/eligibility/category-at.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import type { Answers } from '../../domain/meeting/question.ts';
import { NEEDS_VISA_LETTER } from '../../domain/meeting/question-sets.ts';
import { checkAnswers } from '../../domain/registration/answers.ts';
import { formAnswers } from '../../domain/registration/form-answers.ts';
import {
  type CheckedRequest,
  type RepresentedRequest,
  registrationRequest,
  representedRequest,
} from '../../domain/registration/registration-request.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { answerErrors } from '../../web/answers.ts';
import type { FieldError } from '../../web/problem.tsx';
import { fieldErrors } from '../../web/validation.ts';
import { representedPart } from './represented.ts';

export type Checking = {
  readonly language: Language;
  readonly meeting: Meeting;
  /** Whether it comes from a form, where every answer is text. */
  readonly form: boolean;
  /** The category of whom somebody represents, where it is not to be decided now. */
  readonly categoryOf?: (who: RepresentedRequest) => Category;
  /** Answers that stay, whatever is asked by now; those among the fields are then not looked at. */
  readonly kept?: Answers | undefined;
};

/**
 * Checks what somebody sends: its fields by the schema, and its answers by the questions that the meeting asks of
 * people in their category. All that is wrong is told at once, in the order of the form.
 *
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

/** What the form asks after the meeting's own questions. */
const LAST = ['/listConsent', '/privacyNotice'];

function checkedAnswers(
  fields: unknown,
  { language, meeting, form, categoryOf = (who) => categoryAt(meeting, who).category }: Checking,
): { readonly answers: Answers } | { readonly errors: readonly FieldError[] } {
  const { answers = {}, ...others } = { ...(fields as { answers?: unknown }) };
  const represented = representedRequest.safeParse(representedPart(others));
  // The schema says what is wrong with either.
  if (!represented.success || typeof answers !== 'object' || answers === null)
    return { errors: [] };
  const questions = questionsOf(meeting);
  const raw = form ? formAnswers(questions, { ...answers }) : { ...answers };
  const checked = checkAnswers(questions, categoryOf(represented.data), raw);
  if ('answers' in checked) return checked;
  return { errors: answerErrors(language, questions, checked.errors) };
}
