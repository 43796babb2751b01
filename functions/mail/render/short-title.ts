import { inLanguage, type Language, type LocalisedText } from '../../domain/shared/languages.ts';

/** As much of a title as a subject has room for beside what it says first: Outlook cuts at 255 in all. */
const MOST = 120;

const segmenter = new Intl.Segmenter();

/** The title of a meeting as a subject has it: a long one is cut, at a space where it has some. */
export function shortTitle(language: Language, { title }: { title: LocalisedText }): string {
  const signs = Array.from(segmenter.segment(inLanguage(title, language)), (one) => one.segment);
  if (signs.length <= MOST) return signs.join('');
  const start = signs.slice(0, MOST - 1).join('');
  const space = start.lastIndexOf(' ');
  return `${(space > start.length / 2 ? start.slice(0, space) : start).trimEnd()}…`;
}
