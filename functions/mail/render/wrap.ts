/** Splits text into characters as readers see them (grapheme clusters). */
const segmenter = new Intl.Segmenter();
const charactersOf = (text: string) => Array.from(segmenter.segment(text), (one) => one.segment);

/** Characters that are two columns wide (UAX #11): East Asian characters and punctuation, and emoji. */
const WIDE =
  /^(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Characters that must not begin or end a line when a line is broken between characters. */
const NEVER_FIRST = /^[，。：；、！？）」』】》〉〕”’…—·–\u2069,.:;!?%)\]}]/u;
const NEVER_LAST = /^[（「『【《〈〔“‘\u2068([{]/u;

/** The width of a text in columns. Direction marks have no width. */
export function widthOf(text: string): number {
  return charactersOf(text).reduce(
    (sum, one) => sum + (WIDE.test(one) ? 2 : /^\p{Cf}+$/u.test(one) ? 0 : 1),
    0,
  );
}

export const pad = (text: string, width: number) =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padLeft = (text: string, width: number) =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/**
 * Breaks lines at spaces and between East Asian characters, whose words have no spaces. A word that is longer than a
 * line, such as a link, stays whole.
 */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/[ \t\r\n\f\v]+/).filter((one) => one !== ''))
    for (const [at, piece] of piecesOf(word).entries()) {
      const longer = current === '' ? piece : `${current}${at === 0 ? ' ' : ''}${piece}`;
      if (current !== '' && widthOf(longer) > width) {
        lines.push(current);
        current = piece;
      } else current = longer;
    }
  return [...lines, current].join('\n');
}

/** The pieces of a word. A line may be broken between them. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  let before: string | undefined;
  for (const one of charactersOf(word)) {
    if (before !== undefined && !mayPart(before, one)) pieces.push(`${pieces.pop()}${one}`);
    else pieces.push(one);
    before = one;
  }
  return pieces;
}

/** True if a line may be broken between two characters. A number stays with the next character. */
function mayPart(before: string, after: string): boolean {
  return (
    (WIDE.test(before) || WIDE.test(after)) &&
    !NEVER_LAST.test(before) &&
    !NEVER_FIRST.test(after) &&
    !/^\d/.test(before)
  );
}
