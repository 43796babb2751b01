import type { MeetingDays } from '../shared/day.ts';
import type { LocalisedText } from '../shared/languages.ts';
import { instantOf, isTimeZone } from '../shared/time-zone.ts';

/** One sitting of a meeting, in local times of one day. */
export type Sitting = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly start: string;
  /** `HH:MM` */
  readonly end: string;
  readonly title?: LocalisedText | undefined;
};

/** A time of the day, from 00:00 to 23:59. */
export const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The sittings in order of time. Calendar entries are identified by the position in this order. */
export function inOrder(sittings: readonly Sitting[]): Sitting[] {
  const start = ({ day, start: time }: Sitting) => `${day}T${time}`;
  return [...sittings].sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
}

/** What is wrong with the sittings of a meeting, with the path in the definition. */
export function sittingProblems(
  meeting: MeetingDays & {
    readonly timeZone: string;
    readonly sittings?: readonly Sitting[] | undefined;
  },
): { readonly path: (string | number)[]; readonly message: string }[] {
  const { startsOn, endsOn, timeZone, sittings = [] } = meeting;
  // Other checks report invalid time zones and times.
  if (!isTimeZone(timeZone)) return [];
  return sittings.flatMap(({ day, start, end }, index) => {
    const problem = (field: string, message: string) => ({
      path: ['sittings', index, field],
      message,
    });
    if (![start, end].every((time) => TIME.test(time))) return [];
    const skipped = (field: 'start' | 'end', time: string) =>
      instantOf(timeZone, day, time) === undefined
        ? [
            problem(
              field,
              `does not exist on ${day}: clocks in ${timeZone} are put forward over it`,
            ),
          ]
        : [];
    const twin = sittings.findIndex((one) => one.day === day && one.start === start);
    return [
      ...(day < startsOn || day > endsOn
        ? [problem('day', `is not a day of the meeting (${startsOn} – ${endsOn})`)]
        : []),
      ...(end <= start ? [problem('end', 'is not after start')] : []),
      ...(twin < index ? [problem('start', `is the same as that of sittings[${twin}]`)] : []),
      ...skipped('start', start),
      ...skipped('end', end),
    ];
  });
}
