import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce, countToTell } from '../../../functions/store/notifications/announce.ts';
import { noteReminder, remindFocalPoint } from '../../../functions/store/notifications/remind.ts';
import { nominationReminder } from '../../../functions/store/notifications/reminder-message.ts';
import { claimMessage } from '../../../functions/store/outbox/claim.ts';
import type { MessageKind } from '../../../functions/store/outbox/message.ts';
import { recordResult } from '../../../functions/store/outbox/record.ts';
import { requeueMessage } from '../../../functions/store/outbox/requeue.ts';
import { act, FOCAL_POINT, invited, nomineeOf } from '../delegations.ts';
import { come, patch } from '../own.ts';
import { ELSEWHERE, type Opened, using } from '../posted.ts';
import { messages, PUBLIC_URL } from '../service.ts';

const moving = () => ({ publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 });
const VALIDATED = { categories: { party: { admission: 'validated' } } };
const TO = FOCAL_POINT.email;

async function change({ store, meeting }: Opened, changes: Partial<Meeting>) {
  await applyMeeting(store, { ...meeting, ...changes }, new Date());
  return announce(store, meeting.id, moving());
}

const ofKind = async ({ store }: Opened, kind: MessageKind) =>
  (await messages(store)).filter(({ content }) => content.kind === kind);

/** Reminds the focal point of Cambodia that nobody is registered. */
async function remind({ store, meeting }: Opened) {
  const delegation = (await getDelegation(store, meeting.id, 'KH')) ?? expect.fail();
  const about = { meeting, publicUrl: PUBLIC_URL };
  const message = await nominationReminder(store, about, 'mark', delegation);
  if (message === undefined) throw new Error('There is no reminder');
  const noted = (await noteReminder(store, delegation, moving())) ?? expect.fail();
  expect(await remindFocalPoint(store, noted, message, moving())).toBe('sent');
}

const reminderOf = async (base: Opened) => (await base.states())[`nomination-reminder ${TO}`];

describe('a focal point', () => {
  it('is told how the meeting has changed, against what was told before, once', () =>
    using({ link: 'https://meet.example.org/a' }, async (base) => {
      const { page } = await invited(base);
      await base.sendAll();
      const { stored } = await applyMeeting(
        base.store,
        { ...base.meeting, venue: ELSEWHERE, link: 'https://meet.example.org/b' },
        new Date(),
      );
      expect(await countToTell(base.store, stored, new Date())).toBe(1);
      const telling = () => announce(base.store, base.meeting.id, moving());
      await Promise.all([telling(), telling()]);
      await base.sendAll();
      const [told, ...more] = await ofKind(base, 'delegation-meeting-changed');
      expect(more).toEqual([]);
      expect(told).toMatchObject({ to: { email: TO }, status: 'delivered' });
      const { subject, text, calendar } = await compose(told ?? expect.fail());
      expect(subject).toMatch(/^The meeting has changed: .+ \(Cambodia\)$/);
      expect(text).toContain('City Hall, Chiang Mai, Thailand');
      expect(text).toContain('Until now: Conference Centre, Bangkok, Thailand');
      expect(text).toContain(`${PUBLIC_URL}${page}`);
      // Where it is attended online is for those who are confirmed.
      expect(text).not.toContain('meet.example.org');
      expect(calendar).toBeUndefined();
      expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
    }));

  it('is told two changes as one while the first waits, and nothing where it was taken back', () =>
    using({}, async (base) => {
      await invited(base);
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await change(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
      const [first, second] = (await ofKind(base, 'delegation-meeting-changed')).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      );
      expect(first?.status).toBe('superseded');
      expect(second?.content).toMatchObject({
        before: { venue: base.meeting.venue, endsOn: base.meeting.endsOn },
      });
      await change(base, {});
      await base.sendAll();
      const states = (await ofKind(base, 'delegation-meeting-changed')).map(({ status }) => status);
      expect(states).toEqual(['superseded', 'superseded']);
    }));

  it('whose invitation waits while it changes is invited to what it is now', () =>
    using({}, async (base) => {
      await invited(base);
      for (const venue of [ELSEWHERE, { ...ELSEWHERE, name: { en: 'Opera' } }])
        await change(base, { venue });
      expect(await base.sendAll()).toEqual([
        `${TO}: Delegation (Cambodia)`,
        `${TO}: The meeting has changed`,
      ]);
      const sent = (await messages(base.store)).filter(({ status }) => status === 'delivered');
      for (const message of sent) expect((await compose(message)).text).toContain('Opera');
      const delegation = await getDelegation(base.store, base.meeting.id, 'KH');
      expect(delegation?.messageIds).toEqual(expect.arrayContaining(sent.map(({ id }) => id)));
    }));

  it('who is named after it has changed is told nothing, as the invitation says it', () =>
    using({}, async (base) => {
      await applyMeeting(base.store, { ...base.meeting, venue: ELSEWHERE }, new Date());
      const { meeting } = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
      await invited({ ...base, meeting });
      expect(await announce(base.store, base.meeting.id, moving())).toBe(0);
    }));

  it('is told that it is cancelled and why, and nothing else that waits', () =>
    using(VALIDATED, async (base) => {
      await invited(base);
      await remind(base);
      await come(base, 'one');
      await cancelMeeting(base.store, base.meeting.id, 'A cyclone.', new Date());
      const stored = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
      expect(await countToTell(base.store, stored, new Date())).toBe(2);
      await announce(base.store, base.meeting.id, moving());
      expect(await base.sendAll()).toEqual([
        `${TO}: Meeting cancelled`,
        'one@example.org: Meeting cancelled',
      ]);
      const [told] = await ofKind(base, 'delegation-meeting-cancelled');
      const { text } = await compose(told ?? expect.fail());
      expect(text).toContain('A cyclone.');
      expect(text).not.toContain('/delegations/');
    }));
});

