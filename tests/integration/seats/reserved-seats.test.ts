import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { toItem } from '../../../functions/store/platform/client.ts';
import { registryKeys } from '../../../functions/store/platform/keys.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { injectFaults, justBefore, keysWritten, killAt } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { invited, seen } from '../delegations.ts';
import { type Base, come, kept, type Somebody, send } from '../own.ts';
import { service, truth } from '../service.ts';

const moving = () => ({ now: new Date(), deadline: Date.now() + 20_000 });
const advance = ({ store, meeting }: Base) => advanceWaitingList(store, meeting.id, moving());
const apply = ({ store, meeting }: Base, changes: Partial<Meeting>) =>
  applyMeeting(store, { ...meeting, ...changes }, new Date());
const standing = (base: Base, people: readonly Somebody[]) =>
  Promise.all(people.map(async (one) => (await kept(base, one)).status));

/** A meeting that is full, and some who wait, in their order. */
async function fullMeeting(waiting: number, changes: Record<string, unknown> = {}) {
  const base = await service({ waitingList: true, ceiling: 1, ...changes });
  await come(base, 'seated');
  const line = [];
  for (let n = 0; n < waiting; n++) line.push(await come(base, `waits${n}`));
  expect(new Set(line.map(({ status }) => status))).toEqual(
    new Set(waiting > 0 ? ['waitlisted'] : []),
  );
  return { base, line };
}

/** Makes the seats free for whoever comes first, as applying a meeting would without holding them. */
async function giveAway({ store, meeting }: Base, ceiling: number) {
  for (const { scope, shard } of await readSeats(store, meeting.id))
    if (scope === 'meeting')
      await store.client.send(
        new UpdateItemCommand({
          TableName: store.registry,
          Key: toItem(registryKeys.seats(meeting.id, scope, shard)),
          UpdateExpression: 'SET ceiling = :ceiling',
          ExpressionAttributeValues: toItem({ ':ceiling': ceiling }),
        }),
      );
}

