/** What stands between a sentence and what comes after it: nothing after a full-width mark, which brings its own space. */
export const gapAfter = (sentence: string): string => (/[。！？）]$/.test(sentence) ? '' : ' ');

/** Sentences, one after the other. */
export const sentences = (...all: readonly string[]): string =>
  all.reduce((said, next) => (said === '' ? next : `${said}${gapAfter(said)}${next}`), '');
