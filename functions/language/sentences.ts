/** What stands between a sentence and what follows it: nothing after a full-width mark, which brings its own space. */
export const gapAfter = (sentence: string): string => (/[。！？）]$/.test(sentence) ? '' : ' ');

/** Those sentences that there are, one after the other. */
export const sentences = (...all: readonly (string | undefined)[]): string =>
  all.reduce<string>((said, next) => {
    if (!next) return said;
    return said === '' ? next : `${said}${gapAfter(said)}${next}`;
  }, '');
