/**
 * Where a spreadsheet would begin a formula: at the start of a cell, or after a semicolon or tab, at
 * which programs of many countries split a line that has commas between its cells. White space and
 * quotation marks in front do not stop it, and neither do the full-width forms of `= + - @`.
 */
const FORMULA = /(^|[;\t\r\n])(?=[\s"'\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠])|^(?=[\t\r])/g;

/** Digits and their punctuation alone: a number or a date to a spreadsheet, whatever it was meant to be. */
const NUMERIC = /^[\d\s().,/:-]*\d[\d\s().,/:-]*$/;

/**
 * A text as a cell that every spreadsheet shows and none computes: an apostrophe, the spreadsheets' own
 * mark of a text, stands before what they would take for a formula (`=1+1`, `+66 2 391 0577`), a
 * number or a date (`0812345678`, `1-2-2014`). All other text is as it was typed.
 */
export function cell(text: string): string {
  if (NUMERIC.test(text)) return `'${text}`;
  return text.replace(FORMULA, "$1'");
}
