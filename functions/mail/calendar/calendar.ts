import { type Arrangements, entriesOf } from '../../domain/meeting/arrangements.ts';
import { inOrder, type Sitting } from '../../domain/meeting/sittings.ts';
import { addDays } from '../../domain/shared/day.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { colonOf } from '../../language/colon.ts';
import { t } from '../../language/index.ts';
import { placeInWords } from '../../language/place.ts';
import type { MessageMeeting } from '../../store/outbox/message.ts';
import { type Component, type Property, serialised, text } from './ical.ts';
import { timeZoneComponent } from './time-zone.ts';

/** What a calendar entry is made of. */
export type CalendarEntry = {
  readonly meeting: MessageMeeting;
  readonly reference: string;
  /** The private address of the registration. */
  readonly manageUrl: string;
  /** Where the meeting is attended online, for whoever may know. */
  readonly link?: string | undefined;
  readonly language: Language;
  /** The version of the registration. */
  readonly version: number;
  /** Whether its participant has a seat, may still get one, or comes no more: calendars then strike it out. */
  readonly standing: 'confirmed' | 'tentative' | 'cancelled';
  /** What calendars may have been told before: sittings that are no longer are struck out. */
  readonly before?: Arrangements | undefined;
  /** When the entry came to be as it is. */
  readonly now: Date;
};

/**
 * How often the entry of a registration can have changed, by itself or with its meeting. Both only count up, so that
 * whatever changes, calendars take the newer one (RFC 5545 §3.8.7.4).
 */
export function sequenceOf({ edition = 1 }: Pick<MessageMeeting, 'edition'>, version: number) {
  return version - 1 + (edition - 1);
}

/** How an entry comes: published for all calendars, or called off (RFC 5546 §3.2). It asks for no answer. */
export const methodOf = (standing: CalendarEntry['standing']) =>
  standing === 'cancelled' ? 'CANCEL' : 'PUBLISH';

/**
 * A participant's calendar entry for a meeting, as an iCalendar text (RFC 5545). It is published and
 * asks for no answer: the registration is the answer. Without sittings it covers whole days, which are the days of
 * the place of the meeting wherever the calendar is read; with sittings it is one event for each. The same
 * registration has the same UIDs for ever: the n-th event has the n-th, whatever its time.
 */
export function calendar(entry: CalendarEntry): string {
  const { meeting, language, standing, before } = entry;
  const sittings = inOrder(meeting.sittings ?? []);
  const former = inOrder(before?.sittings ?? []);
  const known = Math.max(before ? entriesOf(before) : 1, entriesOf(meeting));
  // Whatever there ever was is struck out: which of it a calendar has depends on what arrived in between.
  const strikes = standing === 'cancelled' || before !== undefined;
  const count = strikes ? Math.max(known, meeting.entries ?? 1) : known;
  const events = Array.from({ length: count }, (_, index) => {
    const gone = index >= entriesOf(meeting);
    return event(entry, index, gone ? former[index] : sittings[index], gone);
  });
  const timed = [...sittings, ...former.slice(sittings.length)].map(({ day }) => day).sort();
  return serialised({
    name: 'VCALENDAR',
    properties: [
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: `-//Plenary//Registration//${language.toUpperCase()}` },
      { name: 'CALSCALE', value: 'GREGORIAN' },
      { name: 'METHOD', value: methodOf(standing) },
    ],
    components: [...zonesOf(meeting.timeZone, timed), ...events],
  });
}

function zonesOf(timeZone: string, days: readonly string[]): Component[] {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? []
    : [timeZoneComponent(timeZone, first, last)];
}

const STATUS = { confirmed: 'CONFIRMED', tentative: 'TENTATIVE', cancelled: 'CANCELLED' } as const;

function event(
  entry: CalendarEntry,
  index: number,
  sitting: Sitting | undefined,
  gone: boolean,
): Component {
  const { meeting, reference, manageUrl, language, version, now } = entry;
  const standing = gone ? 'cancelled' : entry.standing;
  const name = inLanguage(meeting.title, language);
  const part = sitting?.title && inLanguage(sitting.title, language);
  return {
    name: 'VEVENT',
    properties: [
      // The first is the one that there is without sittings too.
      { name: 'UID', value: `${reference}${index === 0 ? '' : `-${index + 1}`}@plenary` },
      { name: 'SEQUENCE', value: String(sequenceOf(meeting, version)) },
      { name: 'DTSTAMP', value: stamp(now.toISOString().slice(0, 19)).concat('Z') },
      ...timesOf(meeting, sitting),
      { name: 'SUMMARY', value: text(part ? `${name}${colonOf(language)}${part}` : name) },
      { name: 'LOCATION', value: text(placeInWords(language, meeting)) },
      ...(standing === 'confirmed' ? detailsOf(entry, name) : []),
      { name: 'URL', value: manageUrl },
      // Whom a published entry is of (RFC 5546 §3.2.1).
      {
        name: 'ORGANIZER',
        parameters: { CN: name },
        value: `mailto:${meeting.contactEmail}`,
      },
      { name: 'STATUS', value: STATUS[standing] },
      // Whole days do not make somebody busy in all their hours.
      { name: 'TRANSP', value: sitting ? 'OPAQUE' : 'TRANSPARENT' },
    ],
  };
}

function timesOf({ startsOn, endsOn, timeZone }: MessageMeeting, sitting?: Sitting): Property[] {
  if (sitting) {
    const parameters = { TZID: timeZone };
    const at = (time: string) => stamp(`${sitting.day}T${time}:00`);
    return [
      { name: 'DTSTART', parameters, value: at(sitting.start) },
      { name: 'DTEND', parameters, value: at(sitting.end) },
    ];
  }
  const parameters = { VALUE: 'DATE' };
  return [
    { name: 'DTSTART', parameters, value: stamp(startsOn) },
    // The end of whole days is the first day that is no longer part of them.
    { name: 'DTEND', parameters, value: stamp(addDays(endsOn, 1)) },
  ];
}

/** What somebody needs who comes: the description, and the link as programs look for it (RFC 7986 §5.11). */
function detailsOf({ language, reference, manageUrl, link }: CalendarEntry, title: string) {
  const description = t(language, 'mail.calendar.description', { title, reference, manageUrl });
  if (link === undefined) return [{ name: 'DESCRIPTION', value: text(description) }];
  const online = `${t(language, 'mail.link')}${colonOf(language)}${link}`;
  return [
    { name: 'DESCRIPTION', value: text(`${description}\n${online}`) },
    {
      name: 'CONFERENCE',
      parameters: { VALUE: 'URI', FEATURE: 'VIDEO', LABEL: t(language, 'mail.link') },
      value: link,
    },
  ];
}

/** `20140304T093000` for `2014-03-04T09:30:00`. */
const stamp = (iso: string) => iso.replace(/[-:]/g, '');
