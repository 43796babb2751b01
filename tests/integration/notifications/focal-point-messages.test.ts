import { describe, expect, it } from 'vitest';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { remindFocalPoints } from '../../../functions/scheduler/remind-focal-points.ts';
import { getDelegation, listDelegations } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { countAudience } from '../../../functions/store/notifications/announce.ts';
import { noteReminder, remindFocalPoint } from '../../../functions/store/notifications/remind.ts';
import { requeueNotice } from '../../../functions/store/outbox/requeue.ts';
import { stageSecret } from '../../../functions/store/platform/secret.ts';
import { beforeTransaction } from '../../support/faults.ts';
import { act, FOCAL_POINT, invited, moving, nomineeOf } from '../delegations.ts';
import { dynamo } from '../dynamo.ts';
import {
  announceChange,
  cancel,
  changeMeeting,
  drain,
  ELSEWHERE,
  kindsTo,
  mailsOf,
  mailsTo,
  sendInVain,
  textOf,
  withdraw,
} from '../mail-steps.ts';
import { type Base, come, patch } from '../own.ts';
import { notices, PUBLIC_URL, service } from '../service.ts';

const VALIDATED = {
  categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
};
const TO = FOCAL_POINT.email;
const OTHER = 'other@mfa.example';
const KH = { representation: 'state', state: 'KH' } as const;

/** Names a focal point of Cambodia with the meeting as it is now. */
async function name(base: Base, changes: Partial<typeof FOCAL_POINT>, again = false) {
  const { meeting } = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
  const focalPoint = { ...FOCAL_POINT, ...changes };
  await inviteFocalPoint(base.store, meeting, { delegated: KH, focalPoint, again }, moving());
}
const rotate = ({ store, meeting }: Base) => rotateLink(store, meeting, 'KH', moving());
const delegationOf = async ({ store, meeting }: Base) =>
  (await getDelegation(store, meeting.id, 'KH')) ?? expect.fail();
/** The link of the delegation page as it is now. */
async function linkOf(base: Base) {
  const { meetingId, id, secret } = await delegationOf(base);
  return `${PUBLIC_URL}/delegations/${meetingId}/${id}/${secret}`;
}

/** Reminds the focal point of Cambodia that nobody is registered. */
async function remind(base: Base, mark = 'mark') {
  await stageSecret(base.store);
  const noted = await noteReminder(base.store, await delegationOf(base), moving());
  const event = {
    kind: 'nomination-reminder',
    closesOn: base.meeting.registration.closesOn,
    checkedAt: new Date().toISOString(),
  } as const;
  const delegation = noted ?? expect.fail();
  expect(await remindFocalPoint(base.store, delegation, mark, event, moving())).toBe('queued');
}

