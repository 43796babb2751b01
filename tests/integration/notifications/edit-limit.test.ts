import { describe, expect, it } from 'vitest';
import { drain, entriesIn, kindsTo, mailsOf, mailsTo, textOf } from '../mail-steps.ts';
import { come, kept, patch } from '../own.ts';
import { service } from '../service.ts';

const ONE = 'one@example.org';
const VALIDATED = {
  categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
};
const AN_HOUR_LATER = 3_600_000 + 60_000;

describe('the limit on messages that edits cause', () => {
  it('puts off what changes after some messages within the hour, and then tells it in one', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    for (const familyName of ['Aa', 'Bb', 'Cc', 'Dd']) {
      await patch(base, one, { familyName });
      await drain(base);
    }
    await patch(base, one, { delegationRole: 'adviser' });
    await drain(base);
    const within = await mailsOf(base, 'details-changed');
    expect(within.length).toBeLessThan(4);
    expect(textOf(within.at(-1))).not.toContain('Dd');
    await drain(base, AN_HOUR_LATER);
    const [later, ...more] = (await mailsOf(base, 'details-changed')).slice(within.length);
    expect(more).toEqual([]);
    expect(textOf(later)).toContain('Dd');
    expect(textOf(later)).toContain('your name');
    expect(textOf(later)).toContain('your part in the delegation');
  });

  it.each([
    [6, ['confirmation'], 'CONFIRMED'],
    [7, [], 'CANCELLED'],
  ])(
    'puts off the message of another state: after %i changes within the hour it sends %j, and the calendar is %s',
    async (count, later, entry) => {
      const base = await service(VALIDATED);
      const one = await come(base, 'one', { state: 'US' });
      await drain(base);
      for (let n = 0; n < count; n++) {
        await patch(base, one, { state: n % 2 ? 'US' : 'KH' });
        await drain(base);
      }
      const isConfirmed = count % 2 === 0;
      expect((await kept(base, one)).status).toBe(isConfirmed ? 'confirmed' : 'pending');
      const within = await mailsTo(base, ONE);
      expect(within).toHaveLength(6);
      expect(within.at(-1)?.kind).toBe('acknowledgement');
      await drain(base, AN_HOUR_LATER);
      expect((await kindsTo(base, ONE)).slice(within.length)).toEqual(later);
      const last = (await mailsTo(base, ONE)).flatMap(({ calendar }) => entriesIn(calendar)).at(-1);
      expect(last?.status).toBe(entry);
    },
    60_000,
  );

  it('does not count what changes before the first message goes out', async () => {
    const base = await service(VALIDATED);
    const one = await come(base, 'one', { state: 'US' });
    for (const familyName of ['Aa', 'Bb', 'Cc']) await patch(base, one, { familyName });
    for (const state of ['KH', 'US', 'KH', 'US']) await patch(base, one, { state });
    await drain(base);
    expect((await kept(base, one)).status).toBe('confirmed');
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
  });
});
