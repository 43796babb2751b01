import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { meetingDefinition } from '../../../functions/domain/meeting/meeting-definition.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { rescheduleRetention } from '../../../functions/store/privacy/reschedule-retention.ts';
import {
  listVault,
  readSensitiveParts,
} from '../../../functions/store/registration/sensitive-data.ts';
import { injectFaults, killAt } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { type Base, come, everything, kept, patch } from '../own.ts';
import { service } from '../service.ts';

// Months pass in an instant.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const QUESTIONS = [
  { id: 'allergy', kind: 'text', label: { en: 'Allergy' }, sensitive: true, keepDays: 3 },
  { id: 'passport', kind: 'text', label: { en: 'Passport' }, sensitive: true },
];
const TOLD = { dietary: 'Zucchini', answers: { allergy: 'Nutmeg', passport: 'Pnq8877' } };
const moving = () => ({ now: new Date(), deadline: Date.now() + 20_000 });
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const tend = ({ store }: Base) => meetingJobs(store, new Date());

/** A meeting with people who have sensitive data. Days are counted from the end of the meeting. */
async function meetingWith(people: number) {
  vi.setSystemTime(new Date('2026-03-02T05:00:00Z'));
  const base = await service({ questions: QUESTIONS });
  const all = [];
  for (let n = 0; n < people; n++) all.push(await come(base, `p${n}`, TOLD));
  const change = (changes: Record<string, unknown>): Promise<unknown> =>
    applyMeeting(base.store, meetingDefinition.parse({ ...base.meeting, ...changes }), new Date());
  return { ...base, all, change };
}

const postponed = ({ startsOn, endsOn }: Meeting, days: number) => ({
  startsOn: addDays(startsOn, days),
  endsOn: addDays(endsOn, days),
});

/** The last days on which each part is kept, counted from `endsOn`: as registrations know them and as the vault does. */
async function daysKept(base: Base, endsOn: string) {
  const items = await everything(base);
  const days = (day: unknown) => (Date.parse(String(day)) - Date.parse(endsOn)) / 86_400_000;
  const inVault = items.filter(({ part }) => part !== undefined);
  for (const { expiresAt, keptUntil } of inVault)
    expect(expiresAt).toBe(Date.parse(`${addDays(String(keptUntil), 1)}T12:00:00Z`) / 1000);
  const noted = items.flatMap(
    ({ sensitiveParts }) => (sensitiveParts as { keptUntil: string }[]) ?? [],
  );
  const sorted = (list: readonly { keptUntil?: unknown }[]) =>
    list.map(({ keptUntil }) => days(keptUntil)).sort((a, b) => a - b);
  expect(sorted(noted)).toEqual(sorted(inVault));
  return sorted(inVault);
}

