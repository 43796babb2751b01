import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import {
  stateOf,
  withoutBounced,
} from '../../../functions/domain/notifications/decide-for-participant.ts';
import { bounced } from '../../../functions/domain/notifications/last-notified.ts';
import type { ParticipantMessageKind } from '../../../functions/domain/notifications/message-kinds.ts';
import type { NoticeEvent } from '../../../functions/domain/notifications/notice.ts';
import type { NotifiableChange } from '../../../functions/domain/registration/notifiable-changes.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import {
  ADDRESS_CHANGED,
  CANCELLED,
  CHANGED,
  current,
  MEETING,
  MEETING_CHANGED,
  NEVER,
  NOW,
  notify,
  OFFERED_LONGER,
  OFFERED_UNTIL,
  TOLD_AT,
  toldOf,
} from '../../support/participant-notices.ts';

type Kind = ParticipantMessageKind;

/** A registration that somebody nominated, and whose details are not complete. */
const nominated = { nominated: true, nominatedBy: 'Dara Keo', privacyNotice: undefined } as const;

/** Where a registration can stand: what it is then, where it stands in one word, and the message that says so. */
const STATES = {
  pending: [{ status: 'pending' }, 'pending', 'acknowledgement'],
  waitlisted: [{ status: 'waitlisted' }, 'waitlisted', 'waiting-list'],
  offered: [{ status: 'offered', offeredUntil: OFFERED_UNTIL }, 'an offer', 'offer'],
  'offered again': [{ status: 'offered', offeredUntil: OFFERED_LONGER }, 'a new offer', 'offer'],
  confirmed: [{ status: 'confirmed' }, 'confirmed', 'confirmation'],
  nominated: [{ status: 'confirmed', ...nominated }, 'confirmed', 'nomination'],
  'nominated, waiting': [{ status: 'waitlisted', ...nominated }, 'waitlisted', 'nomination'],
  declined: [{ status: 'declined' }, 'declined', 'declined'],
  withdrawn: [{ status: 'withdrawn', withdrawnBecause: 'asked' }, 'withdrawn', 'withdrawal'],
  'offer expired': [
    { status: 'withdrawn', withdrawnBecause: 'offer-expired' },
    'withdrawn',
    'offer-expired',
  ],
  replaced: [{ status: 'withdrawn', withdrawnBecause: 'replaced' }, 'withdrawn', 'replaced'],
} as const satisfies Record<string, readonly [Partial<Registration>, string, Kind]>;

type Standing = {
  readonly name: string;
  readonly now: ReturnType<typeof current>;
  readonly stands: string;
  readonly says: Kind;
};

const ENDED: readonly string[] = ['declined', 'withdrawn'];

/** Every state, in a meeting that takes place and in one that is cancelled: people who take part are told that alone. */
const STANDINGS: readonly Standing[] = Object.entries(STATES).flatMap(
  ([name, [registration, stands, says]]) => {
    const ended = ENDED.includes(stands);
    return [
      { name, now: current(registration), stands, says },
      {
        name: `${name}, meeting cancelled`,
        now: current(registration, CANCELLED),
        stands: ended ? stands : 'cancelled',
        says: ended ? says : 'meeting-cancelled',
      },
    ];
  },
);

/** What an event tells, in the words of the table below. */
type Tells = 'the state' | 'nothing' | Kind;

/**
 * The table of DESIGN §6, for a registration that differs in its state alone: what each event tells somebody who was told
 * nothing or another state, and somebody who knows the state. The second row of an event is for everybody else.
 */
