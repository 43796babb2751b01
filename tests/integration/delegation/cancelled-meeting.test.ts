import { afterAll, describe, expect, it } from 'vitest';
import { placed } from '../../../functions/domain/delegation/delegation-roles.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { loadRoster } from '../../../functions/store/registration/roster.ts';
import { expectAgreement } from '../agreement.ts';
import { commands } from '../command.ts';
import { act, type Base, come, nomineeOf, seen, send, validated } from '../delegations.ts';
import { jsonOf, notices, PUBLIC_URL, truth } from '../service.ts';

const { meeting: command, pretend, remove } = commands();
afterAll(remove);

/** A meeting with somebody pending and somebody confirmed, which is called off. */
async function cancelled() {
  const base = await validated();
  const [confirmed, pending] = [await come(base, 'one'), await come(base, 'two')];
  await act(base, `${base.page}/approve`, { reference: confirmed.reference });
  await cancelMeeting(base.store, base.meeting.id, 'A cyclone has hit the city.', new Date());
  return { ...base, confirmed, pending };
}

const register = async ({ store, meeting }: Base) => {
  const { registrations, audit } = await truth(store, meeting.id);
  return { registrations, audit };
};

const ACTIONS = ['approve', 'decline', 'role', 'nominate', 'replace', 'note'] as const;

describe('a focal point of a meeting that is cancelled', () => {
  it('is told so on top of the page, and is offered nothing to do', async () => {
    const base = await cancelled();
    const page = await (await base.app.request(base.page)).text();
    expect(page).toContain('This meeting is cancelled');
    expect(page).toContain('A cyclone has hit the city.');
    expect(page).not.toContain('awaits your answer');
    for (const action of [...ACTIONS, 'reminders'])
      expect(page).not.toContain(`${base.page}/${action}`);
    expect((await seen(base, base.page)).meetingCancelled).toMatchObject({
      reason: 'A cyclone has hit the city.',
    });
  });

  it('reads of nominations only until it is cancelled', async () => {
    const base = await validated();
    const page = async () => (await base.app.request(base.page)).text();
    expect(await page()).toContain('Nominations until');
    await cancelMeeting(base.store, base.meeting.id, 'A cyclone has hit the city.', new Date());
    expect(await page()).not.toContain('Nominations until');
  });

  it('may end reminders, and is promised none, like anybody else', async () => {
    const running = await validated();
    const one = await come(running, 'one');
    for (const path of [running.page, one.own])
      for (const step of ['stop', 'resume'])
        expect((await act(running, `${path}/reminders/${step}`, {})).status).toBe(200);
    const base = await cancelled();
    for (const path of [base.page, base.confirmed.own]) {
      const stop = await act(base, `${path}/reminders/stop`, {});
      expect([stop.status, await jsonOf(stop)]).toEqual([200, { reminders: 'stopped' }]);
      const resume = await act(base, `${path}/reminders/resume`, {});
      expect(resume.status).toBe(410);
      expect((await jsonOf(resume)).type).toBe('urn:plenary:problem:meeting-cancelled');
    }
    const kept = await getRegistration(base.store, base.confirmed.reference);
    expect(kept?.remindersStoppedAt).toBeDefined();
  });

  it('cannot change the delegation any more, whatever is sent', async () => {
    const base = await cancelled();
    const before = await register(base);
    const sent = {
      approve: { reference: base.pending.reference },
      decline: { reference: base.pending.reference, reason: 'No' },
      role: { reference: base.confirmed.reference, delegationRole: 'head' },
      nominate: nomineeOf('three'),
      replace: { reference: base.confirmed.reference, ...nomineeOf('three') },
      note: { noteReference: 'NV 1', noteDate: '2026-01-05' },
      'note/file': { upload: '0b0e1a52-6a52-4b7e-9a6c-5b7a2f0e8a11' },
    };
    for (const [action, fields] of Object.entries(sent)) {
      const refused = await act(base, `${base.page}/${action}`, fields);
      expect([action, refused.status]).toEqual([action, 410]);
      expect(await jsonOf(refused)).toMatchObject({
        type: 'urn:plenary:problem:meeting-cancelled',
      });
      const form = await send(base, `${base.page}/${action}`, fields);
      expect([action, form.status]).toEqual([action, 410]);
      expect(await form.text()).toContain('A cyclone has hit the city.');
    }
    for (const form of ['decline', 'role', 'nominate', 'replace', 'note', 'note/file']) {
      const { reference } = base.pending;
      const asked = await base.app.request(`${base.page}/${form}?reference=${reference}`);
      expect([form, asked.status]).toEqual([form, 410]);
    }
    expect(await register(base)).toEqual(before);
    expect((await getDelegation(base.store, base.meeting.id, 'KH'))?.note).toBeUndefined();
    await expectAgreement(base);
  });

  it('gives nobody a role, also where it is cancelled after the page was opened', async () => {
    const base = await cancelled();
    const one = await getRegistration(base.store, base.confirmed.reference);
    const { meeting } = (await getMeeting(base.store, base.meeting.id)) ?? base;
    if (one === undefined) throw new Error('Nobody is there');
    expect(placed([one], one, { delegationRole: 'head' }, { meeting, now: new Date() })).toEqual({
      refused: 'meeting-cancelled',
    });
  });
});

describe('an organiser of a meeting that is cancelled', () => {
  it('asks nobody to come: no invitation, no code, no reminder', async () => {
    const base = await cancelled();
    pretend(base.store, PUBLIC_URL);
    const before = (await notices(base.store)).length;
    const focalPoint = ['--state', 'VN', '--name', 'An', '--email', 'vn@mfa.example'];
    for (const words of [
      ['invite', base.meeting.id, ...focalPoint],
      ['make-code', base.meeting.id, '--label', 'A guest'],
      ['remind', base.meeting.id],
    ]) {
      const { code, out, err } = await command(...words);
      expect([words[0], code, out]).toEqual([words[0], 1, []]);
      expect(err).toHaveLength(1);
      expect(err[0]).toContain(`${base.meeting.id} is cancelled`);
    }
    expect(await notices(base.store)).toHaveLength(before);
    expect(await getDelegation(base.store, base.meeting.id, 'VN')).toBeUndefined();
    expect((await command('codes', base.meeting.id)).out).toEqual(['There are no codes.']);
  });

  it('loads nobody from a roster', async () => {
    const base = await cancelled();
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('No meeting is there');
    const entry = { representation: 'state', state: 'VN', delegationRole: 'delegate' } as const;
    const before = await register(base);
    await expect(loadRoster(base.store, stored, [entry], new Date())).rejects.toThrow(
      'the meeting is cancelled',
    );
    expect(await register(base)).toEqual(before);
    expect(await loadRoster(base.store, stored, [], new Date())).toMatchObject({ added: 0 });
  });
});
