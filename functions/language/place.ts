import type { Language, LocalisedText } from '../domain/shared/languages.ts';
import { daysInWords } from './day.ts';
import { plainOf, type Run, runOf } from './run.ts';
import { stateName } from './states.ts';

/** Where a meeting is: `country` is an ISO 3166-1 alpha-2 code. */
type Place = {
  readonly venue: {
    readonly name: LocalisedText;
    readonly city: LocalisedText;
    readonly country: string;
  };
};

/** City and country, as a letter would give them: `Bangkok, Thailand`. What is not in `language` is marked. */
export function cityIn(language: Language, { venue }: Place): readonly Run[] {
  const country = { text: stateName(venue.country, language) };
  return joined(language, [[runOf(venue.city, language)], [country]]);
}

/** Where to go, in one line: `Conference Centre, Bangkok, Thailand`. What is not in `language` is marked. */
export function placeIn(language: Language, meeting: Place): readonly Run[] {
  return joined(language, [[runOf(meeting.venue.name, language)], cityIn(language, meeting)]);
}

/** As `placeIn`, where nothing can be marked. */
export function placeInWords(language: Language, meeting: Place): string {
  return plainOf(placeIn(language, meeting));
}

/** From small to large with commas; in Chinese from large to small, with a space, as the parts may be Latin. */
function joined(
  language: Language,
  [small, large]: readonly [readonly Run[], readonly Run[]],
): readonly Run[] {
  if (language === 'zh') return [...large, { text: ' ' }, ...small];
  return [...small, { text: commaIn(language) }, ...large];
}

/** When and where a meeting is, in one line: `Bangkok, Thailand, 4–6 March 2014`. */
export function whereAndWhen(
  language: Language,
  meeting: Place & { readonly startsOn: string; readonly endsOn: string },
): readonly Run[] {
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  return [...cityIn(language, meeting), { text: `${commaIn(language)}${dates}` }];
}

/** What stands between two parts of a line. */
function commaIn(language: Language): string {
  return language === 'zh' ? '，' : language === 'ar' ? '، ' : ', ';
}
