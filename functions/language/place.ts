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

/** City and country: `Bangkok, Thailand`. Parts in another language are marked. */
export function cityIn(language: Language, { venue }: Place): readonly Run[] {
  const country = { text: stateName(venue.country, language) };
  return joined(language, [[runOf(venue.city, language)], [country]]);
}

/** The venue in one line: `Conference Centre, Bangkok, Thailand`. Parts in another language are marked. */
export function placeIn(language: Language, meeting: Place): readonly Run[] {
  return joined(language, [[runOf(meeting.venue.name, language)], cityIn(language, meeting)]);
}

/** Like `placeIn`, as plain text. */
export function placeInWords(language: Language, meeting: Place): string {
  return plainOf(placeIn(language, meeting));
}

/**
 * From small to large with commas. In Chinese from large to small with a space, because parts may be in Latin script.
 */
function joined(
  language: Language,
  [small, large]: readonly [readonly Run[], readonly Run[]],
): readonly Run[] {
  if (language === 'zh') return [...large, { text: ' ' }, ...small];
  return [...small, { text: commaIn(language) }, ...large];
}

/** Place and dates of a meeting in one line: `Bangkok, Thailand, 4–6 March 2014`. */
export function whereAndWhen(
  language: Language,
  meeting: Place & { readonly startsOn: string; readonly endsOn: string },
): readonly Run[] {
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  return [...cityIn(language, meeting), { text: `${commaIn(language)}${dates}` }];
}

/** The comma of a language, with its space. */
function commaIn(language: Language): string {
  return language === 'zh' ? '，' : language === 'ar' ? '، ' : ', ';
}