describe('a reminder that nobody is registered', () => {
  it.each<[string, (base: Opened) => Promise<unknown>, string]>([
    ['once somebody is', (base) => come(base, 'one'), 'superseded'],
    ['not of another delegation', (base) => come(base, 'one', { state: 'VN' }), 'delivered'],
    [
      'once somebody is nominated',
      async (base) => {
        const { page } = await invited(base);
        expect((await act(base, `${page}/nominate`, nomineeOf('one'))).status).toBe(201);
      },
      'superseded',
    ],
    [
      'once somebody goes over to it',
      async (base) => {
        const one = await come(base, 'one', { state: 'VN' });
        expect((await patch(base, one, { state: 'KH' })).status).toBe(200);
      },
      'superseded',
    ],
    [
      'once another link works',
      (base) => rotateLink(base.store, base.meeting, 'KH', moving()),
      'superseded',
    ],
    [
      'once registration closes at another time',
      ({ store, meeting }) =>
        applyMeeting(
          store,
          {
            ...meeting,
            registration: { ...meeting.registration, closesOn: meeting.registration.opensOn },
          },
          new Date(),
        ),
      'superseded',
    ],
    [
      'not of a change that nobody is told of',
      ({ store, meeting }) =>
        applyMeeting(store, { ...meeting, title: { en: 'Another title' } }, new Date()),
      'delivered',
    ],
  ])('is not sent %s', (_, happens, state) =>
    using({}, async (base) => {
      await invited(base);
      await remind(base);
      await happens(base);
      await base.sendAll();
      expect(await reminderOf(base)).toBe(state);
    }),
  );

  it('is not sent once registration has closed', () =>
    using({}, async (base) => {
      await invited(base);
      await remind(base);
      await base.sendAll(400 * 86_400_000);
      expect(await reminderOf(base)).toBe('superseded');
    }));

  it('is sent again after they have withdrawn', () =>
    using({}, async (base) => {
      await invited(base);
      await remind(base);
      const one = await come(base, 'one');
      await base.withdraw(one);
      const delegation = await getDelegation(base.store, base.meeting.id, 'KH');
      const about = { meeting: base.meeting, publicUrl: PUBLIC_URL };
      const next = await nominationReminder(base.store, about, 'next', delegation ?? expect.fail());
      const noted = await noteReminder(base.store, delegation ?? expect.fail(), moving());
      await remindFocalPoint(base.store, noted ?? expect.fail(), next ?? expect.fail(), moving());
      await base.sendAll();
      const states = (await ofKind(base, 'nomination-reminder')).map(({ id, status }) => [
        id.split('-').at(-1),
        status,
      ]);
      expect(states.sort()).toEqual([
        ['mark', 'superseded'],
        ['next', 'delivered'],
      ]);
    }));
});

describe('a message with the link of a delegation page that was replaced', () => {
  it('is not sent, be it an invitation or a question, nor when it is put back', () =>
    using(VALIDATED, async (base) => {
      await invited(base);
      await come(base, 'one');
      const error = { name: 'Paused', message: 'Sending is paused', at: new Date().toISOString() };
      for (const { id } of await messages(base.store)) {
        const claimed = await claimMessage(base.store, id, 'test', new Date());
        if (claimed) await recordResult(base.store, claimed, { status: 'failed', error });
      }
      await rotateLink(base.store, base.meeting, 'KH', moving());
      for (const { id } of await ofKind(base, 'delegation-invitation'))
        await requeueMessage(base.store, id, new Date(), Date.now() + 5_000);
      for (const { id } of await ofKind(base, 'validation-wanted'))
        await requeueMessage(base.store, id, new Date(), Date.now() + 5_000);
      expect(await base.sendAll()).toEqual([
        `${TO}: Delegation (Cambodia)`,
        `${TO}: Your answer is needed`,
      ]);
      const asked = await ofKind(base, 'validation-wanted');
      expect(asked.map(({ status }) => status).sort()).toEqual(['delivered', 'superseded']);
    }));

  it('is not sent to whom the delegation is no longer of', () =>
    using({}, async (base) => {
      await invited(base);
      await inviteFocalPoint(
        base.store,
        base.meeting,
        {
          delegated: { representation: 'state', state: 'KH' },
          focalPoint: { ...FOCAL_POINT, email: 'other@mfa.example' },
          again: false,
        },
        moving(),
      );
      expect(await base.sendAll()).toEqual(['other@mfa.example: Delegation (Cambodia)']);
    }));
});
