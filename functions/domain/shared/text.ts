import * as z from 'zod';

/**
 * Rules for texts that people type. Any script is allowed, and the text comes back as typed, without white space at
 * both ends. Only harmful characters are refused: control characters (a line break in a name would end a mail header),
 * overrides of the writing direction (they falsify what a list shows) and lone surrogates. Zero-width joiners and the
 * plain direction marks are allowed, because Persian, Sinhala and Arabic need them.
 */
const FORBIDDEN = /[\p{Cc}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/** Like FORBIDDEN, for texts of several lines. */
const FORBIDDEN_IN_LINES =
  /[^\P{Cc}\n\t]|[\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/**
 * Characters that no name contains, but formulas, markup, headers and web addresses do; and pictographs. Mail programs
 * make a link of `word.word`, and every message contains a name. Without this rule anybody could make Plenary send a
 * link to anybody.
 */
const NOT_IN_A_NAME =
  /[<>=|{}[\]\\^~@#$%*+;_]|:\/|\.\p{L}{2,}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** More marks on one letter than any writing system uses. Such text is made to overflow its line. */
const STACKED_MARKS = /\p{M}{9,}/u;

/** The codes of what can be wrong with a text. The catalogue has the wording of each under `error.*`. */
export type TextProblem = 'required' | 'type' | 'too-long' | 'characters' | 'not-a-name' | 'link';

const custom = (code: TextProblem) => ({ error: code });

/** Schema of a text. It distinguishes a missing value from a value that is not text. */
const text = () =>
  z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'type') });

/** Schema of one line of text of 1 to `max` characters (UTF-16 units). */
export function line(max: number) {
  return text()
    .trim()
    .min(1, custom('required'))
    .max(max, custom('too-long'))
    .refine((text) => !FORBIDDEN.test(text) && !STACKED_MARKS.test(text), custom('characters'));
}

/** Schema of a person's name for the list of participants, 1 to 100 characters. */
export function personName() {
  return line(100).refine(
    (text) => /\p{L}/u.test(text) && !NOT_IN_A_NAME.test(text),
    custom('not-a-name'),
  );
}

/** What mail programs make a link of. */
const LINK = /:\/|\.\p{L}{2,}/u;

/** Like `line`, without links: the text stands beside a name in every message. */
export function lineWithoutLink(max: number) {
  return line(max).refine((text) => !LINK.test(text), custom('not-a-name'));
}

/** Like `lines`, without links: the text goes into a message to another person. */
export function linesWithoutLink(max: number) {
  return lines(max).refine((text) => !LINK.test(text), custom('link'));
}

/** Schema of several lines of text, up to `max` characters. Line ends become `\n`. */
export function lines(max: number) {
  return text()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(max, custom('too-long'))
        .refine(
          (text) => !FORBIDDEN_IN_LINES.test(text) && !STACKED_MARKS.test(text),
          custom('characters'),
        ),
    );
}
