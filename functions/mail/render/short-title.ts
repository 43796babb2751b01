import { inLanguage, type Language, type LocalisedText } from '../../domain/shared/languages.ts';

/** The maximum length of a title in a subject, in characters. Outlook cuts subjects at 255 characters in total. */
const MOST = 120;

const segmenter = new Intl.Segmenter();

/** The title of a meeting for a subject. A long title is cut, at a space if possible. */
export function shortTitle(language: Language, { title }: { title: LocalisedText }): string {
  const signs = Array.from(segmenter.segment(inLanguage(title, language)), (one) => one.segment);
  if (signs.length <= MOST) return signs.join('');
  const start = signs.slice(0, MOST - 1).join('');
  const space = start.lastIndexOf(' ');
  return `${(space > start.length / 2 ? start.slice(0, space) : start).trimEnd()}…`;
}
