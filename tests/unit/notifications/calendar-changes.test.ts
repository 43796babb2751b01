import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import {
  eitherCalendar,
  entryUid,
  type KnownCalendar,
  planCalendar,
  wantedCalendar,
  withoutNotice,
} from '../../../functions/domain/notifications/calendar-changes.ts';
import { meetingOn } from '../../support/fixtures.ts';

const REFERENCE = 'BKK14-7F3K2';
const [FIRST, SECOND, THIRD] = [0, 1, 2].map((index) => entryUid(REFERENCE, index));
const MEETING = meetingOn('2026-05-10');
const SITTINGS = [
  { day: MEETING.endsOn, start: '09:30', end: '12:30' },
  { day: MEETING.startsOn, start: '14:00', end: '17:00' },
  { day: MEETING.startsOn, start: '09:30', end: '12:30' },
];
const wanted = (changes: Partial<Meeting> = {}) =>
  wantedCalendar({ ...MEETING, ...changes }, REFERENCE);
/** What is known of a calendar that took these entries from the notice `n1`. */
const holding = (changes: Partial<Meeting> = {}) =>
  planCalendar({}, wanted(changes), 'changes', 'n1').known;
const uids = (one: object | undefined) => Object.keys(one ?? {});

describe('the entries that a calendar should have', () => {
  it('are one for all days, or one for each sitting in the order of time', () => {
    expect(FIRST).toBe('BKK14-7F3K2@plenary');
    expect(SECOND).toBe('BKK14-7F3K2-2@plenary');
    const { startsOn, endsOn } = MEETING;
    expect(wanted()).toEqual({
      [FIRST ?? '']: { times: { startsOn, endsOn }, digest: expect.any(String) },
    });
    const entries = wanted({ sittings: SITTINGS });
    expect(Object.entries(entries).map(([uid, { times }]) => [uid, times])).toEqual([
      [FIRST, SITTINGS[2]],
      [SECOND, SITTINGS[1]],
      [THIRD, SITTINGS[0]],
    ]);
  });

  it.each([
    ['title', { title: { en: 'Another title' } }],
    ['contact', { contactEmail: 'other@example.org' }],
    ['days', { startsOn: '2026-07-08' }],
    ['venue', { venue: { ...MEETING.venue, city: { en: 'Chiang Mai' } } }],
    ['time zone', { timeZone: 'Asia/Kathmandu' }],
    ['link', { link: 'https://meet.example.org/2' }],
  ])('are others with another %s', (_, changes) => {
    expect(wanted(changes)[FIRST ?? '']?.digest).not.toBe(wanted()[FIRST ?? '']?.digest);
  });

  it('are the same whatever the order of the fields, and with what no entry says', () => {
    const { name, city, country } = MEETING.venue;
    const same = { venue: { country, city, name }, calendarRevision: 7, waitingList: true };
    expect(wanted(same)).toEqual(wanted());
  });
});