const EVENTS: readonly {
  readonly event: string;
  readonly is: NoticeEvent;
  /** Whether the event is about this standing; of all, if left out. */
  readonly about?: (one: Standing) => boolean;
  readonly news: Tells;
  readonly known: Tells;
}[] = [
  { event: 'a change', is: CHANGED, news: 'the state', known: 'nothing' },
  { event: 'a change of the meeting', is: MEETING_CHANGED, news: 'the state', known: 'nothing' },
  {
    event: '“send again” after the last message',
    is: { kind: 'resend-requested', requestedAt: new Date(NOW.getTime() - 60_000).toISOString() },
    news: 'the state',
    known: 'the state',
  },
  {
    event: '“send again” before the last message',
    is: {
      kind: 'resend-requested',
      requestedAt: new Date(TOLD_AT.getTime() - 60_000).toISOString(),
    },
    news: 'the state',
    known: 'nothing',
  },
  {
    event: 'the end of the offer comes near',
    is: { kind: 'offer-expiring', offeredUntil: OFFERED_UNTIL },
    about: ({ name }) => name === 'offered',
    news: 'the state',
    known: 'offer-expiring',
  },
  {
    event: 'the end of the offer comes near, the meeting being cancelled',
    is: { kind: 'offer-expiring', offeredUntil: OFFERED_UNTIL },
    about: ({ name }) => name === 'offered, meeting cancelled',
    news: 'the state',
    known: 'nothing',
  },
  {
    event: 'the end of the offer comes near, of an offer that is not theirs',
    is: { kind: 'offer-expiring', offeredUntil: OFFERED_UNTIL },
    about: ({ name }) => !/^offered(, meeting cancelled)?$/.test(name),
    news: 'nothing',
    known: 'nothing',
  },
  {
    event: 'the meeting comes near, confirmed',
    is: { kind: 'meeting-reminder', startsOn: MEETING.startsOn },
    about: ({ stands }) => stands === 'confirmed',
    news: 'the state',
    known: 'meeting-reminder',
  },
  {
    event: 'the meeting comes near, not confirmed',
    is: { kind: 'meeting-reminder', startsOn: MEETING.startsOn },
    about: ({ stands }) => stands !== 'confirmed',
    news: 'nothing',
    known: 'nothing',
  },
  {
    event: 'thanks, confirmed',
    is: { kind: 'thank-you' },
    about: ({ stands }) => stands === 'confirmed',
    news: 'thank-you',
    known: 'thank-you',
  },
  {
    event: 'thanks, not confirmed',
    is: { kind: 'thank-you' },
    about: ({ stands }) => stands !== 'confirmed',
    news: 'nothing',
    known: 'nothing',
  },
  { event: 'another address', is: ADDRESS_CHANGED, news: 'nothing', known: 'nothing' },
];

/** What somebody was told before: nothing, or one of the states. */
const TOLD = [
  { name: 'nothing', last: NEVER, stands: undefined },
  ...STANDINGS.map(({ name, now, stands }) => ({ name, last: toldOf(now), stands })),
];

const CELLS = EVENTS.flatMap(({ about = () => true, ...event }) =>
  STANDINGS.filter(about).map((standing) => ({ ...event, ...standing })),
);

describe('what a participant is told, by what they were told last and how it is now', () => {
  it('is decided in every cell of the table', () => {
    const events = new Set(EVENTS.map(({ is }) => JSON.stringify(is)));
    expect(CELLS).toHaveLength(events.size * STANDINGS.length);
    expect(TOLD.every(({ last, name }) => last.said.length === (name === 'nothing' ? 0 : 1))).toBe(
      true,
    );
  });

  it.each(CELLS)('$event, $name: $news where that is new, otherwise $known', (cell) => {
    for (const { name, last, stands } of TOLD) {
      const tells = stands === cell.stands ? cell.known : cell.news;
      const kind = tells === 'the state' ? cell.says : tells;
      const { message, decision } = notify(cell.now, last, { event: cell.is });
      if (kind === 'nothing') expect(decision, name).toHaveProperty('nothing');
      else
        expect(message, name).toMatchObject({
          kind,
          to: 'first@example.org',
          changed: [],
          before: undefined,
          says: { kind, state: stateOf(cell.now.registration, cell.now.meeting) },
        });
    }
  });

  it('is nothing of an erased registration, and nothing to nobody’s address, whatever happens', () => {
    for (const { is } of EVENTS)
      for (const what of [{ erasedAt: NOW.toISOString() }, { email: undefined }])
        expect(notify(current(what), NEVER, { event: is }).decision).toHaveProperty('nothing');
  });

  it('is no offer that is over: its end is a change of its own', () => {
    const over = current({ status: 'offered', offeredUntil: NOW.toISOString() });
    for (const { is } of EVENTS)
      expect(notify(over, NEVER, { event: is }).decision).toHaveProperty('nothing');
    const just = current({
      status: 'offered',
      offeredUntil: new Date(NOW.getTime() + 1).toISOString(),
    });
    expect(notify(just, NEVER).message?.kind).toBe('offer');
  });
});

const LIVE = STANDINGS.filter(({ stands }) => !ENDED.includes(stands));
const ON = LIVE.filter(({ stands }) => stands !== 'cancelled');

