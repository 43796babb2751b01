import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  type CalendarPlan,
  wantedCalendar,
} from '../../../functions/domain/notifications/calendar-changes.ts';
import { loadLocale } from '../../../functions/language/index.ts';
import { calendar, sequenceOf } from '../../../functions/mail/calendar/calendar.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { MANAGE_URL, messageOf } from '../../support/messages.ts';

const { meeting } = messageOf();
const REFERENCE = 'BKK14-7F3K2';
const timesOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  Object.fromEntries(
    Object.entries(wantedCalendar(meetingOn('2014-01-04', { startsOn, endsOn }), REFERENCE)).map(
      ([uid, { times }]) => [uid, times],
    ),
  );
const CANCELLED: CalendarPlan = { entries: {}, cancelled: timesOf(meeting) };
const entry = (changes: Partial<Parameters<typeof calendar>[0]> = {}) =>
  calendar({
    meeting,
    plan: { entries: timesOf(changes.meeting ?? meeting), cancelled: {} },
    reference: REFERENCE,
    manageUrl: MANAGE_URL,
    language: 'en',
    version: 1,
    status: 'confirmed',
    now: new Date('2014-02-14T02:30:00.000Z'),
    ...changes,
  });
function parsed(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  const event = root.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('No event');
  return { root, event, value: (name: string) => event.getFirstPropertyValue(name) };
}

describe('the calendar entry', () => {
  it('is published for whole days, the end exclusive', () => {
    const { root, event, value } = parsed(entry());
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.getFirstProperty('dtstart')?.type).toBe('date');
    expect(String(value('dtstart'))).toBe('2014-03-04');
    expect(String(value('dtend'))).toBe('2014-03-07');
    expect(String(value('dtstamp'))).toBe('2014-02-14T02:30:00Z');
    expect(value('location')).toBe('UNESCO Bangkok Office, Bangkok, Thailand');
    expect(value('url')).toBe(MANAGE_URL);
    expect(value('description')).toContain(`${MANAGE_URL}`);
    expect(root.getAllSubcomponents('vtimezone')).toEqual([]);
  });

  it('has the UID of its registration, and a sequence that counts', () => {
    const { value } = parsed(entry({ version: 3 }));
    expect(value('uid')).toBe('BKK14-7F3K2@plenary');
    expect(value('sequence')).toBe(2);
  });

  it('has a higher sequence whenever the registration or the meeting has changed', () => {
    const change = fc.constantFrom('registration', 'meeting');
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        let [version, calendarRevision] = [1, 1];
        let last = sequenceOf({ calendarRevision }, version);
        expect(last).toBe(0);
        for (const what of changes) {
          if (what === 'meeting') calendarRevision += 1;
          else version += 1;
          const text = entry({ version, meeting: { ...meeting, calendarRevision } });
          const sequence = Number(parsed(text).value('sequence'));
          expect(sequence).toBeGreaterThan(last);
          expect(parsed(text).value('uid')).toBe('BKK14-7F3K2@plenary');
          last = sequence;
        }
      }),
    );
  });

  it('is cancelled with the method that does so, under the same UID', () => {
    const { root, value } = parsed(entry({ plan: CANCELLED, version: 2 }));
    expect(root.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(value('status')).toBe('CANCELLED');
    expect(value('uid')).toBe('BKK14-7F3K2@plenary');
    expect(value('sequence')).toBe(1);
    // Whom a cancellation is of must be said (RFC 5546 §3.2.5).
    expect(value('organizer')).toBe('mailto:meetings@example.org');
    expect(value('description')).toBeNull();
  });

  it('tells the link to people who are confirmed', async () => {
    const link = 'https://meet.example.org/a;b,c?d=1';
    const { event, value } = parsed(entry({ link }));
    expect(value('description')).toContain(`Link to attend online: ${link}`);
    for (const [language, online] of [
      ['fr', 'Lien pour participer en ligne\u00a0: https'],
      ['zh', '在线参会链接：https'],
    ] as const)
      expect(
        parsed(entry({ link, language: await loadLocale(language) })).value('description'),
      ).toContain(online);
    expect(event.getFirstProperty('conference')?.type).toBe('uri');
    expect(value('conference')).toBe(link);
    for (const changes of [{ status: 'tentative' }, { plan: CANCELLED }] as const)
      expect(entry({ link, ...changes })).not.toContain('meet.example.org');
  });

  it('lasts over the end of a month and of February in a leap year', () => {
    const leap = { ...meeting, startsOn: '2028-02-28', endsOn: '2028-02-29' };
    expect(String(parsed(entry({ meeting: leap })).value('dtend'))).toBe('2028-03-01');
  });

  it('has the same days in every time zone it is made in', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = zone;
        expect(entry(), zone).toContain('DTSTART;VALUE=DATE:20140304');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('keeps hostile titles in their place, and no line too long', () => {
    const title = `A\r\nATTENDEE:mailto:x@example.org; , \\n "q" <b> ${'ສ'.repeat(120)} 🎉`;
    const text = entry({ meeting: { ...meeting, title: { en: title } } });
    const { event, value } = parsed(text);
    expect(event.getAllProperties('attendee')).toEqual([]);
    expect(String(value('summary'))).toContain(`; , \\n "q" <b> ${'ສ'.repeat(120)} 🎉`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
