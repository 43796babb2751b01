import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import {
  type EntryTimes,
  wantedCalendar,
} from '../../../functions/domain/notifications/calendar-changes.ts';
import {
  type ParticipantMessage,
  withoutBounced,
} from '../../../functions/domain/notifications/decide-for-participant.ts';
import { bounced, notAccepted } from '../../../functions/domain/notifications/last-notified.ts';
import {
  ADDRESS_CHANGED,
  CANCELLED,
  CHANGED,
  current,
  MEETING,
  MEETING_CHANGED,
  NEVER,
  notify,
  type Told,
} from '../../support/participant-notices.ts';

const DAY_MS = 86_400_000;
const SITTINGS = [
  { day: MEETING.startsOn, start: '09:30', end: '12:30' },
  { day: MEETING.startsOn, start: '14:00', end: '17:00' },
];
const LATER_SITTINGS = [{ day: MEETING.endsOn, start: '10:00', end: '11:00' }];
/** The meeting at each of its calendar revisions; a history picks from them in any order. */
const MEETINGS: readonly Meeting[] = [
  MEETING,
  { ...CANCELLED, calendarRevision: 2 },
  { ...MEETING, calendarRevision: 3, venue: { ...MEETING.venue, city: { en: 'Chiang Mai' } } },
  { ...MEETING, calendarRevision: 4, sittings: SITTINGS },
  { ...MEETING, calendarRevision: 5, sittings: LATER_SITTINGS },
  { ...MEETING, calendarRevision: 6, link: 'https://meet.example.org/2' },
];

/** Mostly the first, so that a step often changes little and messages of details alone are sent too. */
const mostly = <T>(first: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(first) }, fc.constantFrom(first, ...others));

const anyRegistration = fc.record({
  status: fc.constantFrom(
    ...([
      'pending',
      'waitlisted',
      'offered',
      'confirmed',
      'confirmed',
      'declined',
      'withdrawn',
    ] as const),
  ),
  givenName: fc.constantFrom('Ada', 'Grace'),
  delegationRole: fc.constantFrom('delegate' as const, 'head' as const),
  email: mostly('first@example.org', 'second@example.org'),
  language: fc.constantFrom('en' as const, 'fr' as const),
});
const anyNow = fc
  .tuple(anyRegistration, mostly(MEETING, ...MEETINGS), mostly('link-1', 'link-2'))
  .map(([registration, meeting, link]) =>
    current(
      {
        ...registration,
        ...(registration.status === 'offered' && { offeredUntil: '2027-01-01T00:00:00.000Z' }),
      },
      meeting,
      link,
    ),
  );
const anyEvent = fc.constantFrom(CHANGED, MEETING_CHANGED);

/** What becomes of a message, and whether it is in its reader's inbox. */
const FATES = ['accepted', 'refused', 'lost, arrived', 'lost, not arrived', 'bounced'] as const;
type Fate = (typeof FATES)[number];
const step = (...fates: Fate[]) =>
  fc.record({ now: anyNow, event: anyEvent, fate: fc.constantFrom(...fates) });
const anyHistory = fc.array(step(...FATES), { maxLength: 8 });
const certainHistory = fc.array(step('accepted', 'refused'), { maxLength: 8 });

type Step = {
  readonly now: ReturnType<typeof current>;
  readonly event: typeof CHANGED;
  readonly fate: Fate;
};
type Sent = { readonly message: ParticipantMessage; readonly arrived: boolean };

/** Lets a history happen: one notice a day, and then the next. */
function happen(history: readonly Step[]) {
  let last: Told = NEVER;
  const sent: Sent[] = [];
  let at = new Date('2026-05-12T09:00:00.000Z');
  history.forEach(({ now, event, fate }, index) => {
    const noticeId = `n${index}`;
    const one = notify(now, last, { event, noticeId, now: at, meetings: MEETINGS });
    at = new Date(at.getTime() + DAY_MS);
    if (one.message === undefined) return;
    sent.push({ message: one.message, arrived: fate === 'accepted' || fate === 'lost, arrived' });
    if (fate === 'accepted') last = one.told;
    else if (fate === 'refused') last = notAccepted(one.flying, noticeId);
    else if (fate === 'bounced') last = bounced(one.told, noticeId, withoutBounced);
    else last = one.flying;
  });
  return { last, sent, at };
}