describe('other details', () => {
  const changes: readonly [string, Partial<Registration>, readonly NotifiableChange[]][] = [
    ['the title', { title: 'Dr' }, ['name']],
    ['the given name', { givenName: 'Grace' }, ['name']],
    ['the family name', { familyName: 'Sok' }, ['name']],
    ['the State', { state: 'VN' }, ['representation']],
    [
      'an organisation',
      {
        representation: 'organisation',
        state: undefined,
        organisation: 'ASEAN',
        organisationKind: 'igo',
      },
      ['representation'],
    ],
    ['the role', { delegationRole: 'head' }, ['role']],
    [
      'all of them',
      { title: 'Dr', state: 'VN', delegationRole: 'head' },
      ['name', 'representation', 'role'],
    ],
    ['nothing that messages name', { phone: '+855 23 1', position: 'Director' }, []],
  ];

  it.each(changes)('are told to everybody who takes part: %s', (_, change, changed) => {
    for (const { name, now } of LIVE) {
      const after = current({ ...now.registration, ...change }, now.meeting);
      const { message } = notify(after, toldOf(now));
      expect(message?.kind, name).toBe(changed.length > 0 ? 'details-changed' : undefined);
      expect(message?.changed ?? [], name).toEqual(changed);
    }
  });

  it('are not told to somebody who has left', () => {
    for (const { name, now } of STANDINGS.filter(({ stands }) => ENDED.includes(stands))) {
      const after = current({ ...now.registration, givenName: 'Grace' }, now.meeting);
      expect(notify(after, toldOf(now)).decision, name).toHaveProperty('nothing');
    }
  });

  it('are told with the state, where that is another one too', () => {
    const after = current({ status: 'confirmed', givenName: 'Grace' });
    const { message } = notify(after, toldOf(current({ status: 'pending' })));
    expect(message).toMatchObject({ kind: 'confirmation', changed: ['name'] });
  });

  it('are told with a reminder', () => {
    const { message, told } = notify(current({ givenName: 'Grace' }), toldOf(current()), {
      event: { kind: 'meeting-reminder' },
    });
    expect(message).toMatchObject({ kind: 'meeting-reminder', changed: ['name'] });
    expect(notify(current({ givenName: 'Grace' }), told).decision).toHaveProperty('nothing');
  });
});

/** The meeting after a change that calendars take over. */
const moved = (changes: Partial<Meeting>): Meeting => ({
  ...MEETING,
  calendarRevision: 2,
  ...changes,
});
const VENUE = { ...MEETING.venue, city: { en: 'Chiang Mai' } };
const SITTINGS = [{ day: MEETING.startsOn, start: '09:30', end: '12:30' }];

describe('other arrangements', () => {
  it.each([
    ['days', moved({ startsOn: '2026-07-08' })],
    ['venue', moved({ venue: VENUE })],
    ['sittings', moved({ sittings: SITTINGS })],
  ])('are told to everybody who takes part, with what was before: %s', (_, meeting) => {
    for (const event of [CHANGED, MEETING_CHANGED])
      for (const { name, now } of ON) {
        const after = current(now.registration, meeting);
        const { message, told } = notify(after, toldOf(now), { event });
        expect(message, name).toMatchObject({
          kind: 'meeting-changed',
          changed: [],
          before: { startsOn: MEETING.startsOn, venue: MEETING.venue },
          says: { arrangements: 2 },
        });
        expect(notify(after, told, { event }).decision, name).toHaveProperty('nothing');
      }
  });

  it('are not told to somebody who has left, after the meeting, or of a meeting that is cancelled', () => {
    const meeting = moved({ venue: VENUE });
    const over = new Date('2026-07-12T12:00:00.000Z');
    for (const { name, now, stands } of STANDINGS) {
      const last = toldOf(now);
      const after = current(now.registration, { ...now.meeting, ...meeting });
      if (ENDED.includes(stands)) expect(notify(after, last).message, name).toBeUndefined();
      if (stands === 'cancelled') expect(notify(after, last).message, name).toBeUndefined();
      expect(notify(after, last, { now: over }).message, name).toBeUndefined();
    }
  });

  it('are told with the state, where that is another one too', () => {
    const after = current({}, moved({ venue: VENUE }));
    const { message } = notify(after, toldOf(current({ status: 'waitlisted' })));
    expect(message).toMatchObject({ kind: 'confirmation', before: { venue: MEETING.venue } });
  });

  it('are one message with other details', () => {
    const after = current({ givenName: 'Grace' }, moved({ venue: VENUE }));
    const last = toldOf(current());
    const { message, told } = notify(after, last, { event: MEETING_CHANGED });
    expect(message).toMatchObject({
      kind: 'meeting-changed',
      changed: ['name'],
      before: { venue: MEETING.venue },
    });
    for (const event of [CHANGED, MEETING_CHANGED])
      expect(notify(after, told, { event }).decision).toHaveProperty('nothing');
  });

  it('are nothing new where their wording alone has changed', () => {
    const after = current({}, moved({ title: { en: 'Another title' } }));
    expect(notify(after, toldOf(current())).decision).toHaveProperty('nothing');
  });

  it('include the online link for people who were told it, and for nobody else', () => {
    const meeting = moved({ link: 'https://meet.example.org/2' });
    for (const { name, now, stands } of ON) {
      const { message } = notify(current(now.registration, meeting), toldOf(now));
      expect(message?.kind, name).toBe(stands === 'confirmed' ? 'meeting-changed' : undefined);
      if (message) expect(message.before?.link).toBe('https://meet.example.org/1');
    }
    // Not what the former link was, to somebody who was not confirmed then.
    const venue = moved({ link: 'https://meet.example.org/2', venue: VENUE });
    const { message } = notify(current({}, venue), toldOf(current({ status: 'waitlisted' })));
    expect(message?.before).toBeDefined();
    expect(message?.before?.link).toBeUndefined();
  });

  it('are nothing to tell while it is not known what they were', () => {
    const after = current({}, { ...moved({ venue: VENUE }), calendarRevision: 3 });
    const { told } = notify(current({}, moved({})), NEVER, { now: TOLD_AT, meetings: [] });
    expect(notify(after, told, { meetings: [] }).decision).toHaveProperty('nothing');
  });
});

