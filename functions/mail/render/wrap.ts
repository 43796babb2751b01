/** Characters as a reader counts them, not as a computer stores them. */
const segmenter = new Intl.Segmenter();
const charactersOf = (text: string) => Array.from(segmenter.segment(text), (one) => one.segment);

/** What takes two columns where letters take one (UAX #11): characters of East Asia with their punctuation, and emoji. */
const WIDE =
  /^(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** What begins no line, and what ends none, where lines are broken between characters. */
const NEVER_FIRST = /^[，。：；、！？）」』】》〉〕”’…—·–\u2069,.:;!?%)\]}]/u;
const NEVER_LAST = /^[（「『【《〈〔“‘\u2068([{]/u;

/** The columns that a text takes. Marks of direction take none. */
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
 * Breaks lines at spaces, and at characters of East Asia, which have none between words.
 * A word that is longer than a line, such as a link, stays whole.
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

/** The parts of a word between which a line may be broken. */
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

/** Whether a line may end with one character and the next begin with the other. A number stays with what it counts. */
function mayPart(before: string, after: string): boolean {
  return (
    (WIDE.test(before) || WIDE.test(after)) &&
    !NEVER_LAST.test(before) &&
    !NEVER_FIRST.test(after) &&
    !/^\d/.test(before)
  );
}