/** What a calendar shows after the messages that arrived, by UID. */
function calendarAfter(sent: readonly Sent[]): Record<string, EntryTimes> {
  const shown: Record<string, EntryTimes> = {};
  for (const { message, arrived } of sent) {
    if (!arrived) continue;
    Object.assign(shown, message.calendar?.entries);
    for (const uid of Object.keys(message.calendar?.cancelled ?? {})) delete shown[uid];
  }
  return shown;
}

const runs = { numRuns: 200 };

// A run takes a few milliseconds, and more where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

describe('whatever has happened to a participant and their messages', () => {
  it('nothing is told again once a message is accepted', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, anyEvent, anyEvent, (history, now, event, again) => {
        const { last, at } = happen(history);
        const { told } = notify(now, last, { event, now: at, meetings: MEETINGS });
        const later = new Date(at.getTime() + DAY_MS);
        const second = { event: again, noticeId: 'again', now: later, meetings: MEETINGS };
        expect(notify(now, told, second).decision).toHaveProperty('nothing');
      }),
      runs,
    );
  });

  it('a message that bounced is told again by the next notice', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, anyEvent, (history, now, event) => {
        const { last, at } = happen(history);
        const { message, told } = notify(now, last, { event, now: at, meetings: MEETINGS });
        if (message === undefined) return;
        const back = bounced(told, 'now', withoutBounced);
        const later = new Date(at.getTime() + DAY_MS);
        const again = notify(now, back, {
          event,
          noticeId: 'again',
          now: later,
          meetings: MEETINGS,
        });
        const { says: _, ...said } = message;
        expect(again.message).toMatchObject(said);
      }),
      runs,
    );
  });

  it('many changes with a notice each are one message at most', () => {
    const changes = fc.array(fc.tuple(anyNow, anyEvent), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(anyHistory, changes, (history, made) => {
        const { at, last } = happen(history);
        const now = made.at(-1)?.[0] ?? expect.fail('Nothing was changed');
        let told = last;
        const sent = made.flatMap(([, event], index) => {
          const noticeId = `change${index}`;
          const later = new Date(at.getTime() + index * 2 * 3_600_000);
          const one = notify(now, told, { event, noticeId, now: later, meetings: MEETINGS });
          told = one.told;
          return one.message ?? [];
        });
        expect(sent.length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('a change that is taken back before its notice is sent tells nothing', () => {
    fc.assert(
      fc.property(certainHistory, anyNow, anyNow, anyEvent, (history, now, between, event) => {
        const { last, at } = happen(history);
        const { told } = notify(now, last, { now: at, meetings: MEETINGS });
        // The message of the change is refused, and when the notice is sent again all is as it was.
        const later = { event, noticeId: 'later', now: new Date(at.getTime() + DAY_MS) };
        const refused = notify(between, told, { ...later, meetings: MEETINGS }).flying;
        const back = refused === told ? told : notAccepted(refused, 'later');
        expect(notify(now, back, { ...later, meetings: MEETINGS }).decision).toHaveProperty(
          'nothing',
        );
      }),
      runs,
    );
  });

  it('the next message goes to the address of now, and says what is so now', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, anyEvent, (history, now, event) => {
        const { last, at } = happen(history);
        const { message } = notify(now, last, { event, now: at, meetings: MEETINGS });
        if (message === undefined) return;
        const { email, language, givenName, delegationRole } = now.registration;
        expect(message.to).toBe(email);
        expect(message.says).toMatchObject({
          address: email,
          language,
          link: now.link,
          arrangements: now.meeting.calendarRevision ?? 1,
          details: { givenName, delegationRole },
        });
      }),
      runs,
    );
  });

  it('a former address is told once at most, and never the address of now', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (history, now) => {
        const { last, at, sent } = happen(history);
        const first = notify(now, last, { event: ADDRESS_CHANGED, now: at });
        const again = notify(now, first.told, {
          event: ADDRESS_CHANGED,
          noticeId: 'again',
          now: at,
        });
        expect(again.message).toBeUndefined();
        if (first.message === undefined) return;
        expect(first.message.to).not.toBe(now.registration.email);
        expect(sent.map(({ message }) => message.to)).toContain(first.message.to);
      }),
      runs,
    );
  });
});

