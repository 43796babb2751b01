import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Sitting } from '../../../functions/domain/meeting/sittings.ts';
import {
  type CalendarPlan,
  type KnownCalendar,
  planCalendar,
  type WantedCalendar,
  wantedCalendar,
} from '../../../functions/domain/notifications/calendar-changes.ts';
import { instantOf } from '../../../functions/domain/shared/time-zone.ts';
import { calendar } from '../../../functions/mail/calendar/calendar.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { MANAGE_URL, messageOf } from '../../support/messages.ts';

const SITTINGS = [
  { day: '2014-03-05', start: '09:30', end: '12:30' },
  { day: '2014-03-04', start: '14:00', end: '17:00' },
  { day: '2014-03-04', start: '09:30', end: '12:30', title: { en: 'Opening' } },
];
const { meeting: whole } = messageOf();
const meeting = { ...whole, sittings: SITTINGS };
const REFERENCE = 'BKK14-7F3K2';

const wanted = (sittings?: readonly Sitting[]): WantedCalendar => {
  const { startsOn, endsOn } = whole;
  return wantedCalendar(
    { ...meetingOn('2014-01-04'), startsOn, endsOn, ...(sittings && { sittings: [...sittings] }) },
    REFERENCE,
  );
};
/** What a message brings to a calendar that has `known`, and what is known of it then. */
const change = (known: KnownCalendar, to: WantedCalendar) => {
  const changed = planCalendar(known, to, 'changes', 'n');
  return { plan: changed.plan ?? expect.fail('Nothing changes'), known: changed.known };
};
/** A calendar that has all sittings. */
const { known: held } = change({}, wanted(SITTINGS));

const entry = (
  changes: Omit<Partial<Parameters<typeof calendar>[0]>, 'plan'> = {},
  plan: CalendarPlan = change({}, wanted((changes.meeting ?? meeting).sittings)).plan,
) =>
  calendar({
    meeting,
    plan,
    reference: REFERENCE,
    manageUrl: MANAGE_URL,
    language: 'en',
    version: 1,
    status: 'confirmed',
    now: new Date('2014-02-14T02:30:00.000Z'),
    ...changes,
  });

const root = (text: string) => new ICAL.Component(ICAL.parse(text));
/** The events of a calendar: UID, start in UTC or as a day, status. */
function events(text: string) {
  const calendar = root(text);
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((one) => [String(one.getFirstPropertyValue('tzid')), new ICAL.Timezone(one)]),
  );
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const start = one.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>;
    const tzid = one.getFirstProperty('dtstart')?.getFirstParameter('tzid');
    if (!start.isDate) start.zone = zones.get(String(tzid)) ?? expect.fail('No such zone');
    return [
      one.getFirstPropertyValue('uid'),
      start.isDate ? String(start) : start.toJSDate().toISOString(),
      one.getFirstPropertyValue('status'),
    ];
  });
}

describe('a meeting with sittings, in a calendar', () => {
  it('is one event for each, in the order of time, at the time of the place', () => {
    expect(events(entry())).toEqual([
      ['BKK14-7F3K2@plenary', '2014-03-04T02:30:00.000Z', 'CONFIRMED'],
      ['BKK14-7F3K2-2@plenary', '2014-03-04T07:00:00.000Z', 'CONFIRMED'],
      ['BKK14-7F3K2-3@plenary', '2014-03-05T02:30:00.000Z', 'CONFIRMED'],
    ]);
    const [first] = root(entry()).getAllSubcomponents('vevent');
    expect(String(first?.getFirstPropertyValue('summary'))).toMatch(/: Opening$/);
    expect(first?.getFirstPropertyValue('transp')).toBe('OPAQUE');
  });

  it('keeps the UIDs when sittings move, and cancels those that are gone', () => {
    const later = { ...meeting, sittings: [{ day: '2014-03-06', start: '10:00', end: '11:00' }] };
    const text = entry({ meeting: later }, change(held, wanted(later.sittings)).plan);
    expect(root(text).getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events(text)).toEqual([
      ['BKK14-7F3K2@plenary', '2014-03-06T03:00:00.000Z', 'CONFIRMED'],
      ['BKK14-7F3K2-2@plenary', '2014-03-04T07:00:00.000Z', 'CANCELLED'],
      ['BKK14-7F3K2-3@plenary', '2014-03-05T02:30:00.000Z', 'CANCELLED'],
    ]);
    // From sittings to whole days: the first event is the one that stays.
    const days = entry({ meeting: whole }, change(held, wanted()).plan);
    expect(events(days).map(([uid, , status]) => [uid, status])).toEqual([
      ['BKK14-7F3K2@plenary', 'CONFIRMED'],
      ['BKK14-7F3K2-2@plenary', 'CANCELLED'],
      ['BKK14-7F3K2-3@plenary', 'CANCELLED'],
    ]);
  });

  it('is cancelled with every event that the calendar still has', () => {
    const text = entry({}, change(held, {}).plan);
    expect(root(text).getFirstPropertyValue('method')).toBe('CANCEL');
    expect(events(text).map(([uid, , status]) => [uid, status])).toEqual([
      ['BKK14-7F3K2@plenary', 'CANCELLED'],
      ['BKK14-7F3K2-2@plenary', 'CANCELLED'],
      ['BKK14-7F3K2-3@plenary', 'CANCELLED'],
    ]);
    // Events that were cancelled before are not cancelled again.
    const fewer = change(held, wanted(SITTINGS.slice(0, 1)));
    expect(events(entry({}, change(fewer.known, {}).plan)).map(([uid]) => uid)).toEqual([
      'BKK14-7F3K2@plenary',
    ]);
  });
});

/** Zones with and without summer time, in both hemispheres, with half hours and quarters, and with Ramadan. */
const ZONES = [
  'UTC',
  'Asia/Bangkok',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Europe/Paris',
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Pacific/Apia',
];

describe('the time zone of a calendar', () => {
  it.each(ZONES)('says what clocks show in %s, all through the year', (timeZone) => {
    const days = Array.from({ length: 60 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index * 6)).toISOString().slice(0, 10),
    );
    const sittings = days.map((day) => ({ day, start: '12:00', end: '13:00' }));
    const text = entry({ meeting: { ...meeting, timeZone, sittings } });
    expect(events(text).map(([, start]) => start)).toEqual(
      days.map((day) => new Date(instantOf(timeZone, day, '12:00') ?? Number.NaN).toISOString()),
    );
    const [zone] = root(text).getAllSubcomponents('vtimezone');
    expect(zone?.getAllSubcomponents('standard').length).toBeGreaterThan(0);
  });

  it('has a change of the clocks to the second, as the database has it', () => {
    const sittings = [{ day: '2026-04-10', start: '09:00', end: '10:00' }];
    const text = entry({ meeting: { ...meeting, timeZone: 'Europe/Paris', sittings } });
    // The last Sunday of March, at two in the morning of winter time.
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT',
    );
  });

  it('names zones that are no whole hours from UTC, and those that never change once', () => {
    const sittings = [{ day: '2026-04-10', start: '09:00', end: '10:00' }];
    const text = entry({ meeting: { ...meeting, timeZone: 'Asia/Kathmandu', sittings } });
    expect(text).toContain('TZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545');
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
    expect(text).toContain('DTSTART;TZID=Asia/Kathmandu:20260410T090000');
  });
});