describe('another address', () => {
  const now = current({ email: 'second@example.org' });
  const last = toldOf(current());

  it('gets the message of the state, which says so', () => {
    for (const { name, now: then, says } of LIVE) {
      const moved = current({ ...then.registration, email: 'second@example.org' }, then.meeting);
      const { message } = notify(moved, toldOf(then));
      expect(message, name).toMatchObject({
        kind: says,
        to: 'second@example.org',
        changed: ['email'],
      });
    }
  });

  it('is told to the former address once, before or after the new one is written to', () => {
    const farewell = { kind: 'address-changed', to: 'first@example.org', changed: [] };
    const first = notify(now, last, { event: ADDRESS_CHANGED });
    expect(first.message).toEqual(farewell);
    // The farewell says nothing of the registration: the new address is still to be written to.
    const second = notify(now, first.told);
    expect(second.message).toMatchObject({ kind: 'confirmation', to: 'second@example.org' });
    expect(notify(now, second.told, { event: ADDRESS_CHANGED }).message).toBeUndefined();
    const after = notify(now, notify(now, last).told, { event: ADDRESS_CHANGED });
    expect(after.message).toEqual(farewell);
    expect(notify(now, after.told, { event: ADDRESS_CHANGED }).message).toBeUndefined();
  });

  it('is not told to an address that was never written to', () => {
    expect(notify(now, NEVER, { event: ADDRESS_CHANGED }).decision).toHaveProperty('nothing');
    const again = current({ email: 'third@example.org' });
    const { message } = notify(again, last, { event: ADDRESS_CHANGED });
    expect(message?.to).toBe('first@example.org');
    expect(notify(again, last).message?.to).toBe('third@example.org');
  });

  it('that differs by case alone is the same', () => {
    const same = current({ email: 'First@Example.org' });
    for (const event of [CHANGED, ADDRESS_CHANGED])
      expect(notify(same, last, { event }).decision).toHaveProperty('nothing');
  });

  it('that was used before is written to again, and the one in between is told', () => {
    const { told } = notify(now, notify(now, last, { event: ADDRESS_CHANGED }).told);
    const back = notify(current(), told, { now: new Date(NOW.getTime() + 86_400_000) });
    expect(back.message).toMatchObject({ kind: 'confirmation', to: 'first@example.org' });
    const { message } = notify(current(), back.told, { event: ADDRESS_CHANGED });
    expect(message?.to).toBe('second@example.org');
  });
});