describe('until when something is kept apart', () => {
  it.each([
    ['postponed', 200],
    ['moved forward', -20],
  ])('follows a meeting that is %s', async (_, days) => {
    const base = await meetingWith(2);
    const [one] = base.all;
    if (one === undefined) throw new Error('Nobody came');
    const { endsOn } = postponed(base.meeting, days);
    await base.change(postponed(base.meeting, days));
    await rescheduleRetention(base.store, base.meeting.id, moving());
    expect(await daysKept(base, endsOn)).toEqual([3, 3, 30, 30, 30, 30]);
    const parts = await readSensitiveParts(base.store, await kept(base, one), new Date());
    expect(parts.map(({ answers, dietary }) => dietary ?? answers)).toEqual([
      'Zucchini',
      { allergy: 'Nutmeg' },
      { passport: 'Pnq8877' },
    ]);
    // It can be edited as before.
    expect((await patch(base, one, { answers: { allergy: 'Cumin' } })).status).toBe(200);
    expect(await daysKept(base, endsOn)).toEqual([3, 3, 30, 30, 30, 30]);
    await expectAgreement(base);
  });

  it('follows the days of a question, each by itself, also of one that is no longer asked', async () => {
    const base = await meetingWith(1);
    const [allergy, passport] = QUESTIONS;
    await base.change({
      questions: [
        { ...allergy, keepDays: 60 },
        { ...passport, keepDays: 1 },
      ],
    });
    await rescheduleRetention(base.store, base.meeting.id, moving());
    expect(await daysKept(base, base.meeting.endsOn)).toEqual([1, 30, 60]);
    await base.change({ questions: [passport] });
    await rescheduleRetention(base.store, base.meeting.id, moving());
    expect(await daysKept(base, base.meeting.endsOn)).toEqual([30, 30, 30]);
  });

  it('is followed by the scheduler alone, though the command died after it had applied the change', async () => {
    const base = await meetingWith(2);
    await base.change(postponed(base.meeting, 200));
    const { endsOn } = postponed(base.meeting, 200);
    expect(await tend(base)).toMatchObject([{ done: { daysFollowed: 2 } }]);
    expect(await daysKept(base, endsOn)).toEqual([3, 3, 30, 30, 30, 30]);
    // Somebody whose request began before the change may have written by the former days since.
    expect((await getMeeting(base.store, base.meeting.id))?.daysFollowed).toBe(1);
    later(5);
    await tend(base);
    expect(await getMeeting(base.store, base.meeting.id)).toMatchObject({
      revision: 2,
      daysFollowed: 2,
    });
  });

  it('costs no look at the people where nothing of it has changed', async () => {
    const base = await meetingWith(1);
    await base.change({ contactEmail: 'other@example.org' });
    expect(await getMeeting(base.store, base.meeting.id)).toMatchObject({
      revision: 2,
      daysFollowed: 2,
    });
  });

  it('is right in the end wherever it is cut short, and nothing is lost of a meeting to come', async () => {
    for (let n = 0, died = true; died; n++) {
      const base = await meetingWith(2);
      await base.change(postponed(base.meeting, 200));
      const { endsOn } = postponed(base.meeting, 200);
      const { counts, revive } = killAt(base.store.client, n, n % 2 ? 'before' : 'after');
      await rescheduleRetention(base.store, base.meeting.id, moving()).catch(() => 0);
      revive();
      died = counts.requests > n;
      // The former end of the meeting comes, and with it the former days.
      vi.setSystemTime(new Date(`${base.meeting.endsOn}T05:00:00Z`));
      await tend(base);
      expect(await daysKept(base, endsOn)).toEqual([3, 3, 30, 30, 30, 30]);
      vi.setSystemTime(new Date(`${addDays(base.meeting.endsOn, 40)}T05:00:00Z`));
      await tend(base);
      const told = await listVault(base.store, base.meeting.id, new Date());
      expect([...told.values()]).toEqual([TOLD, TOLD]);
    }
  }, 60_000);

  it('is right though the table is busy and people edit meanwhile', async () => {
    const base = await meetingWith(4);
    await base.change(postponed(base.meeting, 200));
    injectFaults(base.store.client, { cancelled: 0.2, lost: 0.1 });
    await Promise.all([
      rescheduleRetention(base.store, base.meeting.id, moving()),
      rescheduleRetention(base.store, base.meeting.id, moving()),
      ...base.all.map((one) => patch(base, one, { answers: { allergy: 'Cumin' } })),
    ]);
    later(5);
    await tend(base);
    const { endsOn } = postponed(base.meeting, 200);
    expect(await daysKept(base, endsOn)).toEqual([3, 3, 3, 3, ...Array(8).fill(30)]);
  });

  it('is deleted by the day even where the table would delete it later', async () => {
    const base = await meetingWith(1);
    vi.setSystemTime(new Date(`${addDays(base.meeting.endsOn, 5)}T05:00:00Z`));
    await tend(base);
    expect(await daysKept(base, base.meeting.endsOn)).toEqual([30, 30]);
    expect(JSON.stringify(await everything(base))).not.toContain('Nutmeg');
  });
});
