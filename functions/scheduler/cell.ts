/**
 * How a formula begins in a spreadsheet, full-width forms included. White space and double quotes before it do not
 * matter.
 */
const FORMULA = /^[\s"\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/;

/** Where programs split a line into cells besides commas: in many countries at a semicolon. */
const SEPARATORS = /([;\t\r\n])/;

/** Only digits, their punctuation and exponents: a spreadsheet reads it as a number, a percentage or a date. */
const NUMERIC = /^[\d\s().,/:-]*\d(?:[\d\s().,/:%-]|e[+-]?(?=\d))*$/i;

/**
 * Converts a text to a cell that no spreadsheet computes or changes. It puts an apostrophe before what a spreadsheet
 * reads as a formula (`=1+1`, `+66 2 391 0577`), a number or a date: `0812345678` would lose its zero, and `1-2-2014`
 * would become a day. It does so also within a text, if a program that splits the text at a semicolon would find a
 * formula there. The apostrophe is visible in the cell, but a telephone number with an apostrophe is more useful than
 * one without digits. Other text does not change.
 */
export function cell(text: string): string {
  const safe = text.split(SEPARATORS).map(mark).join('');
  const needsMark = NUMERIC.test(text) || /^[\t\r\n]/.test(text);
  return needsMark && !safe.startsWith("'") ? `'${safe}` : safe;
}

const mark = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
