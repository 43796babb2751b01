import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { meetingDefinition } from '../../../functions/domain/meeting/meeting-definition.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { come } from '../delegations.ts';
import { patch } from '../own.ts';
import { notices, service, truth } from '../service.ts';

// Years pass in an instant.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

async function meetingWith(retention: Record<string, number>) {
  vi.setSystemTime(new Date('2026-03-02T05:00:00Z'));
  const base = await service({ retention });
  const one = await come(base, 'Sophea');
  await patch(base, one, { title: 'Dr' });
  const gone = await come(base, 'Dara');
  await base.app.request(`${gone.own}/withdraw`, { method: 'POST' });
  /** Runs the scheduler so many days after the meeting. */
  const daysAfter = async (days: number) => {
    vi.setSystemTime(new Date(`${addDays(base.meeting.endsOn, days)}T05:00:00Z`));
    return meetingJobs(base.store, new Date());
  };
  const everything = async () => {
    const { client, registry, outbox } = base.store;
    const tables = await Promise.all(
      [registry, outbox].map((TableName) => client.send(new ScanCommand({ TableName }))),
    );
    return JSON.stringify(tables.map(({ Items }) => Items));
  };
  return { ...base, one, daysAfter, everything };
}

describe('what is no longer needed after a meeting', () => {
  it('is deleted when its days are over: addresses first, then who it was', async () => {
    const { daysAfter, everything, ...base } = await meetingWith({
      contactDays: 30,
      identityDays: 365,
    });
    expect(await daysAfter(-1)).toEqual([]);
    expect(await daysAfter(30)).toEqual([]);
    expect(await everything()).toContain('+855 23 000 000');

    expect(await daysAfter(31)).toEqual([
      { meetingId: base.meeting.id, done: { email: 2, phone: 2, notices: 4 } },
    ]);
    const { registrations } = await truth(base.store, base.meeting.id);
    expect(registrations.map(({ givenName }) => givenName).sort()).toEqual(['Dara', 'Sophea']);
    expect(JSON.stringify(registrations)).not.toMatch(/example\.org|\+855/);
    expect((await base.app.request(base.one.own)).status).toBe(200);
    await expectAgreement(base);

    expect(await daysAfter(365)).toEqual([]);
    expect(await daysAfter(366)).toEqual([
      { meetingId: base.meeting.id, done: expect.objectContaining({ givenName: 2, position: 2 }) },
    ]);
    for (const trace of ['Sophea', 'Dara', 'sophea@', 'dara@', '+855'])
      expect([trace, (await everything()).includes(trace)]).toEqual([trace, false]);
    expect(await notices(base.store)).toEqual([]);
    const after366 = await truth(base.store, base.meeting.id);
    // What is counted stays: two people, and one of them came.
    expect(after366.confirmed).toHaveLength(1);
    expect(after366.registrations).toHaveLength(2);
    expect(after366.taken('meeting')).toBe(1);
    const said = after366.audit.filter(({ action }) => action === 'retention-applied');
    expect(said.map((line) => ('detail' in line ? line.detail : ''))).toEqual(
      expect.arrayContaining([
        'in all: email 2, notices 4, phone 2',
        expect.stringMatching(/^in all: familyName 2, givenName 2/),
      ]),
    );
    await expectAgreement(base);
  });

  it('is deleted question by question, each by its own days', async () => {
    const { daysAfter, ...base } = await meetingWith({});
    const questions = [
      { id: 'hotel', kind: 'text', label: { en: 'Hotel' }, keepDays: 10 },
      { id: 'topic', kind: 'text', label: { en: 'Topic' }, keepDays: 60 },
    ] as const;
    const meeting = meetingDefinition.parse({ ...base.meeting, questions });
    await applyMeeting(base.store, meeting, new Date());
    // What a function remembers of a meeting it forgets after some seconds.
    vi.setSystemTime(Date.now() + 10_000);
    const answers = { hotel: 'Riverside', topic: 'Reporting' };
    await base.post(registrationOf({ email: 'asked@example.org', answers }));
    const kept = async () =>
      (await truth(base.store, base.meeting.id)).registrations.find((one) => one.answers)?.answers;
    await daysAfter(10);
    expect(await kept()).toEqual(answers);
    expect(await daysAfter(11)).toMatchObject([{ done: { 'answers.hotel': 1 } }]);
    expect(await kept()).toEqual({ topic: 'Reporting' });
    await daysAfter(61);
    expect(await kept()).toBeUndefined();
    await expectAgreement(base);
  });

  it('is looked at once a day, and a day that was missed is made good by the next', async () => {
    const { daysAfter, everything } = await meetingWith({ contactDays: 0, identityDays: 10 });
    expect(await daysAfter(1)).toHaveLength(1);
    expect(await daysAfter(1)).toEqual([]);
    expect(await daysAfter(40)).toHaveLength(1);
    expect(await everything()).not.toContain('Sophea');
  });

  it('is kept for good where the meeting says nothing of who it was', async () => {
    const { daysAfter, everything } = await meetingWith({});
    await daysAfter(91);
    expect(await daysAfter(4000)).toEqual([]);
    const left = await everything();
    expect(left).toContain('Sophea');
    expect(left).not.toContain('+855');
  });
});