describe('what a message brings to a calendar', () => {
  it('is everything that it lacks', () => {
    const { plan, known } = planCalendar({}, wanted({ sittings: SITTINGS }), 'changes', 'n1');
    expect(uids(plan?.entries)).toEqual([FIRST, SECOND, THIRD]);
    expect(plan?.cancelled).toEqual({});
    for (const entry of Object.values(known))
      expect(entry).toMatchObject({ held: true, heldBefore: false, noticeId: 'n1' });
  });

  it('is nothing where it has all as it should be, unless all is always sent', () => {
    expect(planCalendar(holding(), wanted(), 'changes', 'n2')).toEqual({ known: holding() });
    const { plan } = planCalendar(holding(), wanted(), 'always', 'n2');
    expect(uids(plan?.entries)).toEqual([FIRST]);
  });

  it('is nothing by a message that brings no entries, which changes nothing either', () => {
    for (const known of [{}, holding()])
      for (const entries of [{}, wanted()])
        expect(planCalendar(known, entries, 'never', 'n2')).toEqual({ known });
  });

  it('is the entry that is otherwise, and no other', () => {
    const [last, second, first] = SITTINGS;
    const sittings = [first, { ...second, end: '18:00' }, last] as typeof SITTINGS;
    const { plan } = planCalendar(
      holding({ sittings: SITTINGS }),
      wanted({ sittings }),
      'changes',
      'n2',
    );
    expect(uids(plan?.entries)).toEqual([SECOND]);
    expect(plan?.cancelled).toEqual({});
  });

  it('is a cancellation of what it has and should not have, once', () => {
    const known = holding({ sittings: SITTINGS });
    const fewer = planCalendar(known, wanted(), 'changes', 'n2');
    expect(uids(fewer.plan?.entries)).toEqual([FIRST]);
    expect(fewer.plan?.cancelled).toEqual({
      [SECOND ?? '']: SITTINGS[1],
      [THIRD ?? '']: SITTINGS[0],
    });
    const none = planCalendar(fewer.known, {}, 'changes', 'n3');
    expect(uids(none.plan?.cancelled)).toEqual([FIRST]);
    expect(planCalendar(none.known, {}, 'changes', 'n4').plan).toBeUndefined();
    expect(planCalendar({}, {}, 'always', 'n4').plan).toBeUndefined();
  });

  it('is the entry again that was cancelled', () => {
    const cancelled = planCalendar(holding(), {}, 'changes', 'n2').known;
    expect(uids(planCalendar(cancelled, wanted(), 'changes', 'n3').plan?.entries)).toEqual([FIRST]);
  });
});

describe('what is known of a calendar once a message was not read', () => {
  const isHeld = (known: KnownCalendar) => known[FIRST ?? '']?.held;

  it('is without the entry that it brought, so that nothing is cancelled', () => {
    const known = withoutNotice(holding(), 'n1');
    expect(isHeld(known)).toBe(false);
    expect(planCalendar(known, {}, 'changes', 'n2').plan).toBeUndefined();
    expect(uids(planCalendar(known, wanted(), 'changes', 'n2').plan?.entries)).toEqual([FIRST]);
  });

  it('is with the entry that it cancelled, so that it is cancelled again', () => {
    const cancelled = planCalendar(holding(), {}, 'changes', 'n2').known;
    const known = withoutNotice(cancelled, 'n2');
    expect(isHeld(known)).toBe(true);
    expect(uids(planCalendar(known, {}, 'changes', 'n3').plan?.cancelled)).toEqual([FIRST]);
  });

  it('is with the entry of before where it only changed it, which is then sent again', () => {
    const later = wanted({ startsOn: '2026-07-08' });
    const changed = planCalendar(holding(), later, 'changes', 'n2').known;
    const known = withoutNotice(changed, 'n2');
    expect(isHeld(known)).toBe(true);
    expect(uids(planCalendar(known, later, 'changes', 'n3').plan?.entries)).toEqual([FIRST]);
    // The message that changed it brought all of it: nothing is missing without the one before.
    expect(withoutNotice(changed, 'n1')).toEqual(changed);
  });
});

describe('what may be in a calendar that got one of two messages', () => {
  it('is every entry that either brought, and only what both agree on is certain', () => {
    const both = eitherCalendar(holding(), holding({ sittings: SITTINGS }));
    expect(uids(both)).toEqual([FIRST, SECOND, THIRD]);
    for (const entry of Object.values(both)) {
      expect(entry.held).toBe(true);
      expect(entry).not.toHaveProperty('digest');
    }
    expect(eitherCalendar(holding(), holding())).toEqual(holding());
    expect(eitherCalendar({}, {})).toEqual({});
  });

  it('is still an entry that only one of them may have cancelled', () => {
    const cancelled = planCalendar(holding(), {}, 'changes', 'n2').known;
    for (const [one, other] of [
      [holding(), cancelled],
      [cancelled, holding()],
      [{}, holding()],
      [holding(), {}],
    ] as const) {
      const known = eitherCalendar(one, other);
      expect(uids(planCalendar(known, {}, 'changes', 'n3').plan?.cancelled)).toEqual([FIRST]);
      expect(uids(planCalendar(known, wanted(), 'changes', 'n3').plan?.entries)).toEqual([FIRST]);
    }
  });
});
