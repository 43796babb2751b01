import { inLanguage, type Language, type LocalisedText } from '../domain/languages.ts';
import { stateName } from './states.ts';

/** Where a meeting is: `country` is an ISO 3166-1 alpha-2 code. */
type Place = {
  readonly venue: {
    readonly name: LocalisedText;
    readonly city: LocalisedText;
    readonly country: string;
  };
};

/** City and country, as a letter would give them: `Bangkok, Thailand`. */
export function cityInWords(language: Language, { venue }: Place): string {
  return joined(language, [inLanguage(venue.city, language), stateName(venue.country, language)]);
}

/** Where to go, in one line: `Conference Centre, Bangkok, Thailand`. */
export function placeInWords(language: Language, meeting: Place): string {
  return joined(language, [
    inLanguage(meeting.venue.name, language),
    cityInWords(language, meeting),
  ]);
}

/** From small to large with commas; in Chinese from large to small, with a space, as the parts may be Latin. */
function joined(language: Language, parts: readonly [small: string, large: string]): string {
  const [small, large] = parts;
  if (language === 'zh') return `${large} ${small}`;
  return `${small}${language === 'ar' ? '،' : ','} ${large}`;
}