describe('another private link', () => {
  it('comes with the message of the state', () => {
    for (const { name, now, says } of STANDINGS) {
      const after = { ...now, link: 'link-2' };
      const { message, told } = notify(after, toldOf(now));
      expect(message, name).toMatchObject({ kind: says, changed: [], says: { link: 'link-2' } });
      expect(notify(after, told).decision, name).toHaveProperty('nothing');
    }
  });

  it.each([
    ['meeting-reminder', {}, { kind: 'meeting-reminder' }, 'confirmation'],
    [
      'offer-expiring',
      { status: 'offered', offeredUntil: OFFERED_UNTIL },
      { kind: 'offer-expiring', offeredUntil: OFFERED_UNTIL },
      'offer',
    ],
  ] as const)('comes in place of a reminder: %s', (_, registration, event, kind) => {
    const now = { ...current(registration), link: 'link-2' };
    const { message } = notify(now, toldOf(current(registration)), { event });
    expect(message?.kind).toBe(kind);
  });
});

describe('another language', () => {
  it('tells nothing by itself, and the next message is in it', () => {
    for (const { name, now } of STANDINGS) {
      const after = current({ ...now.registration, language: 'fr' }, now.meeting);
      expect(notify(after, toldOf(now)).decision, name).toHaveProperty('nothing');
    }
    const after = current({ language: 'fr', givenName: 'Grace' });
    expect(notify(after, toldOf(current())).message?.says?.language).toBe('fr');
  });
});

describe('a change that is taken back before the message goes out', () => {
  it.each([
    ['the state', { status: 'withdrawn' }],
    ['a detail', { givenName: 'Grace' }],
    ['the address', { email: 'second@example.org' }],
  ] as const)('tells nothing: %s', (_, change) => {
    const last = toldOf(current());
    expect(notify(current(change), last).message).toBeDefined();
    for (const event of [CHANGED, ADDRESS_CHANGED])
      expect(notify(current(), last, { event }).decision).toHaveProperty('nothing');
  });

  it('tells nothing of a meeting either, whatever its calendar revision', () => {
    const back = current({}, { ...MEETING, calendarRevision: 3 });
    const meetings = [MEETING, moved({ venue: VENUE })];
    const last = toldOf(current());
    expect(notify(back, last, { event: MEETING_CHANGED, meetings }).message).toBeUndefined();
  });
});

describe('when the answer of SES to the last message was lost', () => {
  /** Somebody was told `first`; then `lost` was sent, and nobody knows whether it arrived. */
  const unclear = (first: Standing['now'], lost: Standing['now']) =>
    notify(lost, toldOf(first), { noticeId: 'lost', now: TOLD_AT }).flying;

  it('the state is told again, whichever of the two it is', () => {
    for (const { name, now, stands, says } of STANDINGS)
      for (const lost of STANDINGS) {
        if (lost.stands === stands) continue;
        for (const [is, kind] of [
          [now, says],
          [lost.now, lost.says],
        ] as const) {
          const { message, told } = notify(is, unclear(now, lost.now));
          expect(message?.kind, `${name}, then ${lost.name}`).toBe(kind);
          expect(notify(is, told).decision).toHaveProperty('nothing');
        }
      }
  });

  it('the details that either may have said otherwise are told', () => {
    const last = unclear(current(), current({ givenName: 'Grace' }));
    for (const now of [current(), current({ givenName: 'Grace' })])
      expect(notify(now, last).message).toMatchObject({
        kind: 'details-changed',
        changed: ['name'],
      });
  });

  it('the first message comes again, and cancels what the lost one may have brought', () => {
    const lost = notify(current(), NEVER, { noticeId: 'lost', now: TOLD_AT }).flying;
    expect(notify(current(), lost).message?.kind).toBe('confirmation');
    const { message } = notify(current({ status: 'withdrawn' }), lost);
    expect(message?.kind).toBe('withdrawal');
    expect(Object.keys(message?.calendar?.cancelled ?? {})).toEqual(['FP26-7F3K2@plenary']);
  });
});

