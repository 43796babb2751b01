import type { Question } from '../meeting/question.ts';

/** What the fields of a form that belong to questions begin with: `answers.hotelNeeded`. */
export const ANSWER_FIELD = 'answers.';

/** The fields of a form with those of questions taken together, as JSON has them: `answers: { hotelNeeded }`. */
export function gatherAnswers(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [answers, others] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith(ANSWER_FIELD)) answers.set(name.slice(ANSWER_FIELD.length), value);
    else others.set(name, value);
  if (answers.size > 0) others.set('answers', Object.fromEntries(answers));
  return Object.fromEntries(others);
}

/**
 * The answers of a form, where everything is text, as JSON would have them. What cannot be read as its question
 * wants stays as it was typed, for `checkAnswers` to refuse.
 */
export function formAnswers(
  questions: readonly Question[],
  texts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kinds = new Map(questions.map(({ id, kind }) => [id, kind]));
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [
      id,
      typeof text === 'string' ? asKind(kinds.get(id), text) : text,
    ]),
  );
}

/**
 * Answers as the fields of a form show them again. Several to one question become one text, with commas between
 * them: what can be chosen is called by letters, digits and hyphens.
 */
export function answerTexts(answers: unknown): Record<string, string> {
  if (typeof answers !== 'object' || answers === null) return {};
  // What is neither text nor number is nobody's answer, however deep it is.
  const texts = (answer: unknown): string[] =>
    typeof answer === 'object' || answer === undefined ? [] : [String(answer)];
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const shown = Array.isArray(answer) ? answer.flatMap(texts) : texts(answer);
      return shown.length === 0 ? [] : [[`${ANSWER_FIELD}${id}`, shown.join(',')]];
    }),
  );
}

function asKind(kind: Question['kind'] | undefined, text: string): unknown {
  switch (kind) {
    case 'number':
      return numberOf(text);
    case 'yes-no':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'choices':
      return [text];
    default:
      return text;
  }
}

/**
 * A number as people write it, also with a comma before the decimals or in Arabic digits. `1,234` may mean either
 * of two numbers and is left as it is.
 */
function numberOf(text: string): unknown {
  const digits = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  if (!/^-?\d+(?:[.,\u066b]\d+)?$/.test(digits) || /,\d{3}$/.test(digits)) return text;
  return Number(digits.replace(/[,\u066b]/, '.'));
}
