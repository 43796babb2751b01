import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { requestList } from '../../../functions/scheduler/send-list.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { injectFaults, killAt } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { putLastMessage } from '../clock.ts';
import { act, come, invited, nomineeOf, validated } from '../delegations.ts';
import { drainOutbox } from '../mailbox.ts';
import { everything, patch, send } from '../own.ts';
import { PUBLIC_URL, truth } from '../service.ts';

// Years pass in an instant.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const FOCAL_POINT = { name: 'Fenella Pointwell', email: 'fenella@ministry.example' };
const SECOND = { name: 'Gudrun Pointmore', email: 'gudrun@ministry.example' };
/** By what people can be reached, and who they are: each a word that stands nowhere else. */
const ADDRESSES = [
  ...['arthur@', 'renamed@', 'beatrix@', 'cosimo@', 'dietlinde@', 'esmeralda@', 'florentin@'],
  ...[FOCAL_POINT.email, SECOND.email, '+855 23 000 000', '+66 2 765 4321'],
];
const NAMES = [
  ...['arthur', 'beatrix', 'cosimo', 'dietlinde', 'esmeralda', 'florentin', 'chan', 'sok'],
  ...[FOCAL_POINT.name, SECOND.name, 'Quillmuseum', 'Nutmegallergy', 'Xxxl'],
];
const DAYS = { contactDays: 30, identityDays: 365 };

/** A meeting in which everything has happened that leaves a trace of people somewhere. */
async function busyMeeting() {
  vi.setSystemTime(new Date('2026-03-02T05:00:00Z'));
  const base = await validated({
    retention: DAYS,
    ceiling: 3,
    questions: [
      { id: 'shirt', kind: 'text', label: { en: 'Shirt' }, keepDays: 200 },
      { id: 'allergy', kind: 'text', label: { en: 'Allergy' }, sensitive: true, keepDays: 360 },
    ],
  });
  const page = (await invited(base, 'KH', { ...FOCAL_POINT, language: 'fr' })).page;
  await invited(base, 'VN', { ...SECOND, language: 'en' });
  const answers = { shirt: 'Xxxl', allergy: 'Nutmegallergy' };
  const arthur = await come(base, 'arthur', { answers, institution: 'Quillmuseum' });
  await drainOutbox(base.store);
  await act(base, `${page}/approve`, { reference: arthur.reference });
  await patch(base, arthur, { email: 'renamed@example.org', phone: '+66 2 765 4321' });
  const beatrix = await come(base, 'beatrix');
  await act(base, `${page}/decline`, { reference: beatrix.reference, reason: 'Not now.' });
  const cosimo = await come(base, 'cosimo', { state: 'NP' });
  await send(base, `${cosimo.own}/withdraw`);
  await act(base, `${page}/nominate`, nomineeOf('dietlinde'));
  const observers = [
    await come(base, 'esmeralda', { state: 'TH' }),
    await come(base, 'florentin', { state: 'TH' }),
  ];
  expect(observers.map(({ status }) => status)).toEqual(['confirmed', 'waitlisted']);
  await drainOutbox(base.store);
  await requestList(base.store, base.meeting.id, new Date());
  /** Sets the clock to some days after the meeting. */
  const go = (days: number) =>
    vi.setSystemTime(new Date(`${addDays(base.meeting.endsOn, days)}T05:00:00Z`));
  const tend = () => meetingJobs(base.store, new Date());
  return { ...base, page, arthur, go, tend };
}

