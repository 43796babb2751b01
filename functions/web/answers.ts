import type { Question } from '../domain/meeting/question.ts';
import type { AnswerError } from '../domain/registration/answers.ts';
import type { Language } from '../domain/shared/languages.ts';
import { dayInWords } from '../language/day.ts';
import { say, sayNamed } from '../language/index.ts';
import { labelOf } from '../language/question.ts';
import { keyIn } from '../language/text-keys.ts';
import { ERROR_TEXTS } from './error-texts.ts';
import type { FieldError } from './problem.tsx';
import { MOST_ERRORS, pointerTo } from './validation.ts';

/** What is wrong with answers to a meeting's questions: where, the code, and a sentence in the reader's language. */
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
        : say(language, 'error.question', { label: labelOf(language, question) });
    const max = typeof limit === 'string' ? dayInWords(language, limit) : limit;
    const detail = sayNamed(language, key, { label, max });
    return { pointer: pointerTo(path), code, detail };
  });
}