/** The entries that the calendar of a participant should have. */
const wantedNow = ({ registration, meeting }: Step['now']) =>
  registration.status === 'confirmed' && !meeting.cancelled
    ? wantedCalendar(meeting, registration.reference)
    : {};

describe('calendar entries', () => {
  it('are cancelled if and only if the calendar has them and should not', () => {
    fc.assert(
      fc.property(certainHistory, anyNow, anyEvent, (history, now, event) => {
        const { last, sent, at } = happen(history);
        // Messages that SES refused have not arrived.
        const shown = calendarAfter(sent);
        const { message } = notify(now, last, { event, now: at, meetings: MEETINGS });
        if (message === undefined) return;
        const wanted = wantedNow(now);
        const gone = Object.keys(shown).filter((uid) => !(uid in wanted));
        expect(Object.keys(message.calendar?.cancelled ?? {}).sort()).toEqual(gone.sort());
        // No other entry is sent than one that the calendar should have.
        for (const uid of Object.keys(message.calendar?.entries ?? {}))
          expect(wanted).toHaveProperty([uid]);
      }),
      runs,
    );
  });

  it('are right once a message has arrived, whatever was lost or has bounced before', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, anyEvent, (history, now, event) => {
        const { last, sent, at } = happen(history);
        const { message } = notify(now, last, { event, now: at, meetings: MEETINGS });
        if (message === undefined) return;
        const wanted = wantedNow(now);
        const times = Object.fromEntries(
          Object.entries(wanted).map(([uid, entry]) => [uid, entry.times]),
        );
        expect(calendarAfter([...sent, { message, arrived: true }])).toEqual(times);
      }),
      runs,
    );
  });

  it('are never cancelled where no message that may have arrived brought them', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (history, now) => {
        const { last, sent, at } = happen(history);
        const { message } = notify(now, last, { now: at, meetings: MEETINGS });
        const brought = new Set(
          sent.flatMap(({ message: { calendar } }) => Object.keys(calendar?.entries ?? {})),
        );
        for (const uid of Object.keys(message?.calendar?.cancelled ?? {}))
          expect(brought).toContain(uid);
      }),
      runs,
    );
  });
});

/** What a history shows that the rules are about. */
function shownBy(history: readonly Step[]): string[] {
  const { sent, last } = happen(history);
  const cancels = sent.some(({ message }) => Object.keys(message.calendar?.cancelled ?? {}).length);
  return [
    ...sent.map(({ message }) => message.kind),
    ...(cancels ? ['cancels'] : []),
    ...(last.maybe || last.inFlight ? ['unclear'] : []),
    ...(last.former?.length ? ['former address'] : []),
  ];
}

describe('the histories of these tests', () => {
  it('hold what the rules are about', () => {
    const shown = new Set(fc.sample(anyHistory, { numRuns: 500, seed: 1 }).flatMap(shownBy));
    for (const one of [
      ...['acknowledgement', 'waiting-list', 'offer', 'confirmation', 'declined', 'withdrawal'],
      ...['meeting-cancelled', 'meeting-changed', 'details-changed'],
      ...['cancels', 'unclear', 'former address'],
    ])
      expect(shown).toContain(one);
  });
});