describe('when a message has bounced', () => {
  const back = (told: typeof NEVER, noticeId: string) => bounced(told, noticeId, withoutBounced);

  it('it comes again with the next notice, whatever it said', () => {
    const last = toldOf(current());
    for (const [now, event] of [
      [current({ givenName: 'Grace' }), CHANGED],
      [current({ status: 'withdrawn' }), CHANGED],
      [current({}, moved({ venue: VENUE })), MEETING_CHANGED],
      [current({}, CANCELLED), MEETING_CHANGED],
      [current({ email: 'second@example.org' }), CHANGED],
      [{ ...current(), link: 'link-2' }, CHANGED],
    ] as const) {
      const { message, told } = notify(now, last, { event });
      const later = new Date(NOW.getTime() + 86_400_000);
      const again = notify(now, back(told, 'now'), { event, noticeId: 'again', now: later });
      expect(again.message).toMatchObject({
        ...message,
        says: { kind: message?.kind, state: message?.says?.state },
      });
    }
  });

  it('the state comes again, although a newer message of details has arrived', () => {
    const first = toldOf(current(), 'first');
    const now = current({ givenName: 'Grace' });
    const { told } = notify(now, first, { noticeId: 'second' });
    const after = back(told, 'first');
    expect(notify(now, after).message).toMatchObject({
      kind: 'confirmation',
      changed: [],
      calendar: { entries: { 'FP26-7F3K2@plenary': expect.anything() } },
    });
  });

  it('nothing comes again where a newer message has said it too', () => {
    const first = toldOf(current(), 'first');
    const request = { kind: 'resend-requested', requestedAt: NOW.toISOString() } as const;
    const { told } = notify(current(), first, { noticeId: 'second', event: request });
    expect(notify(current(), back(told, 'first')).decision).toHaveProperty('nothing');
  });
});

describe('a reminder', () => {
  const last = toldOf(current());
  const reminder = (
    registration: Partial<Registration>,
    { startsOn = MEETING.startsOn, now = NOW, meeting = MEETING } = {},
  ) =>
    notify(current(registration, meeting), last, {
      event: { kind: 'meeting-reminder', startsOn },
      now,
    }).message?.kind;

  it('is sent while the meeting is on that day, and is not over', () => {
    expect(reminder({})).toBe('meeting-reminder');
    expect(reminder({}, { startsOn: '2026-07-08' })).toBeUndefined();
    expect(reminder({}, { now: new Date('2026-07-11T12:00:00.000Z') })).toBe('meeting-reminder');
    expect(reminder({}, { now: new Date('2026-07-12T12:00:00.000Z') })).toBeUndefined();
  });

  it('is sent where an organiser asks for it, whatever the day', () => {
    const { message } = notify(current(), last, { event: { kind: 'meeting-reminder' } });
    expect(message?.kind).toBe('meeting-reminder');
  });

  it('is not sent to somebody who has ended reminders, and neither are thanks', () => {
    const remindersStoppedAt = NOW.toISOString();
    expect(reminder({ remindersStoppedAt })).toBeUndefined();
    const event = { kind: 'thank-you' } as const;
    expect(notify(current({ remindersStoppedAt }), last, { event }).message).toBeUndefined();
    expect(notify(current(), last, { event }).message?.kind).toBe('thank-you');
  });
});

describe('the limit on edits', () => {
  /** Somebody edits back and forth, a minute apart, and every message goes out at once. */
  function edits(count: number, change: (number: number) => Partial<Registration>) {
    let last = toldOf(current());
    const kinds: (string | undefined)[] = [];
    for (let number = 1; number <= count; number++) {
      const now = new Date(NOW.getTime() + number * 60_000);
      const one = notify(current(change(number)), last, { noticeId: `n${number}`, now });
      kinds.push('later' in one.decision ? one.decision.later : one.message?.kind);
      last = one.told;
    }
    return kinds;
  }

  it('puts off the fourth message of details within an hour, until there is room', () => {
    const kinds = edits(4, (number) => ({ givenName: `Name ${number}` }));
    expect(kinds).toEqual([
      ...Array(3).fill('details-changed'),
      new Date(NOW.getTime() + 61 * 60_000).toISOString(),
    ]);
  });

  it('leaves more room for messages of another state', () => {
    const kinds = edits(7, (number) => ({ status: number % 2 ? 'withdrawn' : 'confirmed' }));
    expect(kinds.slice(0, 6)).toEqual([1, 2, 3].flatMap(() => ['withdrawal', 'confirmation']));
    expect(kinds[6]).toBe(new Date(NOW.getTime() + 61 * 60_000).toISOString());
  });

  it('never puts off the first message, nor what an organiser or a clock asks for', () => {
    const recent = Array.from({ length: 30 }, () => ({
      to: 'first@example.org',
      at: NOW.toISOString(),
    }));
    expect(notify(current(), { said: [], recent }).message?.kind).toBe('confirmation');
    const last = { ...toldOf(current()), recent };
    const after = current({}, moved({ venue: VENUE }));
    expect(notify(after, last, { event: MEETING_CHANGED }).message?.kind).toBe('meeting-changed');
    expect(notify(after, last).decision).toHaveProperty('later');
  });
});