describe('seats that an organiser makes', () => {
  it.each([
    ['of one category', {}],
    ['of several', { categories: { party: { admission: 'open' }, ngo: { admission: 'open' } } }],
  ])('are not taken back under those who are offered them: %s', async (_, changes) => {
    const { base, line } = await fullMeeting(2, changes);
    await apply(base, { ceiling: 4 });
    // The waiting list is advanced in the moment before the ceiling is lowered again.
    justBefore(base.store.client, 'MEETING', () => advance(base));
    await expect(apply(base, { ceiling: 1 })).rejects.toThrow('below the number of seats taken');
    expect(await standing(base, line)).toEqual(['offered', 'offered']);
    const seats = (await readSeats(base.store, base.meeting.id)).filter(
      ({ scope }) => scope === 'meeting',
    );
    for (const { taken, ceiling = 0 } of seats) expect(taken).toBeLessThanOrEqual(ceiling);
  });

  it('are not to be had before those who wait are offered them', async () => {
    const { base, line } = await fullMeeting(2);
    await apply(base, { ceiling: 4 });
    const newcomer = await come(base, 'newcomer');
    expect(newcomer.status).toBe('waitlisted');
    expect(await advance(base)).toMatchObject({ offered: 3 });
    expect(await standing(base, [...line, newcomer])).toEqual(['offered', 'offered', 'offered']);
    // All that were made have been offered, the counter is as the definition says, and the next one waits.
    expect((await come(base, 'late')).status).toBe('waitlisted');
    await expectAgreement({ ...base, meeting: { ...base.meeting, ceiling: 4 } });
  });

  it('are not counted as left on the page of a delegation before that', async () => {
    const { base } = await fullMeeting(1);
    const { page } = await invited(base);
    const shown = async () => (await base.app.request(page)).text();
    expect((await seen(base, page)).seats.left).toBe(0);
    expect(await shown()).not.toContain('Free seats are offered first');
    for (const [ceiling, left] of [
      [4, 2],
      [undefined, undefined],
    ]) {
      await apply(base, { ceiling });
      expect((await seen(base, page)).seats.left).toBe(0);
      expect(await shown()).toContain('Free seats are offered first to those on the waiting list.');
      await advance(base);
      expect((await seen(base, page)).seats.left).toBe(left);
      expect(await shown()).not.toContain('Free seats are offered first');
      if (left === undefined) continue;
      // That many can come indeed, and the next one waits.
      const arrivals = ['a', 'b', 'c'].map((name) => come(base, name));
      const statuses = (await Promise.all(arrivals)).map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(left).fill('confirmed'), 'waitlisted']);
    }
    await expectAgreement({ ...base, meeting: { ...base.meeting, ceiling: undefined } });
  });

  it('go to a newcomer where they are not held: the negative control', async () => {
    const { base, line } = await fullMeeting(2);
    await apply(base, { ceiling: 2 });
    await giveAway(base, 2);
    expect((await come(base, 'newcomer')).status).toBe('confirmed');
    await advance(base);
    expect(await standing(base, line)).toEqual(['waitlisted', 'waitlisted']);
  });

  it.each([
    ['a higher ceiling', { ceiling: 4 }],
    ['no ceiling any more', { ceiling: undefined }],
  ])('are for whoever comes once nobody waits: %s', async (_, changes) => {
    const { base, line } = await fullMeeting(1);
    await apply(base, changes);
    await advance(base);
    expect(await standing(base, line)).toEqual(['offered']);
    expect((await come(base, 'newcomer')).status).toBe('confirmed');
    await expectAgreement(base);
  });

  it('are at once for whoever comes where nobody waits', async () => {
    const { base } = await fullMeeting(0);
    await apply(base, { ceiling: 2 });
    expect((await come(base, 'newcomer')).status).toBe('confirmed');
  });

  it('are not kept from others by somebody whose delegation is full', async () => {
    const categories = { party: { admission: 'open', delegationCeiling: 1 } };
    const { base, line } = await fullMeeting(2, { categories });
    const lao = await come(base, 'lao', { state: 'LA' });
    await apply(base, { ceiling: 3 });
    expect(await advance(base)).toMatchObject({ offered: 1 });
    expect(await standing(base, [...line, lao])).toEqual(['waitlisted', 'waitlisted', 'offered']);
    expect((await come(base, 'vietnamese', { state: 'VN' })).status).toBe('confirmed');
    await expectAgreement({ ...base, meeting: { ...base.meeting, ceiling: 3 } });
  });

  it('of a category or of delegations are held too', async () => {
    const categories = (ceiling: number, delegationCeiling: number): Meeting['categories'] => ({
      party: { admission: 'open', ceiling, delegationCeiling },
      ngo: { admission: 'open' },
    });
    const { base, line } = await fullMeeting(2, { ceiling: 9, categories: categories(1, 1) });
    for (const [ceiling, delegationCeiling] of [
      [9, 1],
      [9, 2],
    ] as const) {
      const ceilings = { ceiling: 9, categories: categories(ceiling, delegationCeiling) };
      await apply(base, ceilings);
      const newcomer = await come(base, `newcomer${delegationCeiling}`);
      expect(newcomer.status).toBe('waitlisted');
      await advance(base);
      line.push(newcomer);
    }
    // One more of Cambodia, and that is the first in the line.
    expect(await standing(base, line)).toEqual([
      'offered',
      'waitlisted',
      'waitlisted',
      'waitlisted',
    ]);
    expect((await come(base, 'vietnamese', { state: 'VN' })).status).toBe('confirmed');
    await expectAgreement(base);
  });

  it('stay held when the same meeting is applied again before those who wait are served', async () => {
    const { base, line } = await fullMeeting(2);
    expect((await apply(base, { ceiling: 2 })).outcome).toBe('changed');
    expect((await apply(base, { ceiling: 2 })).outcome).toBe('unchanged');
    expect((await come(base, 'newcomer')).status).toBe('waitlisted');
    await advance(base);
    expect(await standing(base, line)).toEqual(['offered', 'waitlisted']);
  });

  it('go to the line in its order wherever the service dies', async () => {
    for (let n = 0, died = true; died; n++) {
      const { base, line } = await fullMeeting(2);
      const { counts, revive } = killAt(base.store.client, n, n % 2 ? 'before' : 'after');
      await apply(base, { ceiling: 2 })
        .then(() => advance(base))
        .catch(() => undefined);
      revive();
      died = counts.requests > n;
      const newcomer = await come(base, 'newcomer');
      expect(newcomer.status).toBe('waitlisted');
      await apply(base, { ceiling: 2 });
      await advance(base);
      expect(await standing(base, [...line, newcomer])).toEqual([
        'offered',
        'waitlisted',
        'waitlisted',
      ]);
      await expectAgreement({ ...base, meeting: { ...base.meeting, ceiling: 2 } });
    }
  }, 120_000);
});

