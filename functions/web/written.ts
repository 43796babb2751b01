import type { Language, LocalisedText } from '../domain/shared/languages.ts';
import { marks, runOf } from '../language/run.ts';

/** What an element with a text of an organiser's must say where it is not in the language of the page. */
export function written(text: LocalisedText, language: Language) {
  return marks(runOf(text, language));
}
