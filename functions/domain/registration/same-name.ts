/** The known parts of a name. */
export type PersonName = {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
};

/**
 * Accents of Latin, Greek and Cyrillic letters, and vowel signs of Arabic. People write them or leave them out. The
 * marks of other scripts are essential: without its vowels a Thai or Khmer name is another name.
 */
const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670]/g;

/** Letters that keyboards and passports replace by others, and that Unicode decomposition does not replace. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ʹ: '',
  ـ: '',
  ى: 'ي',
  ة: 'ه',
};

/** A text without accents, case and apostrophes. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıʹـىة]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/['’ʼ`]/g, '');
}

/** The words of a name without accents, case, punctuation and order. */
export function nameWords({ givenName = '', familyName = '' }: PersonName): string[] {
  return folded(`${givenName} ${familyName}`)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .sort();
}

/**
 * True if two names are spellings of one person's name: with other accents, case, punctuation or spaces, in another
 * order, or with one typing error. Most people who change their name correct it to match their passport, and must not
 * lose their seat for that.
 *
 * A typing error is one letter that is added, missing, wrong or swapped with its neighbour, inside one word of at least
 * five letters. The first and last letters must agree, because names of relatives differ there (Maria and Mario, Ivanov
 * and Ivanova). Names in Han, Hangul or kana allow no error, because another character there makes another name. Errors
 * must not add up: compare with the validated name, not with the last one.
 *
 * If parts of the known name are missing (people from a roster), the other name must contain the known parts.
 */
export function isSameName(known: PersonName, other: PersonName): boolean {
  const [words, others] = [nameWords(known), nameWords(other)];
  if (known.givenName === undefined || known.familyName === undefined)
    return words.every((word) => others.includes(word));
  if (isWrittenAlike(known, other) || isWrittenAlike(known, turned(other))) return true;
  const [left, right] = [without(words, others), without(others, words)];
  if (left.length === 0 && right.length === 0) return true;
  const [one = '', two = ''] = [left[0], right[0]];
  return left.length === 1 && right.length === 1 && isSlip(one, two);
}

const turned = ({ givenName, familyName }: PersonName): PersonName => ({
  givenName: familyName,
  familyName: givenName,
});

/** True if given and family name have the same letters with any spacing: Jean Paul, Jean-Paul and Jeanpaul. */
function isWrittenAlike(one: PersonName, other: PersonName): boolean {
  const letters = (part = '') => folded(part).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return (
    letters(one.givenName) === letters(other.givenName) &&
    letters(one.familyName) === letters(other.familyName)
  );
}

/** The words of a list without those of another list. Each word removes one occurrence. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Scripts in which one letter is not a word, so that one wrong letter is probably a typing error. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]+$/u;
const SHORTEST = 5;

function isSlip(one: string, two: string): boolean {
  if (!ALPHABETIC.test(one) || !ALPHABETIC.test(two)) return false;
  const [a, b] = [[...one], [...two]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1) || b.length < SHORTEST) return false;
  // André and Andrée: the doubled letter is at the end, so the names differ.
  if (b.slice(0, -1).join('') === a.join('') || b.slice(1).join('') === a.join('')) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
  return Math.max(x.length, y.length) <= 1 || swapped;
}
