/** The space after a sentence: none after a full-width mark, which includes its space. */
export const gapAfter = (sentence: string): string => (/[。！？）]$/.test(sentence) ? '' : ' ');

/** The given sentences in one text. */
export const sentences = (...all: readonly (string | undefined)[]): string =>
  all.reduce<string>((said, next) => {
    if (!next) return said;
    return said === '' ? next : `${said}${gapAfter(said)}${next}`;
  }, '');
