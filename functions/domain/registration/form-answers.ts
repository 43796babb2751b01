import type { Question } from '../meeting/question.ts';

/** The prefix of form fields for questions: `answers.hotelNeeded`. */
export const ANSWER_FIELD = 'answers.';

/** The fields of a form, with the fields of questions grouped as in JSON: `answers: { hotelNeeded }`. */
export function gatherAnswers(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [answers, others] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith(ANSWER_FIELD)) answers.set(name.slice(ANSWER_FIELD.length), value);
    else others.set(name, value);
  if (answers.size > 0) others.set('answers', Object.fromEntries(answers));
  return Object.fromEntries(others);
}

/**
 * Converts the answers of a form, which are all text, to JSON values. A text that does not fit its question stays as it
 * is, and `checkAnswers` refuses it.
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
 * Converts answers to form fields, to show them again. Several choices become one text with commas, which is safe
 * because option values contain only letters, digits and hyphens.
 */
export function answerTexts(answers: unknown): Record<string, string> {
  if (typeof answers !== 'object' || answers === null) return {};
  // Nested objects and missing values cannot be answers.
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
 * Reads a number as people write it: with a decimal point or comma, or in Arabic digits. `1,234` can mean two numbers,
 * so it stays text.
 */
function numberOf(text: string): unknown {
  const digits = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  if (!/^-?\d+(?:[.,\u066b]\d+)?$/.test(digits) || /,\d{3}$/.test(digits)) return text;
  return Number(digits.replace(/[,\u066b]/, '.'));
}
