import type { Answer, Question } from '../domain/meeting/question.ts';
import { inLanguage, type Language, type LocalisedText } from '../domain/shared/languages.ts';
import { dayInWords } from './day.ts';
import { say, sayNamed, type TextKey } from './index.ts';
import { itemsInWords } from './list.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import { type Run, runOf } from './run.ts';
import { keyIn } from './text-keys.ts';

/** A question in words: the meeting's own, or those of the catalogue for a question of a set. */
export function labelOf(language: Language, { id, label }: Question): string {
  return textOf(language, label, textsOf(id)?.label) ?? id;
}

/** As `labelOf`, marked where the organisers have not written it in `language`. */
export function labelIn(language: Language, question: Question): Run {
  const { label } = question;
  return label === undefined ? { text: labelOf(language, question) } : runOf(label, language);
}

/** What helps to answer it, if anything does. */
export function helpOf(language: Language, { id, help }: Question): string | undefined {
  return textOf(language, help, textsOf(id)?.help);
}

/** The answers to choose from, in words. */
export function optionsOf(language: Language, question: Question) {
  if (!('options' in question)) return [];
  const options = textsOf(question.id)?.options ?? {};
  return question.options.map(({ value, label }) => ({
    value,
    text: textOf(language, label, keyIn(options, value)) ?? value,
  }));
}

/** An answer as people read it. One of another kind than the question has had since is given as it is kept. */
export function answerInWords(language: Language, question: Question, answer: Answer): string {
  if (Array.isArray(answer))
    return itemsInWords(
      language,
      answer.map((value) => optionInWords(language, question, value)),
    );
  if (typeof answer === 'boolean') return say(language, answer ? 'answer.yes' : 'answer.no');
  if (typeof answer === 'number') return new Intl.NumberFormat(language).format(answer);
  if (question.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(answer)))
    return dayInWords(language, String(answer));
  return optionInWords(language, question, String(answer));
}

function optionInWords(language: Language, question: Question, value: string): string {
  return optionsOf(language, question).find((option) => option.value === value)?.text ?? value;
}

/** For whom a question is: the answer to an earlier one that it depends on. */
export function conditionInWords(
  language: Language,
  { showIf }: Question,
  questions: readonly Question[],
): string | undefined {
  const on = questions.find(({ id }) => id === showIf?.question);
  if (showIf === undefined || on === undefined) return undefined;
  return say(language, 'form.only-if', {
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
  return key && sayNamed(language, key, {});
}
