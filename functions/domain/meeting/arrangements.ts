import type { LocalisedText } from '../shared/languages.ts';
import type { Meeting } from './meeting-definition.ts';
import type { Sitting } from './sittings.ts';

/** When, where and how a meeting takes place: what everybody who takes part is told again when it changes. */
export type Arrangements = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly venue: {
    readonly name: LocalisedText;
    readonly city: LocalisedText;
    readonly country: string;
  };
  readonly sittings?: readonly Sitting[] | undefined;
  /** Where it is attended online. Only people who are confirmed are told. */
  readonly link?: string | undefined;
  readonly cancelled?: { readonly reason: string } | undefined;
};

/** What of the arrangements can have changed. */
export const ARRANGEMENTS = ['dates', 'sittings', 'place', 'link'] as const;
export type ChangedArrangement = (typeof ARRANGEMENTS)[number];

export function arrangementsOf(meeting: Meeting): Arrangements {
  const { startsOn, endsOn, timeZone, venue, sittings, link, cancelled } = meeting;
  return {
    startsOn,
    endsOn,
    timeZone,
    venue,
    ...(sittings && { sittings }),
    ...(link !== undefined && { link }),
    ...(cancelled && { cancelled: { reason: cancelled.reason } }),
  };
}

/** Which arrangements differ, as far as somebody is told of them: whoever is not confirmed knows no link. */
export function changedArrangements(
  before: Arrangements,
  after: Arrangements,
  { confirmed }: { readonly confirmed: boolean },
): ChangedArrangement[] {
  const differs: Readonly<Record<ChangedArrangement, boolean>> = {
    dates: before.startsOn !== after.startsOn || before.endsOn !== after.endsOn,
    sittings: !same(timesOf(before), timesOf(after)),
    place: !same(before.venue, after.venue),
    link: confirmed && before.link !== after.link,
  };
  return ARRANGEMENTS.filter((name) => differs[name]);
}

/** Another time zone makes other times of the same sittings; whole days have none. */
const timesOf = ({ sittings, timeZone }: Arrangements) => sittings && { sittings, timeZone };

/** Whether anything of when, where and how has changed, for whoever is told most. */
export const hasMoved = (before: Arrangements, after: Arrangements): boolean =>
  before.cancelled?.reason !== after.cancelled?.reason ||
  changedArrangements(before, after, { confirmed: true }).length > 0;

/** Whether calendars must take over something: of the title too, of which nobody is told. */
export function differsInCalendars(before: Meeting, after: Meeting): boolean {
  return !same(
    { ...arrangementsOf(before), title: before.title, contact: before.contactEmail },
    { ...arrangementsOf(after), title: after.title, contact: after.contactEmail },
  );
}

/** Whether two values of a definition say the same, in whatever order of their fields, as tables keep none. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