describe('a focal point and changes of the meeting', () => {
  it('is told once how it has changed, and nothing of the online link', async () => {
    const base = await service({ link: 'https://meet.example.org/a' });
    await invited(base);
    await drain(base);
    const changes = { venue: ELSEWHERE, link: 'https://meet.example.org/b' };
    await applyMeeting(base.store, { ...base.meeting, ...changes }, new Date());
    expect(await countAudience(base.store, base.meeting.id)).toBe(1);
    await Promise.all([announceChange(base), announceChange(base)]);
    await drain(base);
    const [told, ...more] = await mailsOf(base, 'delegation-meeting-changed');
    expect(more).toEqual([]);
    expect(told?.to).toBe(TO);
    expect(told?.subject).toMatch(/^The meeting has changed: .+ \(Cambodia\)$/);
    expect(textOf(told)).toContain('City Hall, Chiang Mai, Thailand');
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(textOf(told)).toContain(await linkOf(base));
    // Where it is attended online is for those who are confirmed.
    expect(textOf(told)).not.toContain('meet.example.org');
    expect(told?.calendar).toBe('');
    expect((await getMeeting(base.store, base.meeting.id))?.announcing).toBeUndefined();
  });

  it('is told nothing if only the online link has changed', async () => {
    const base = await service({ link: 'https://meet.example.org/a' });
    await invited(base);
    await drain(base);
    await changeMeeting(base, { link: 'https://meet.example.org/b' });
    await drain(base);
    expect(await kindsTo(base, TO)).toEqual(['delegation-invitation']);
  });

  it('is told two changes as one, and nothing if they are taken back', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await changeMeeting(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
    await drain(base);
    const [told, ...more] = await mailsOf(base, 'delegation-meeting-changed');
    expect(more).toEqual([]);
    expect(textOf(told).match(/Until now/g)).toHaveLength(2);
    await changeMeeting(base, {});
    await changeMeeting(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
    await drain(base);
    expect(await mailsOf(base, 'delegation-meeting-changed')).toHaveLength(1);
  });

  it.each(['queued', 'retrying'])(
    'is invited to the meeting as it is if the invitation is still %s',
    async (status) => {
      const base = await service();
      await invited(base);
      if (status === 'retrying') await sendInVain(base, 'retrying');
      await name(base, {}, true);
      for (const venue of [ELSEWHERE, { ...ELSEWHERE, name: { en: 'Opera' } }])
        await changeMeeting(base, { venue });
      await drain(base, 3_600_000);
      const [invitation, ...more] = await mailsTo(base, TO);
      expect(more).toEqual([]);
      expect(invitation?.subject).toMatch(/^Delegation \(Cambodia\)/);
      expect(textOf(invitation)).toContain('Opera');
    },
  );

  it.each<[string, (base: Base) => Promise<unknown>, number]>([
    ['an invitation', async () => undefined, 2],
    ['a new link', (base) => rotate(base), 3],
  ])('is told back what %s has said of a change that is taken back', async (_, link, mails) => {
    const base = await service();
    await invited(base);
    if (mails === 3) await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await link(base);
    await drain(base);
    await changeMeeting(base, {});
    await drain(base);
    const last = (await mailsTo(base, TO)).at(-1);
    expect(last?.kind).toBe('delegation-meeting-changed');
    expect(textOf(last)).toContain('Until now: City Hall, Chiang Mai, Thailand');
  });

  it('who is new is told back what the invitation said, whatever the former one was told', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await sendInVain(base, 'failed');
    await name(base, { email: OTHER });
    await drain(base);
    await changeMeeting(base, {});
    await drain(base);
    expect(await kindsTo(base, OTHER)).toEqual([
      'delegation-invitation',
      'delegation-meeting-changed',
    ]);
    expect(await kindsTo(base, TO)).toEqual(['delegation-invitation']);
  });

  it('who is named after a change reads of it in the invitation alone', async () => {
    const base = await service();
    await applyMeeting(base.store, { ...base.meeting, venue: ELSEWHERE }, new Date());
    await name(base, {});
    await announceChange(base);
    await drain(base);
    expect(await kindsTo(base, TO)).toEqual(['delegation-invitation']);
    expect(textOf((await mailsTo(base, TO))[0])).toContain('City Hall');
  });

  it('gets a new link with the meeting as it is, even if the caller has read it before', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    await rotate(base);
    await announceChange(base);
    await drain(base);
    const last = (await mailsTo(base, TO)).at(-1);
    expect(last?.kind).toBe('delegation-invitation');
    expect(textOf(last)).toContain('City Hall');
  });

  it('is told once that it is cancelled and why, and nothing else that waits', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    await drain(base);
    await remind(base);
    await come(base, 'one');
    expect(await cancel(base, 'A cyclone.')).toBe(2);
    await drain(base);
    await announceChange(base);
    await drain(base);
    expect(await kindsTo(base, TO)).toEqual([
      'delegation-invitation',
      'delegation-meeting-cancelled',
    ]);
    expect(await kindsTo(base, 'one@example.org')).toEqual(['meeting-cancelled']);
    const told = (await mailsTo(base, TO)).at(-1);
    expect(textOf(told)).toContain('A cyclone.');
    expect(textOf(told)).not.toContain('/delegations/');
  });
});

