import type { CalendarPlan, EntryTimes } from '../../domain/notifications/calendar-changes.ts';
import { addDays } from '../../domain/shared/day.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { colonOf } from '../../language/colon.ts';
import { t } from '../../language/index.ts';
import { placeInWords } from '../../language/place.ts';
import type { MessageMeeting } from '../message.ts';
import { type Component, type Property, serialised, text } from './ical.ts';
import { timeZoneComponent } from './time-zone.ts';

/** The source of calendar entries. */
export type CalendarEntries = {
  readonly meeting: MessageMeeting;
  /** The entries that the calendar should have, and those that it should no longer have, by UID. */
  readonly plan: CalendarPlan;
  readonly reference: string;
  /** The private link of the registration. */
  readonly manageUrl: string;
  /** The online link, if the reader may know it. */
  readonly link?: string | undefined;
  readonly language: Language;
  /** The version of the registration. */
  readonly version: number;
  /** Whether the participant has a seat, or may still get one. */
  readonly status: 'confirmed' | 'tentative';
  readonly now: Date;
};

/**
 * The SEQUENCE of the entries of a registration (RFC 5545 §3.8.7.4). The version of the registration and the calendar
 * revision of the meeting only count up, so the newer entry always has the higher number.
 */
export function sequenceOf(
  { calendarRevision = 1 }: Pick<MessageMeeting, 'calendarRevision'>,
  version: number,
): number {
  return version - 1 + (calendarRevision - 1);
}

/** The METHOD of a plan (RFC 5546 §3.2): a calendar publishes entries, or only cancels some. It asks for no answer. */
export const methodOf = ({ entries }: CalendarPlan): 'PUBLISH' | 'CANCEL' =>
  Object.keys(entries).length > 0 ? 'PUBLISH' : 'CANCEL';

/**
 * A participant's calendar entries as an iCalendar text (RFC 5545). They are published and ask for no answer, because
 * the registration is the answer. Without sittings there is one entry for whole days. These are the days at the place
 * of the meeting, in whatever time zone the calendar is read. With sittings there is one entry for each sitting.
 */
export function calendar(source: CalendarEntries): string {
  const { meeting, language, plan } = source;
  const events = [
    ...Object.entries(plan.entries).map(([uid, times]) => event(source, uid, times, source.status)),
    ...Object.entries(plan.cancelled).map(([uid, times]) => event(source, uid, times, 'cancelled')),
  ];
  const days = [...Object.values(plan.entries), ...Object.values(plan.cancelled)]
    .flatMap((times) => ('day' in times ? [times.day] : []))
    .sort();
  return serialised({
    name: 'VCALENDAR',
    properties: [
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: `-//Plenary//Registration//${language.toUpperCase()}` },
      { name: 'CALSCALE', value: 'GREGORIAN' },
      { name: 'METHOD', value: methodOf(plan) },
    ],
    components: [...zonesOf(meeting.timeZone, days), ...events],
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
  source: CalendarEntries,
  uid: string,
  times: EntryTimes,
  status: keyof typeof STATUS,
): Component {
  const { meeting, manageUrl, language, version, now } = source;
  const name = inLanguage(meeting.title, language);
  const part = 'day' in times && times.title ? inLanguage(times.title, language) : undefined;
  return {
    name: 'VEVENT',
    properties: [
      { name: 'UID', value: uid },
      { name: 'SEQUENCE', value: String(sequenceOf(meeting, version)) },
      { name: 'DTSTAMP', value: stamp(now.toISOString().slice(0, 19)).concat('Z') },
      ...timesOf(meeting, times),
      { name: 'SUMMARY', value: text(part ? `${name}${colonOf(language)}${part}` : name) },
      { name: 'LOCATION', value: text(placeInWords(language, meeting)) },
      ...(status === 'confirmed' ? detailsOf(source, name) : []),
      { name: 'URL', value: manageUrl },
      // A published entry must name its organizer (RFC 5546 §3.2.1).
      {
        name: 'ORGANIZER',
        parameters: { CN: name },
        value: `mailto:${meeting.contactEmail}`,
      },
      { name: 'STATUS', value: STATUS[status] },
      // An entry for whole days does not make all hours busy.
      { name: 'TRANSP', value: 'day' in times ? 'OPAQUE' : 'TRANSPARENT' },
    ],
  };
}

function timesOf({ timeZone }: MessageMeeting, times: EntryTimes): Property[] {
  if ('day' in times) {
    const parameters = { TZID: timeZone };
    const at = (time: string) => stamp(`${times.day}T${time}:00`);
    return [
      { name: 'DTSTART', parameters, value: at(times.start) },
      { name: 'DTEND', parameters, value: at(times.end) },
    ];
  }
  const parameters = { VALUE: 'DATE' };
  return [
    { name: 'DTSTART', parameters, value: stamp(times.startsOn) },
    // The end of an entry for whole days is the day after the last day.
    { name: 'DTEND', parameters, value: stamp(addDays(times.endsOn, 1)) },
  ];
}

/**
 * The details for a person who attends: the description, and the link in the form that programs look for (RFC 7986
 * §5.11).
 */
function detailsOf({ language, reference, manageUrl, link }: CalendarEntries, title: string) {
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