describe('a seat that comes free while somebody joins the line', () => {
  it('before they are in it, is theirs', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const seated = await come(base, 'seated');
    justBefore(base.store.client, 'WAITING#', async () => send(base, `${seated.own}/withdraw`));
    expect((await come(base, 'joins')).status).toBe('confirmed');
    await expectAgreement(base);
  });

  it('after the line was seen to be empty, is offered to them and to nobody else', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const seated = await come(base, 'seated');
    const joined: Somebody[] = [];
    // What withdrawing writes first is the registration, with nobody next to it.
    justBefore(base.store.client, `REG#${seated.reference}`, async () => {
      joined.push(await come(base, 'joins'));
    });
    const keys = keysWritten(base.store.client);
    await send(base, `${seated.own}/withdraw`);
    expect(joined.map(({ status }) => status)).toEqual(['waitlisted']);
    expect(await standing(base, joined)).toEqual(['offered']);
    // It was handed on in the transaction that gave it back: nothing came free for anybody else.
    const last = keys.lastIndexOf(`REG#${seated.reference}`);
    expect(keys.slice(last).filter((key) => key.startsWith('FENCE#'))).toEqual([]);
    expect(keys.slice(last).some((key) => key.startsWith('OFFER#'))).toBe(true);
    await expectAgreement(base);
  });
});

describe('joining the line', () => {
  it('writes no seat counter, on which all others would queue', async () => {
    const { base } = await fullMeeting(1);
    const keys = keysWritten(base.store.client);
    expect((await come(base, 'waits')).status).toBe('waitlisted');
    const joining = keys.slice(keys.findLastIndex((key) => key.startsWith('REG#')));
    expect(joining.filter((key) => key.startsWith('FENCE#'))).toHaveLength(1);
    expect(joining.filter((key) => key.startsWith('SEATS#'))).toEqual([]);
  });
});

describe('in any rush', () => {
  it('nobody who comes when seats are made overtakes somebody who waited', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          waiting: fc.integer({ min: 1, max: 4 }),
          made: fc.integer({ min: 1, max: 5 }),
          newcomers: fc.integer({ min: 1, max: 6 }),
          leaves: fc.boolean(),
          faults: fc.boolean(),
        }),
        async ({ waiting, made, newcomers, leaves, faults }) => {
          const { base, line } = await fullMeeting(waiting);
          if (faults) injectFaults(base.store.client, { cancelled: 0.2, lost: 0.05 });
          const first = line[0] as Somebody;
          const ceiling = 1 + made;
          const arrivals = Array.from({ length: newcomers }, (_, n) => come(base, `new${n}`));
          await Promise.all([
            apply(base, { ceiling }).then(() => advance(base)),
            ...arrivals,
            ...(leaves ? [send(base, `${first.own}/withdraw`)] : []),
          ]);
          const seatedEarly = (await Promise.all(arrivals)).some(
            ({ status }) => status === 'confirmed',
          );
          // What is offered last is offered to those who joined while it was going on.
          await advance(base);
          const waits = (await standing(base, line)).includes('waitlisted');
          expect(seatedEarly && waits).toBe(false);
          const { registrations, taken } = await truth(base.store, base.meeting.id);
          const inLine = registrations.filter(({ status }) => status === 'waitlisted').length;
          // No seat stays empty while somebody waits.
          expect(taken('meeting')).toBe(inLine > 0 ? ceiling : Math.min(ceiling, taken('meeting')));
          await expectAgreement({ ...base, meeting: { ...base.meeting, ceiling } });
        },
      ),
      { numRuns: 25 },
    );
  }, 240_000);
});
