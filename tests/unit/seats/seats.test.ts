import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardsFor, spread } from '../../../functions/domain/seats/seats.ts';

const taken = fc.array(fc.nat(500), { minLength: 1, maxLength: 8 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('spreading a ceiling over shards', () => {
  it('adds up to the ceiling, and leaves everybody the seat they have', () => {
    fc.assert(
      fc.property(taken, fc.nat(5000), (seats, ceiling) => {
        const parts = spread(ceiling, seats);
        if (sum(seats) > ceiling) {
          expect(parts).toBeUndefined();
          return;
        }
        expect(sum(parts ?? [])).toBe(ceiling);
        for (const [shard, part] of (parts ?? []).entries())
          expect(part).toBeGreaterThanOrEqual(seats[shard] ?? 0);
      }),
    );
  });

  it('never lets in more than the ceiling, whatever comes and goes and however it is raised', () => {
    // Each step: somebody comes to a shard, somebody leaves one, or the ceiling is set anew.
    const step = fc.oneof(
      fc.record({ kind: fc.constant('come' as const), shard: fc.nat(7) }),
      fc.record({ kind: fc.constant('leave' as const), shard: fc.nat(7) }),
      fc.record({ kind: fc.constant('ceiling' as const), ceiling: fc.nat(40) }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(step, { maxLength: 200 }),
        (n, steps) => {
          const seats: number[] = Array(n).fill(0);
          let ceiling = 10;
          let parts = spread(ceiling, seats) ?? [];
          for (const one of steps) {
            if (one.kind === 'ceiling') {
              const next = spread(one.ceiling, seats);
              if (next !== undefined) [parts, ceiling] = [next, one.ceiling];
            } else {
              const shard = one.shard % n;
              const [now = 0, part = 0] = [seats[shard], parts[shard]];
              if (one.kind === 'come' && now < part) seats[shard] = now + 1;
              if (one.kind === 'leave' && now > 0) seats[shard] = now - 1;
            }
            expect(sum(seats)).toBeLessThanOrEqual(ceiling);
            expect(sum(parts)).toBe(ceiling);
          }
        },
      ),
    );
  });
});

describe('the number of shards', () => {
  it.each([
    [0, 1],
    [20, 1],
    [250, 1],
    [251, 2],
    [1000, 4],
    [100_000, 10, 8],
    [undefined, 10, 8],
  ])('for a ceiling of %s is %i', (ceiling, shards, ofCategory = shards) => {
    expect(shardsFor(ceiling, 'meeting')).toBe(shards);
    expect(shardsFor(ceiling, 'category')).toBe(ofCategory);
  });
});
