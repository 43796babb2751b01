import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../functions/domain/eligibility/category.ts';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { applyMeeting, MeetingRefused } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting, listMeetings } from '../../../functions/store/meeting/meeting.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { meetingOn, registrationOf } from '../../support/fixtures.ts';
import { freshTables } from '../dynamo.ts';
import { service, truth } from '../service.ts';

type Service = Awaited<ReturnType<typeof service>>;

const NOW = new Date('2026-01-12T03:00:00Z');
let people = 0;

/** Registers `count` people one after the other, and says how many got in. */
async function register({ post }: Service, count: number): Promise<number> {
  let confirmed = 0;
  for (let n = 0; n < count; n++) {
    people += 1;
    const request = registrationOf({ email: `p${people}@example.org` });
    let { status } = await post(request);
    // "Busy" is no answer: whoever is told so tries again.
    while (status === 503) ({ status } = await post(request));
    expect([201, 409]).toContain(status);
    if (status === 201) confirmed += 1;
  }
  return confirmed;
}

const apply = ({ store, meeting }: Service, changes: Partial<Meeting> = {}) =>
  applyMeeting(store, { ...meeting, ...changes }, NOW);

/** Applies what must be refused; says why, after making sure that nothing has been written. */
async function refusal(base: Service, changes: Partial<Meeting>) {
  const read = async () => [
    await getMeeting(base.store, base.meeting.id),
    await readSeats(base.store, base.meeting.id),
    (await truth(base.store, base.meeting.id)).audit.length,
  ];
  const before = await read();
  const error = await apply(base, changes).catch((reason: unknown) => reason);
  expect(await read()).toEqual(before);
  if (!(error instanceof MeetingRefused)) throw error;
  return `${error.path}: ${error.message}`;
}

describe('applying a meeting', () => {
  it('creates it, leaves it alone when nothing is new, and counts its revisions', async () => {
    const store = await freshTables();
    const meeting = meetingOn('2026-01-12');
    const created = await applyMeeting(store, meeting, NOW);
    expect(created).toMatchObject({ outcome: 'created', before: undefined });
    expect(created.stored.revision).toBe(1);

    const again = await applyMeeting(store, meeting, new Date(NOW.getTime() + 60_000));
    expect(again).toMatchObject({ outcome: 'unchanged', stored: { updatedAt: NOW.toISOString() } });

    const title = { en: 'Another title' };
    const changed = await applyMeeting(store, { ...meeting, title }, NOW);
    expect(changed).toMatchObject({ outcome: 'changed', before: { title: meeting.title } });
    expect(await getMeeting(store, meeting.id)).toMatchObject({ meeting: { title }, revision: 2 });
    expect((await listMeetings(store)).map(({ meeting: { id } }) => id)).toEqual([meeting.id]);
    const { audit } = await truth(store, meeting.id);
    expect(audit.map(({ action }) => action)).toEqual(['meeting-applied', 'meeting-applied']);
  });

  it('takes every category at once, none of them with a ceiling', async () => {
    const base = await service({
      categories: Object.fromEntries(CATEGORIES.map((one) => [one, { admission: 'open' }])),
    });
    expect(await register(base, 1)).toBe(1);
    const all = (category: object) => ({
      categories: Object.fromEntries(CATEGORIES.map((one) => [one, category])),
    });
    // Each way all parts of all counters change, which one transaction has to take.
    for (const ceiling of [50, 100_000]) await apply(base, all({ admission: 'open', ceiling }));
    await apply(base, { ceiling: 100_000, ...all({ admission: 'open' }) });
    expect(await register(base, 2)).toBe(2);
  });

  it('changes an admission only where nobody is left who could not have come by it', async () => {
    const admission = (party: string) => ({ categories: { party: { admission: party } } });
    const base = await service(admission('open'));
    const to = (party: string) => apply(base, admission(party) as Partial<Meeting>);
    expect(await register(base, 1)).toBe(1);
    await expect(to('validated')).rejects.toMatchObject({ path: 'categories.party.admission' });
    await to('invited');
    await to('open');
    const waiting = await service(admission('validated'));
    await waiting.post(registrationOf());
    for (const party of ['open', 'closed'])
      await expect(apply(waiting, admission(party) as Partial<Meeting>)).rejects.toThrow(
        /FP26-\w+\): decide on those who wait/,
      );
  });

  it('can be done by several at once: the same definition is created once', async () => {
    const store = await freshTables();
    const meeting = meetingOn('2026-01-12', { ceiling: 1000 });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => applyMeeting(store, meeting, NOW)),
    );
    const count = outcomes.filter(({ outcome }) => outcome === 'created').length;
    expect([count, (await getMeeting(store, meeting.id))?.revision]).toEqual([1, 1]);
  });
});

