import type { Answer, Question } from '../domain/meeting/question.ts';
import { inLanguage, type Language, type LocalisedText } from '../domain/shared/languages.ts';
import { dayInWords } from './day.ts';
import { type TextKey, t, translateKey } from './index.ts';
import { itemsInWords } from './list.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import { type Run, runOf } from './run.ts';
import { keyIn } from './text-keys.ts';

/** The text of a question: from the meeting, or from the catalogue for a ready-made question. */
export function labelOf(language: Language, { id, label }: Question): string {
  return textOf(language, label, textsOf(id)?.label) ?? id;
}

/** Like `labelOf`, with a mark if it is in another language. */
export function labelIn(language: Language, question: Question): Run {
  const { label } = question;
  return label === undefined ? { text: labelOf(language, question) } : runOf(label, language);
}

/** The help text of a question, if it has one. */
export function helpOf(language: Language, { id, help }: Question): string | undefined {
  return textOf(language, help, textsOf(id)?.help);
}

/** The options of a question, in words. */
export function optionsOf(language: Language, question: Question) {
  if (!('options' in question)) return [];
  const options = textsOf(question.id)?.options ?? {};
  return question.options.map(({ value, label }) => ({
    value,
    text: textOf(language, label, keyIn(options, value)) ?? value,
  }));
}

/** An answer in words. If the kind of the question has changed since, the answer is given as it is stored. */
export function answerInWords(language: Language, question: Question, answer: Answer): string {
  if (Array.isArray(answer))
    return itemsInWords(
      language,
      answer.map((value) => optionInWords(language, question, value)),
    );
  if (typeof answer === 'boolean') return t(language, answer ? 'answer.yes' : 'answer.no');
  if (typeof answer === 'number') return new Intl.NumberFormat(language).format(answer);
  if (question.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(answer)))
    return dayInWords(language, String(answer));
  return optionInWords(language, question, String(answer));
}

function optionInWords(language: Language, question: Question, value: string): string {
  return optionsOf(language, question).find((option) => option.value === value)?.text ?? value;
}

/** The condition of a question, in words: the answer to an earlier question. */
export function conditionInWords(
  language: Language,
  { showIf }: Question,
  questions: readonly Question[],
): string | undefined {
  const on = questions.find(({ id }) => id === showIf?.question);
  if (showIf === undefined || on === undefined) return undefined;
  return t(language, 'form.only-if', {
    question: labelOf(language, on),
    answer: answerInWords(language, on, showIf.equals),
  });
}

/** The catalogue's texts of a question, if it is ready-made. */
const textsOf = (id: string) =>
  Object.hasOwn(QUESTION_TEXTS, id) ? QUESTION_TEXTS[id] : undefined;

/** A text of the organisers, or else of the catalogue. */
function textOf(
  language: Language,
  own: LocalisedText | undefined,
  key: TextKey | undefined,
): string | undefined {
  if (own !== undefined) return inLanguage(own, language);
  return key && translateKey(language, key, {});
}