/** The words that stand in any item of any table, also within what is compressed. */
async function tracesOf(base: Awaited<ReturnType<typeof busyMeeting>>, words: readonly string[]) {
  const items = await everything(base);
  const text = items
    .map(({ content, ...item }) =>
      content instanceof Uint8Array
        ? JSON.stringify(item) + gunzipSync(content).toString()
        : JSON.stringify({ content, ...item }),
    )
    .join('\n')
    .toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

describe('some days after a meeting', () => {
  it('no item of any table has an address any more, and later no name', async () => {
    const base = await busyMeeting();
    expect(await tracesOf(base, ADDRESSES)).toEqual(ADDRESSES);
    expect(await tracesOf(base, NAMES)).toEqual(NAMES);

    // A message may be younger than the meeting: it is not kept for its own 180 days.
    base.go(29);
    await putLastMessage(base.store, base.meeting.id, base.arthur.reference, new Date(0));
    expect((await send(base, `${base.arthur.own}/resend`)).status).toBe(303);
    await requestList(base.store, base.meeting.id, new Date());
    base.go(30);
    await base.tend();
    expect(await tracesOf(base, ADDRESSES)).toEqual(ADDRESSES);

    base.go(31);
    const [run] = await base.tend();
    expect(run).toMatchObject({
      done: { email: 6, phone: 5, 'focalPoint.email': 2, attachmentChunks: 2 },
    });
    expect(await tracesOf(base, ADDRESSES)).toEqual([]);
    expect(await tracesOf(base, [PUBLIC_URL, 'delegations/'])).toEqual([]);
    expect((await truth(base.store, base.meeting.id)).notices).toEqual([]);
    expect(await tracesOf(base, NAMES)).toEqual(NAMES);
    expect((await base.app.request(base.page)).status).toBe(200);
    expect((await base.app.request(base.arthur.own)).status).toBe(200);
    await expectAgreement(base);

    // What is written afterwards is deleted with the next day.
    await requestList(base.store, base.meeting.id, new Date());
    await invited(base, 'VN', { ...SECOND, language: 'en' });
    base.go(32);
    await base.tend();
    expect(await tracesOf(base, ADDRESSES)).toEqual([]);
    expect((await truth(base.store, base.meeting.id)).notices).toEqual([]);

    base.go(365);
    await base.tend();
    expect(await tracesOf(base, ['arthur', FOCAL_POINT.name])).toEqual([
      'arthur',
      FOCAL_POINT.name,
    ]);
    base.go(366);
    await base.tend();
    expect(await tracesOf(base, [...NAMES, ...ADDRESSES])).toEqual([]);
    expect(await getDelegation(base.store, base.meeting.id, 'KH')).toBeUndefined();
    expect((await base.app.request(base.page)).status).toBe(404);
    await expectAgreement(base);
  });

  it('the audit log says what was deleted and of how many, and of whom without saying who', async () => {
    const base = await busyMeeting();
    base.go(31);
    const [run] = await base.tend();
    const done = run && 'done' in run ? run.done : {};
    const lines = (await truth(base.store, base.meeting.id)).audit.filter(
      ({ action }) => action === 'retention-applied',
    ) as { action: string; reference?: string; detail: string }[];
    const sums = lines.filter(({ detail }) => detail.startsWith('in all: '));
    expect(sums).toHaveLength(1);
    for (const [what, count] of Object.entries(done))
      if (what !== 'offered' && what !== 'expired')
        expect(sums[0]?.detail).toContain(`${what} ${count}`);
    const fields = lines.flatMap(({ reference, detail }) => (reference ? detail.split(' ') : []));
    expect(fields.filter((field) => field === 'email')).toHaveLength(done.email ?? 0);
    expect(lines.map(({ detail }) => detail)).toContain('KH focalPoint.email');
  });

  it('it is done whatever crashes, by the next run of the same day', async () => {
    for (let n = 2, died = true; died; n += 3) {
      const base = await busyMeeting();
      base.go(31);
      const { counts, revive } = killAt(base.store.client, n, n % 2 ? 'before' : 'after');
      // Without its table a run does not even know its meetings.
      await base.tend().catch(() => []);
      revive();
      died = counts.requests > n;
      await base.tend();
      expect(await tracesOf(base, ADDRESSES)).toEqual([]);
      await expectAgreement(base);
    }
  }, 120_000);

  it('it is done though the table is busy', async () => {
    const base = await busyMeeting();
    base.go(366);
    injectFaults(base.store.client, { cancelled: 0.3, lost: 0.1 });
    await base.tend();
    await base.tend();
    expect(await tracesOf(base, [...NAMES, ...ADDRESSES])).toEqual([]);
  });
});
