import type { LocalisedText } from '../shared/languages.ts';
import type { Meeting } from './meeting-definition.ts';
import type { Sitting } from './sittings.ts';

/** When, where and how a meeting takes place. Participants get a message when it changes. */
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
  /** The online link. Only confirmed people know it. */
  readonly link?: string | undefined;
  readonly cancelled?: { readonly reason: string } | undefined;
};

/** The arrangements that can change. */
const ARRANGEMENTS = ['dates', 'sittings', 'place', 'link'] as const;
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

/** The arrangements that differ and that a reader may know. Only confirmed people know the link. */
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

/** Another time zone gives the same sittings other times. Whole days have no times. */
const timesOf = ({ sittings, timeZone }: Arrangements) => sittings && { sittings, timeZone };

/** True if any arrangement has changed, or the cancellation or its reason. */
export const hasMoved = (before: Arrangements, after: Arrangements): boolean =>
  before.cancelled?.reason !== after.cancelled?.reason ||
  changedArrangements(before, after, { confirmed: true }).length > 0;

/** True if calendars need an update. They also show the title and the contact address, which no message announces. */
export function differsInCalendars(before: Meeting, after: Meeting): boolean {
  return !same(
    { ...arrangementsOf(before), title: before.title, contact: before.contactEmail },
    { ...arrangementsOf(after), title: after.title, contact: after.contactEmail },
  );
}

/** True if two values have the same content. The order of fields does not matter, because tables do not keep it. */
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
