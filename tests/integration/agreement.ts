import { expect } from 'vitest';
import type { Meeting } from '../../functions/domain/meeting/meeting.ts';
import { holdsSeat, isLive } from '../../functions/domain/registration/registration.ts';
import { ceilingOf, isDelegation, scopesOf } from '../../functions/domain/seats/seats.ts';
import { getMeeting } from '../../functions/store/meeting/meeting.ts';
import type { Store } from '../../functions/store/platform/client.ts';
import { listRegistrations } from '../../functions/store/registration/registration.ts';
import { readSeats } from '../../functions/store/seats/seats.ts';
import { readOffers, readWaitingList } from '../../functions/store/seats/waiting-list.ts';

/**
 * That all that is kept of a meeting agrees: every counter with a recount of the people who hold its seats and
 * with its ceiling, the line and the offers with the people in them, and no two live people have one address.
 */
export async function expectAgreement({ store, meeting }: { store: Store; meeting: Meeting }) {
  const stored = await getMeeting(store, meeting.id);
  if (stored === undefined) throw new Error('There is no such meeting');
  const people = await listRegistrations(store, meeting.id);
  const counters = await readSeats(store, meeting.id);
  const recount = new Map<string, number>();
  for (const one of people) {
    const wanted: readonly string[] = holdsSeat(one.status) ? scopesOf(stored.meeting, one) : [];
    // Seats of delegations may be counted before, or after, their category has a ceiling for them.
    const held = one.seats.map(({ scope }) => scope);
    expect(held.filter((scope) => wanted.includes(scope) || !isDelegation(scope))).toEqual(wanted);
    if (!holdsSeat(one.status)) expect(held).toEqual([]);
    for (const { scope, shard } of one.seats)
      recount.set(`${scope}#${shard}`, (recount.get(`${scope}#${shard}`) ?? 0) + 1);
  }
  for (const { scope, shard, taken, ceiling } of counters) {
    expect([scope, shard, taken]).toEqual([scope, shard, recount.get(`${scope}#${shard}`) ?? 0]);
    if (ceiling !== undefined) expect(taken).toBeLessThanOrEqual(ceiling);
    recount.delete(`${scope}#${shard}`);
  }
  expect([...recount]).toEqual([]);
  for (const scope of new Set(counters.map((one) => one.scope))) {
    const taken = counters.reduce((sum, one) => sum + (one.scope === scope ? one.taken : 0), 0);
    expect(taken).toBeLessThanOrEqual(ceilingOf(stored.meeting, scope) ?? Number.POSITIVE_INFINITY);
  }
  const references = (status: string) =>
    people.filter((one) => one.status === status).map(({ reference }) => reference);
  const line = (await readWaitingList(store, meeting.id)).map(({ reference }) => reference);
  expect(line.toSorted()).toEqual(references('waitlisted').toSorted());
  const offers = (await readOffers(store, meeting.id)).map(({ reference }) => reference);
  expect(offers.toSorted()).toEqual(references('offered').toSorted());
  const addresses = people.flatMap(({ status, email }) => (isLive(status) && email ? [email] : []));
  expect(new Set(addresses).size).toBe(addresses.length);
}