describe('the reminder that nobody is registered', () => {
  it.each<[string, (base: Base) => unknown, boolean]>([
    ['is not sent once somebody is registered', (base) => come(base, 'one'), false],
    [
      'is sent if somebody of another delegation is registered',
      (base) => come(base, 'one', { state: 'VN' }),
      true,
    ],
    [
      'is not sent once somebody is nominated',
      async (base) => {
        const { secret, meetingId, id } = await delegationOf(base);
        const page = `/delegations/${meetingId}/${id}/${secret}`;
        expect((await act(base, `${page}/nominate`, nomineeOf('one'))).status).toBe(201);
      },
      false,
    ],
    [
      'is not sent once somebody changes to this delegation',
      async (base) => {
        const one = await come(base, 'one', { state: 'VN' });
        expect((await patch(base, one, { state: 'KH' })).status).toBe(200);
      },
      false,
    ],
    [
      'is not sent once registration closes at another time',
      ({ store, meeting }) => {
        const { opensOn, closesOn } = meeting.registration;
        const registration = { opensOn, closesOn: addDays(closesOn, 1) };
        return applyMeeting(store, { ...meeting, registration }, new Date());
      },
      false,
    ],
    [
      'is sent if only the title has changed',
      ({ store, meeting }) =>
        applyMeeting(store, { ...meeting, title: { en: 'Another title' } }, new Date()),
      true,
    ],
  ])('%s', async (_, happens, isSent) => {
    const base = await service();
    await invited(base);
    await drain(base);
    await remind(base);
    await happens(base);
    await drain(base);
    expect(await mailsOf(base, 'nomination-reminder')).toHaveLength(isSent ? 1 : 0);
  });

  it('carries the new link if the former one has ended', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    await remind(base);
    await rotate(base);
    await drain(base);
    for (const mail of (await mailsTo(base, TO)).slice(1))
      expect(textOf(mail)).toContain(await linkOf(base));
  });

  it('is not sent once registration has closed', async () => {
    const base = await service();
    await invited(base);
    await remind(base);
    await drain(base, 400 * 86_400_000);
    expect(await mailsOf(base, 'nomination-reminder')).toEqual([]);
  });

  it('is sent if it is written after everybody has withdrawn', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    await remind(base);
    await withdraw(base, await come(base, 'one'));
    await remind(base, 'next');
    await drain(base);
    const reminders = (await notices(base.store)).filter(
      ({ event }) => event.kind === 'nomination-reminder',
    );
    expect(reminders.map(({ id, status }) => [id.split('_').at(-1), status]).sort()).toEqual([
      ['mark', 'nothing-to-tell'],
      ['next', 'sent'],
    ]);
  });

  it('is not sent to somebody whose delegation gets its first person as it is written', async () => {
    const base = await service();
    await invited(base);
    await drain(base);
    const longAgo = (await listDelegations(base.store, base.meeting.id)).map((one) => ({
      ...one,
      // Somebody who was invited within the day is not reminded.
      invitedAt: base.meeting.registration.opensOn,
    }));
    const client = dynamo();
    beforeTransaction(client, () => come(base, 'one'));
    const reminder = { mark: 'mark', closesOn: base.meeting.registration.closesOn };
    const store = { ...base.store, client };
    const { counts } = await remindFocalPoints(store, base.meeting, reminder, longAgo, moving());
    expect(counts).toEqual({ queued: 1 });
    await drain(base);
    expect(await mailsOf(base, 'nomination-reminder')).toEqual([]);
  });
});

describe('a message with the link of a delegation page that was replaced', () => {
  it('is sent with the new link, once, also if it failed and is put back', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    await come(base, 'one');
    await sendInVain(base, 'failed');
    await rotate(base);
    for (const { id, status } of await notices(base.store))
      if (status === 'failed') await requeueNotice(base.store, id, new Date(), Date.now() + 5_000);
    await drain(base);
    expect((await kindsTo(base, TO)).sort()).toEqual([
      'delegation-invitation',
      'validation-wanted',
    ]);
    for (const mail of await mailsTo(base, TO)) expect(textOf(mail)).toContain(await linkOf(base));
  });

  it('is sent again with the new link if it was sent with the former one', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    await come(base, 'one');
    await drain(base);
    await rotate(base);
    await drain(base);
    const mails = (await mailsTo(base, TO)).slice(2);
    expect(mails.map(({ kind }) => kind).sort()).toEqual([
      'delegation-invitation',
      'validation-wanted',
    ]);
    for (const mail of mails) expect(textOf(mail)).toContain(await linkOf(base));
  });

  it('is not sent to the former focal point; the new one gets the link and the questions', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    await come(base, 'one');
    await name(base, { email: OTHER });
    await drain(base);
    expect(await mailsTo(base, TO)).toEqual([]);
    expect((await kindsTo(base, OTHER)).sort()).toEqual([
      'delegation-invitation',
      'validation-wanted',
    ]);
  });

  it('is in the language that the focal point is named with last', async () => {
    const base = await service();
    await invited(base);
    await name(base, { language: 'fr' });
    await drain(base);
    const [invitation, ...more] = await mailsTo(base, TO);
    expect(more).toEqual([]);
    expect(invitation?.subject).toMatch(/^Délégation/);
  });
});
