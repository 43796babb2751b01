import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingDefinition } from '../../../functions/domain/meeting/meeting-definition.ts';
import { remindersOf } from '../../../functions/domain/notifications/reminders.ts';
import { addDays, dayIn, lastMinuteOf } from '../../../functions/domain/shared/day.ts';
import { dueReminders } from '../../../functions/scheduler/due-reminders.ts';
import { hourIn, localTime } from '../../../functions/scheduler/local-time.ts';
import { meetingOn } from '../../support/fixtures.ts';

/** Opens on 5 January and closes on 21 February; from 13 to 15 March 2026. */
const DAYS = {
  registration: { opensOn: '2026-01-05', closesOn: '2026-02-21' },
  startsOn: '2026-03-13',
  endsOn: '2026-03-15',
};
const meeting = (changes: Record<string, unknown> = {}) =>
  meetingOn('2026-01-12', { ...DAYS, ...changes });
/** An hour of a day in Bangkok. */
const at = (day: string, hour = 10) =>
  new Date(Date.parse(`${day}T00:00:00+07:00`) + hour * 3_600_000);
const marks = (day: string, changes: Record<string, unknown> = {}, hour = 10) =>
  dueReminders(meeting(changes), at(day, hour)).map(({ mark }) => mark);

/** The days of a span on which something is due, and what. */
function calendarOf(changes: Record<string, unknown> = {}) {
  const found: string[] = [];
  for (let day = '2026-01-01'; day < '2026-04-01'; day = addDays(day, 1))
    for (const mark of marks(day, changes)) found.push(`${day} ${mark}`);
  return found;
}

describe('what is due', () => {
  it('is, without a word in the definition, 14 and 3 days before closing, 7 and 1 before the meeting, each a day late at most', () => {
    expect(calendarOf()).toEqual([
      '2026-02-07 nomination-2026-02-21-14',
      '2026-02-08 nomination-2026-02-21-14',
      '2026-02-18 nomination-2026-02-21-3',
      '2026-02-19 nomination-2026-02-21-3',
      '2026-03-06 meeting-2026-03-13-7',
      '2026-03-07 meeting-2026-03-13-7',
      '2026-03-12 meeting-2026-03-13-1',
    ]);
  });

  it('is nothing where the definition says so', () => {
    expect(calendarOf({ reminders: { nominationDays: [], meetingDays: [] } })).toEqual([]);
  });

  it('is nothing once the meeting is cancelled', () => {
    const cancelled = { at: '2026-01-20T03:00:00.000Z', reason: 'A cyclone.' };
    const called = (day: string) =>
      dueReminders({ ...meeting({ reminders: { thankYou: true } }), cancelled }, at(day));
    for (let day = '2026-01-01'; day < '2026-04-01'; day = addDays(day, 1))
      expect(called(day)).toEqual([]);
  });

  it('is the later of two that follow each other', () => {
    expect(calendarOf({ reminders: { nominationDays: [1, 0, 2], meetingDays: [0] } })).toEqual([
      '2026-02-19 nomination-2026-02-21-2',
      '2026-02-20 nomination-2026-02-21-1',
      '2026-02-21 nomination-2026-02-21-0',
      '2026-03-13 meeting-2026-03-13-0',
    ]);
  });

  it('is thanks for three days after the last, where they are wanted', () => {
    const thanks = ['2026-03-16', '2026-03-17', '2026-03-18'].map(
      (day) => `${day} thank-you-2026-03-15`,
    );
    const none = { nominationDays: [], meetingDays: [] };
    expect(calendarOf({ reminders: none, thankYou: { en: 'It was good.' } })).toEqual(thanks);
    expect(calendarOf({ reminders: { ...none, thankYou: true } })).toEqual(thanks);
    const text = { thankYou: { en: 'It was good.' } };
    expect(calendarOf({ reminders: { ...none, thankYou: false }, ...text })).toEqual([]);
  });

  it('waits for the morning of the meeting’s time zone', () => {
    expect(marks('2026-02-18', {}, 5.9)).toEqual([]);
    expect(marks('2026-02-18', {}, 6)).toEqual(['nomination-2026-02-21-3']);
    expect(marks('2026-02-18', { timeZone: 'America/New_York' }, 6)).toEqual([]);
  });

  it('is no reminder of a day before registration opened', () => {
    const registration = { opensOn: '2026-02-08', closesOn: '2026-02-21' };
    expect(marks('2026-02-08', { registration })).toEqual([]);
  });

  it('is, at any time, nothing after the deadline, nor of the meeting once it runs', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 90 * 24 }),
        fc.constantFrom('Asia/Bangkok', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'),
        (days, hours, timeZone) => {
          const now = new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000);
          const one = meeting({ timeZone, reminders: { nominationDays: days, meetingDays: days } });
          const today = dayIn(timeZone, now);
          const due = dueReminders(one, now);
          expect(new Set(due.map(({ kind }) => kind)).size).toBe(due.length);
          for (const { kind } of due) {
            const last = kind === 'nomination-reminder' ? DAYS.registration.closesOn : '2026-03-12';
            expect(today <= last).toBe(true);
            expect(hourIn(timeZone, now)).toBeGreaterThanOrEqual(6);
          }
          // On its own day every one is due.
          const opens = DAYS.registration.opensOn;
          if (hourIn(timeZone, now) >= 6 && today >= opens)
            for (const count of days)
              if (addDays(DAYS.registration.closesOn, -count) === today)
                expect(due.map(({ mark }) => mark)).toContain(`nomination-2026-02-21-${count}`);
        },
      ),
    );
  });
});

describe('the last minute of a day', () => {
  it.each([
    ['Asia/Bangkok', '2026-02-21T23:59:00+07:00'],
    ['Pacific/Kiritimati', '2026-02-21T23:59:00+14:00'],
    ['Etc/GMT+12', '2026-02-21T23:59:00-12:00'],
    ['Asia/Kathmandu', '2026-02-21T23:59:00+05:45'],
    ['UTC', '2026-02-21T23:59:00+00:00'],
  ])('is a minute before midnight in %s', (timeZone, expected) => {
    expect(localTime(timeZone, lastMinuteOf(timeZone, '2026-02-21'))).toBe(expected);
  });

  it('is so on days on which clocks change', () => {
    for (const day of ['2026-03-29', '2026-10-25'])
      expect(localTime('Europe/Paris', lastMinuteOf('Europe/Paris', day))).toMatch(`${day}T23:59`);
  });
});

describe('the definition', () => {
  const parsed = (changes: object) =>
    meetingDefinition.safeParse({ ...meeting(), reminders: changes });
  it.each([
    [{ nominationDays: [3, 3] }],
    [{ meetingDays: [-1] }],
    [{ meetingDays: [366] }],
    [{ days: [] }],
  ])('refuses %j', (changes) => {
    expect(parsed(changes).success).toBe(false);
  });

  it('takes what it leaves out from the defaults', () => {
    expect(remindersOf(meeting({ reminders: { meetingDays: [] } }))).toEqual({
      nominationDays: [14, 3],
      meetingDays: [],
      thankYou: false,
    });
  });
});
