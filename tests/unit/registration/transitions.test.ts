import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsSeat,
  isLive,
  type Registration,
  STATUSES,
  type Status,
} from '../../../functions/domain/registration/registration.ts';
import {
  type Command,
  initialStatus,
  transition,
} from '../../../functions/domain/registration/transitions.ts';
import { nextInWaitingList } from '../../../functions/domain/seats/waiting-list.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingOn } from '../../support/fixtures.ts';

const meeting = meetingOn('2026-05-10');
const now = new Date('2026-05-11T09:00:00Z');
const later = new Date('2026-05-14T09:00:00Z');
const SEATS = [{ scope: 'meeting', shard: 0 }];

/** A registration in a state, with all that belongs to the state. */
function inState(status: Status): Registration {
  return {
    status,
    version: 4,
    seats: holdsSeat(status) ? SEATS : [],
    ...(status === 'waitlisted' && { waitingSince: '2026-05-01T00:00:00.000Z' }),
    ...(status === 'offered' && { offeredUntil: '2026-05-12T09:00:00.000Z' }),
  } as unknown as Registration;
}

const COMMANDS = {
  approve: { move: 'approve', by: 'focal-point' },
  decline: { move: 'decline', by: 'organiser', reason: 'Not of the delegation.' },
  offer: { move: 'offer' },
  accept: { move: 'accept' },
  expire: { move: 'expire' },
  withdraw: { move: 'withdraw' },
} as const satisfies Record<Command['move'], Command>;

/** Where each move leads: with a seat free and with none, before an offer ends and after. All others are refused. */
const TABLE: Record<string, [free: string, full: string, after: string]> = {
  'pending approve': ['confirmed', 'waitlisted', 'confirmed'],
  'pending decline': ['declined', 'declined', 'declined'],
  'waitlisted decline': ['declined', 'declined', 'declined'],
  'waitlisted offer': ['offered', 'no-seat', 'offered'],
  'offered accept': ['confirmed', 'confirmed', 'offer-expired'],
  'offered expire': ['offer-holds', 'offer-holds', 'withdrawn'],
  'pending withdraw': ['withdrawn', 'withdrawn', 'withdrawn'],
  'waitlisted withdraw': ['withdrawn', 'withdrawn', 'withdrawn'],
  'offered withdraw': ['withdrawn', 'withdrawn', 'withdrawn'],
  'confirmed withdraw': ['withdrawn', 'withdrawn', 'withdrawn'],
};

const outcome = (result: ReturnType<typeof transition>) =>
  'refused' in result ? result.refused : result.status;

describe('every move from every state', () => {
  const cases = STATUSES.flatMap((status) =>
    (Object.keys(COMMANDS) as Command['move'][]).map((move) => [status, move] as const),
  );
  it.each(cases)('%s: %s', (status, move) => {
    const before = inState(status);
    const refused = move === 'withdraw' ? 'already-withdrawn' : 'not-possible';
    const expected = TABLE[`${status} ${move}`] ?? [refused, refused, refused];
    const results = [
      transition(before, COMMANDS[move], { meeting, now, seats: SEATS }),
      transition(before, COMMANDS[move], { meeting, now }),
      transition(before, COMMANDS[move], { meeting, now: later, seats: SEATS }),
    ];
    expect(results.map(outcome)).toEqual(expected);
    for (const after of results) {
      if ('refused' in after) continue;
      expect(after.version).toBe(5);
      expect(after.seats).toEqual(holdsSeat(after.status) ? SEATS : []);
      expect(after.waitingSince !== undefined).toBe(after.status === 'waitlisted');
      expect(after.offeredUntil !== undefined).toBe(after.status === 'offered');
    }
  });

  it('is over with the last day of the meeting, but for the end of an offer', () => {
    const dayAfter = new Date(`${addDays(meeting.endsOn, 1)}T12:00:00Z`);
    for (const key of Object.keys(TABLE)) {
      const [status, move] = key.split(' ') as [Status, Command['move']];
      const after = transition(inState(status), COMMANDS[move], {
        meeting,
        now: dayAfter,
        seats: SEATS,
      });
      expect([key, outcome(after)]).toEqual([
        key,
        move === 'expire' ? 'withdrawn' : 'meeting-over',
      ]);
    }
    const lastDay = new Date(`${meeting.endsOn}T12:00:00Z`);
    const after = transition(inState('confirmed'), COMMANDS.withdraw, { meeting, now: lastDay });
    expect(outcome(after)).toBe('withdrawn');
  });

  it('keeps an offer for as long as the meeting says', () => {
    const after = transition(inState('waitlisted'), COMMANDS.offer, { meeting, now, seats: SEATS });
    expect(after).toMatchObject({ offeredUntil: '2026-05-13T09:00:00.000Z' });
  });

  it('remembers who decided, and why', () => {
    const declined = transition(inState('pending'), COMMANDS.decline, { meeting, now });
    expect(declined).toMatchObject({
      decision: { by: 'organiser', at: now.toISOString(), reason: 'Not of the delegation.' },
    });
  });
});

describe('a new registration', () => {
  it('is confirmed with a seat, waits without one, and waits to be validated in any case', () => {
    expect(initialStatus('open', SEATS, now)).toEqual({ status: 'confirmed', seats: SEATS });
    expect(initialStatus('open', undefined, now)).toEqual({
      status: 'waitlisted',
      seats: [],
      waitingSince: now.toISOString(),
    });
    for (const seats of [SEATS, undefined])
      expect(initialStatus('validated', seats, now)).toEqual({ status: 'pending', seats: [] });
  });
});

describe('any sequence of moves', () => {
  it('never brings back what has ended, and leaves seats with those who sit on them alone', () => {
    const step = fc.record({
      who: fc.nat(3),
      move: fc.constantFrom(...(Object.keys(COMMANDS) as Command['move'][])),
      hours: fc.nat(60),
      seat: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const people = (['pending', 'waitlisted', 'offered', 'confirmed'] as const).map(inState);
        let at = now.getTime();
        for (const { who, move, hours, seat } of steps) {
          at += hours * 3_600_000;
          const before = people[who] as Registration;
          const seats = seat ? SEATS : undefined;
          const after = transition(before, COMMANDS[move], { meeting, now: new Date(at), seats });
          if ('refused' in after) continue;
          expect(isLive(before.status)).toBe(true);
          expect(after.version).toBe(before.version + 1);
          expect(after.seats.length > 0).toBe(holdsSeat(after.status));
          people[who] = after;
        }
      }),
    );
  });
});

describe('the line', () => {
  const place = fc.record({
    reference: fc.string({ minLength: 1, maxLength: 4 }),
    since: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
    seat: fc.boolean(),
  });
  it('serves whoever has waited longest of those for whom there is a seat, in any order of reading', () => {
    fc.assert(
      fc.property(fc.array(place), (line) => {
        const next = nextInWaitingList(line, ({ seat }) => seat);
        const possible = line.filter(({ seat }) => seat);
        expect(next === undefined).toBe(possible.length === 0);
        if (next === undefined) return;
        expect(possible).toContain(next);
        for (const one of possible) expect(next.since <= one.since).toBe(true);
        const turned = nextInWaitingList(line.toReversed(), ({ seat }) => seat);
        expect([turned?.since, turned?.reference]).toEqual([next.since, next.reference]);
      }),
    );
  });
});
