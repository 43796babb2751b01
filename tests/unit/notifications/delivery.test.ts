import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterLifting,
  afterReport,
  type Delivery,
  type DeliveryReport,
  SOFT_BOUNCE_DAYS,
  standingOf,
  suppressionOf,
  troubleOf,
} from '../../../functions/domain/notifications/delivery.ts';

const instant = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();

/** A report of the message that was sent on a day of January 2026, an hour after it was. */
const report = (
  what: 'delivered' | 'hard' | 'soft' | 'complained' | 'rejected' | 'account-list',
  day = 1,
  change: Partial<DeliveryReport> = {},
): DeliveryReport => ({
  state: what === 'hard' || what === 'soft' || what === 'account-list' ? 'bounced' : what,
  ...((what === 'hard' || what === 'account-list') && { bounce: 'hard' }),
  ...(what === 'soft' && { bounce: 'soft' }),
  ...(what === 'account-list' && { onListOfSes: true }),
  at: instant(day, 10),
  sentAt: instant(day),
  messageId: `m-${day}`,
  ...change,
});
const told = (reports: readonly DeliveryReport[], before: Delivery = {}) =>
  reports.reduce(afterReport, before);

const reports = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        'delivered',
        'hard',
        'soft',
        'soft',
        'complained',
        'rejected',
        'account-list',
      ) as fc.Arbitrary<Parameters<typeof report>[0]>,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 8, max: 11 }),
      fc.integer({ min: 10, max: 13 }),
    )
    .map(([what, day, sent, at]) =>
      report(what, day, {
        sentAt: instant(day, sent),
        at: instant(day, at),
        messageId: `m-${day}-${sent}`,
      }),
    ),
  { maxLength: 14 },
);

describe('what is known of an address', () => {
  it('is the same whatever the order of the reports, and however often each comes', () => {
    fc.assert(
      fc.property(
        reports.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
          ),
        ),
        fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
        ([all, mixed], lifted) => {
          const known = lifted === undefined ? {} : afterLifting(new Date(instant(lifted, 11)));
          expect(told(mixed, known)).toEqual(told(all, known));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('does not change by what is known already', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const known = told(all);
        for (const one of all) expect(afterReport(known, one)).toBe(known);
      }),
    );
  });

  it('is what became of the message that was sent last', () => {
    expect(standingOf(told([report('delivered', 2), report('soft', 1)]))).toMatchObject({
      state: 'delivered',
      at: instant(2, 10),
    });
    expect(troubleOf(told([report('delivered', 1), report('soft', 2)]))).toEqual({
      trouble: 'refused',
      since: instant(2, 10),
    });
    expect(troubleOf(told([report('rejected', 1)]))?.trouble).toBe('rejected');
    expect(standingOf({})).toBeUndefined();
    expect(troubleOf({})).toBeUndefined();
  });

  it.each([
    ['delivered', 'soft', 'delivered'],
    ['soft', 'delivered', 'delivered'],
    ['delivered', 'hard', 'bounced'],
    ['delivered', 'complained', 'complained'],
    ['complained', 'hard', 'complained'],
  ] as const)('of one message, %s and %s: %s', (one, other, state) => {
    expect(told([report(one), report(other)]).latest?.state).toBe(state);
  });
});

describe('the suppression of an address', () => {
  it.each([
    ['hard', { because: 'hard-bounce', since: instant(1, 10) }, 'returned'],
    ['complained', { because: 'complaint', since: instant(1, 10) }, 'complained'],
    ['account-list', { because: 'account-list', since: instant(1, 10) }, 'returned'],
  ] as const)(
    'follows from %s, and nothing that is reported ends it',
    (what, expected, trouble) => {
      const known = told([report(what, 1), report('delivered', 2)]);
      expect(suppressionOf(known)).toEqual(expected);
      expect(troubleOf(known)).toEqual({ trouble, since: instant(1, 10) });
    },
  );

  it.each(['soft', 'rejected', 'delivered'] as const)('does not follow from %s', (what) => {
    expect(suppressionOf(told([report(what)]))).toBeUndefined();
  });

  it('says of a complaint that SES itself remembers that it is one', () => {
    expect(troubleOf(told([report('complained', 1, { onListOfSes: true })]))?.trouble).toBe(
      'complained',
    );
  });

  const softly = (days: readonly number[]) => days.map((day) => report('soft', day));

  it('follows from soft bounces on enough days, counted once a day', () => {
    const days = Array.from({ length: SOFT_BOUNCE_DAYS }, (_, at) => at + 1);
    expect(suppressionOf(told(softly(days.slice(1))))).toBeUndefined();
    const often = [8, 9, 10, 11, 12, 13].map((hour) =>
      report('soft', 1, { sentAt: instant(1, hour), messageId: `m-${hour}` }),
    );
    expect(suppressionOf(told(often))).toBeUndefined();
    expect(suppressionOf(told(softly(days)))).toEqual({
      because: 'soft-bounces',
      since: instant(SOFT_BOUNCE_DAYS),
    });
  });

  it('does not follow from soft bounces with a delivery in between, nor from answers of who is away', () => {
    expect(
      suppressionOf(told([...softly([1, 2, 3]), report('delivered', 4), ...softly([5, 6, 7])])),
    ).toBeUndefined();
    const away = [1, 2, 3, 4, 5, 6].flatMap((day) => [
      report('soft', day),
      report('delivered', day),
    ]);
    expect(suppressionOf(told(away))).toBeUndefined();
    expect(troubleOf(told(away))).toBeUndefined();
  });

  it('ends when it is lifted: what was before no longer counts, what comes after does', () => {
    const lifted = afterLifting(new Date(instant(3)));
    expect(afterReport(lifted, report('hard', 1))).toBe(lifted);
    expect(troubleOf(lifted)).toBeUndefined();
    // A bounce that took days counts by when it came.
    expect(suppressionOf(afterReport(lifted, report('hard', 2, { at: instant(4) })))).toEqual({
      because: 'hard-bounce',
      since: instant(4),
    });
  });
});