describe('a ceiling', () => {
  it('that is set, raised and taken away later lets in exactly as many as it says', async () => {
    const base = await service();
    expect(await register(base, 12)).toBe(12);
    const { taken } = await truth(base.store, base.meeting.id);
    expect(taken('meeting')).toBe(12);
    // Without a ceiling the counter is in several parts, and all of them have seats taken or room.
    const parts = (await readSeats(base.store, base.meeting.id)).filter(
      ({ scope }) => scope === 'meeting',
    );
    expect(parts.filter((part) => part.taken > 0).length).toBeGreaterThan(1);

    await apply(base, { ceiling: 12 });
    expect(await register(base, 2)).toBe(0);
    await apply(base, { ceiling: 15 });
    expect(await register(base, 5)).toBe(3);
    await apply(base, { ceiling: 1000 });
    expect(await register(base, 5)).toBe(5);
    await apply(base);
    expect(await register(base, 2)).toBe(2);
    expect((await truth(base.store, base.meeting.id)).taken('meeting')).toBe(22);
  });

  it('can be lowered to the seats that are taken, and not below', async () => {
    const base = await service({ ceiling: 1000 });
    await register(base, 7);
    expect(await refusal(base, { ceiling: 6 })).toBe(
      'ceiling: is 6, below the number of seats taken (7): set at least that many',
    );
    const categories = { ...base.meeting.categories };
    categories.party = { admission: 'open', ceiling: 5 };
    expect(await refusal(base, { categories })).toMatch(
      /^categories\.party\.ceiling: is 5, below the number of seats taken/,
    );
    await apply(base, { ceiling: 7 });
    expect(await register(base, 2)).toBe(0);
  });

  it('of a category holds beside that of the meeting', async () => {
    const base = await service({ ceiling: 100 });
    await register(base, 3);
    const categories = { ...base.meeting.categories };
    categories.party = { admission: 'open', ceiling: 4 };
    await apply(base, { ceiling: 100, categories });
    expect(await register(base, 3)).toBe(1);
    const { taken } = await truth(base.store, base.meeting.id);
    expect([taken('meeting'), taken('category:party')]).toEqual([4, 4]);
  });

  it('holds while people register at the same moment', async () => {
    const base = await service({ ceiling: 2000 });
    const rush = Promise.all(Array.from({ length: 30 }, () => register(base, 2)));
    const applied = apply(base, { ceiling: 40 }).catch((error: unknown) => error);
    const got = (await rush).reduce((sum, count) => sum + count, 0);
    const { taken } = await truth(base.store, base.meeting.id);
    expect(taken('meeting')).toBe(got);
    // Either it came in time, and nobody passed it; or more were in by then, and it was refused.
    const error = await applied;
    if (error instanceof MeetingRefused) expect(got).toBeGreaterThan(40);
    else expect(got).toBeLessThanOrEqual(40);
  });

  it('keeps the seats of a category that is no longer admitted', async () => {
    const base = await service();
    await register(base, 2);
    const { party: _, ...categories } = base.meeting.categories;
    await apply(base, { categories });
    const { taken } = await truth(base.store, base.meeting.id);
    expect(taken('category:party')).toBe(2);
    await apply(base);
    expect(await register(base, 1)).toBe(1);
    expect((await truth(base.store, base.meeting.id)).taken('category:party')).toBe(3);
  });
});

describe('another first day', () => {
  it('is taken while everybody keeps the category, and refused when somebody would not', async () => {
    const base = await service();
    await register(base, 1);
    const [one] = (await truth(base.store, base.meeting.id)).registrations;
    const later = await apply(base, { endsOn: '2099-01-02', startsOn: '2099-01-01' });
    expect(later.outcome).toBe('changed');
    // Cambodia deposited in 2007.
    expect(await refusal(base, { startsOn: '2006-01-01' })).toBe(
      `startsOn: changes the category of people who are registered (${one?.reference}): have them withdraw first, and register again after`,
    );
  });
});

describe('the prefix of references', () => {
  it('stays what it was, as references with it were given out', async () => {
    const base = await service();
    expect(await refusal(base, { referencePrefix: 'OTHER' })).toBe(
      'referencePrefix: stays FP26: references with it were given out',
    );
  });

  it('belongs to one meeting, also when two ask for it at once', async () => {
    const store = await freshTables();
    const meetings = ['one', 'two'].map((id) => meetingOn('2026-01-12', { id }));
    const results = await Promise.allSettled(
      meetings.map((meeting) => applyMeeting(store, meeting, NOW)),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { path: 'referencePrefix' } });
    expect(await listMeetings(store)).toHaveLength(1);
  });
});
