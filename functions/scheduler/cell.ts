/**
 * What a spreadsheet begins a formula with, the full-width forms included. White space and double
 * quotes in front do not stop it.
 */
const FORMULA = /^[\s"\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/;

/** Where programs split a line into cells apart from commas: in many countries at a semicolon. */
const SEPARATORS = /([;\t\r\n])/;

/**
 * Digits, their punctuation and exponents alone: a number, a percentage or a date to a spreadsheet, whatever
 * it was meant to be.
 */
const NUMERIC = /^[\d\s().,/:-]*\d(?:[\d\s().,/:%-]|e[+-]?(?=\d))*$/i;

/**
 * A text as a cell that no spreadsheet computes or changes. An apostrophe stands before what it would
 * take for a formula (`=1+1`, `+66 2 391 0577`), a number or a date: `0812345678` would lose its zero,
 * `1-2-2014` become a day. So it does within a text, where a program that splits it at a semicolon would
 * find a formula. The apostrophe is seen in the cell; a telephone number with one is of more use than
 * one with digits missing. All other text is as it was typed.
 */
export function cell(text: string): string {
  const safe = text.split(SEPARATORS).map(mark).join('');
  const needsMark = NUMERIC.test(text) || /^[\t\r\n]/.test(text);
  return needsMark && !safe.startsWith("'") ? `'${safe}` : safe;
}

const mark = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
