import * as z from 'zod';

/**
 * What people type. Any script is welcome and comes back as it was typed, apart from white space at
 * both ends. What is refused can only do harm: control characters (line breaks in a name would end a
 * mail header), overrides of the writing direction (they make a list lie about what it says) and
 * lone surrogates. Zero-width joiners and the plain direction marks stay: Persian, Sinhala and
 * Arabic are written with them.
 */
const FORBIDDEN = /[\p{Cc}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/** As FORBIDDEN, but for texts of several lines. */
const FORBIDDEN_IN_LINES =
  /[^\P{Cc}\n\t]|[\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/**
 * What no name is written with, but formulas, markup, headers and addresses of the web are; and
 * pictographs. Mail programs make a link of `word.word`, and a name is in every message: whoever
 * could put a link there could have Plenary send it to anybody.
 */
const NOT_IN_A_NAME =
  /[<>=|{}[\]\\^~@#$%*+;_]|:\/|\.\p{L}{2,}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** More marks on one letter than any writing system uses: text made to overflow its line. */
const STACKED_MARKS = /\p{M}{9,}/u;

/** Codes of what can be wrong with a text; each has its wording under `problem.*` in the catalogue. */
export type TextProblem = 'required' | 'type' | 'too-long' | 'characters' | 'not-a-name' | 'link';

const custom = (code: TextProblem) => ({ error: code });

/** A text; told apart: one that is missing, and something that is no text. */
const text = () =>
  z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'type') });

/** One line of text of 1 to `max` characters (UTF-16 units). */
export function line(max: number) {
  return text()
    .trim()
    .min(1, custom('required'))
    .max(max, custom('too-long'))
    .refine((text) => !FORBIDDEN.test(text) && !STACKED_MARKS.test(text), custom('characters'));
}

/** A name of a person, as it should stand on the list of participants: 1 to 100 characters. */
export function personName() {
  return line(100).refine(
    (text) => /\p{L}/u.test(text) && !NOT_IN_A_NAME.test(text),
    custom('not-a-name'),
  );
}

/** What mail programs would make a link of. */
const LINK = /:\/|\.\p{L}{2,}/u;

/** One line of text that stands beside a name in every message, and so must not hold a link either. */
export function lineWithoutLink(max: number) {
  return line(max).refine((text) => !LINK.test(text), custom('not-a-name'));
}

/** As `lines`, for a text that goes into a message to somebody, and so must not hold a link. */
export function linesWithoutLink(max: number) {
  return lines(max).refine((text) => !LINK.test(text), custom('link'));
}

/** Several lines of text, up to `max` characters; line ends become `\n`. */
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
