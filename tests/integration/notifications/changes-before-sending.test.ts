import { describe, expect, it } from 'vitest';
import { remindParticipant } from '../../../functions/store/notifications/remind.ts';
import { stageSecret } from '../../../functions/store/platform/secret.ts';
import { listRegistrations } from '../../../functions/store/registration/registration.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { act, FOCAL_POINT, invited, nomineeOf } from '../delegations.ts';
import {
  changeMeeting,
  drain,
  ELSEWHERE,
  kindsTo,
  mailsOf,
  mailsTo,
  sendInVain,
  textOf,
} from '../mail-steps.ts';
import { type Base, come, kept, patch, type Somebody } from '../own.ts';
import { service } from '../service.ts';

const ONE = 'one@example.org';
const VALIDATED = {
  categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
};

/** Edits somebody with the private link as it is now. */
async function edit(base: Base, one: Pick<Somebody, 'reference'>, changes: object) {
  const { reference, secret } = await kept(base, one);
  const own = `/registrations/${reference}/${secret}`;
  expect((await patch(base, { own }, changes)).status).toBe(200);
}

/** Writes somebody the notice of a reminder of the meeting. */
async function remind(base: Base, one: Pick<Somebody, 'reference'>) {
  await stageSecret(base.store);
  const event = { kind: 'meeting-reminder' } as const;
  const registration = await kept(base, one);
  const outcome = remindParticipant(base.store, registration, 'reminder', event, new Date());
  expect(await outcome).toBe('queued');
}

describe('several changes before the mail goes out', () => {
  it('are one message that names all of them', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await edit(base, one, { familyName: 'Chan-Sok' });
    await edit(base, one, { delegationRole: 'adviser' });
    await edit(base, one, { phone: '+855 23 111 111' });
    await drain(base);
    const [told, ...more] = await mailsOf(base, 'details-changed');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('your name');
    expect(textOf(told)).toContain('your part in the delegation');
  });

  it('are one message, however many there are, together with a change of the meeting', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    for (let n = 0; n < 51; n++) await edit(base, one, { familyName: n % 2 ? 'Chan' : 'Sok' });
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'meeting-changed']);
    const told = textOf((await mailsTo(base, ONE))[1]);
    expect(told).toContain('your name');
    expect(told).toContain('Until now: Conference Centre, Bangkok, Thailand');
  }, 60_000);

  it('tell nothing if they are taken back', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    const { familyName, state } = await kept(base, one);
    await edit(base, one, { familyName: 'Chan-Sok', state: 'VN' });
    await edit(base, one, { familyName, state });
    await edit(base, one, { email: 'new@example.org' });
    await edit(base, one, { email: ONE });
    await drain(base);
    expect((await mailsTo(base)).map(({ to, kind }) => [to, kind])).toEqual([
      [ONE, 'confirmation'],
    ]);
  });

  it('of the State and back tell nothing', async () => {
    const base = await service(VALIDATED);
    const one = await come(base, 'one', { state: 'US' });
    await drain(base);
    await edit(base, one, { state: 'KH' });
    await edit(base, one, { state: 'US' });
    await drain(base);
    expect((await kept(base, one)).status).toBe('confirmed');
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
  });

  it.each([8, 7])(
    'of the State (%i of them) end with the message of the last state',
    async (count) => {
      const base = await service(VALIDATED);
      const one = await come(base, 'one', { state: 'US' });
      for (let n = 0; n < count; n++) await edit(base, one, { state: n % 2 ? 'US' : 'KH' });
      await drain(base);
      const isConfirmed = count === 8;
      expect((await kept(base, one)).status).toBe(isConfirmed ? 'confirmed' : 'pending');
      expect(await kindsTo(base, ONE)).toEqual([isConfirmed ? 'confirmation' : 'acknowledgement']);
    },
  );

  it('and an approval while the acknowledgement may be on its way give the confirmation alone', async () => {
    const base = await service(VALIDATED);
    const { page } = await invited(base);
    const one = await come(base, 'one');
    await sendInVain(base, 'sending');
    const approved = await act(base, `${page}/approve`, { reference: one.reference });
    expect([200, 201]).toContain(approved.status);
    await drain(base, 11 * 60_000);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
  });

  it('are said of a registration that must be validated again, and not of a new one', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    const one = await come(base, 'one', { state: 'US' });
    await drain(base);
    await edit(base, one, { state: 'KH' });
    expect((await kept(base, one)).status).toBe('pending');
    await come(base, 'two');
    await drain(base);
    const changed = textOf((await mailsTo(base, ONE)).at(-1));
    expect(changed).toContain('has been changed and must be validated');
    expect(changed).not.toContain('We have received your registration');
    const [received] = await mailsTo(base, 'two@example.org');
    expect(textOf(received)).toContain('We have received your registration');
  });
});

describe('a message that waits is sent as its reader is then', () => {
  it('in the language that they have chosen', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await sendInVain(base, 'retrying');
    await edit(base, one, { language: 'fr' });
    await drain(base, 3_600_000);
    const [confirmation, ...more] = await mailsTo(base, ONE);
    expect(more).toEqual([]);
    expect(textOf(confirmation)).toContain('Votre inscription');
  });

  it('to their address: a reminder that waits for a former address brings the confirmation to the new one', async () => {
    const base = await service();
    const one = await come(base, 'old');
    await drain(base);
    await remind(base, one);
    for (const name of ['between', 'new']) await edit(base, one, { email: `${name}@example.org` });
    await drain(base);
    expect(await mailsTo(base, 'between@example.org')).toEqual([]);
    expect(await kindsTo(base, 'new@example.org')).toEqual(['confirmation']);
    expect(await kindsTo(base, 'old@example.org')).toEqual(['confirmation', 'address-changed']);
  });

  it('without a word of missing details once they are given', async () => {
    const base = await service();
    const { page } = await invited(base);
    await act(base, `${page}/nominate`, nomineeOf('n'));
    const [nominee] = await listRegistrations(base.store, base.meeting.id);
    if (nominee === undefined) return expect.fail();
    await drain(base);
    await remind(base, nominee);
    const { listConsent, privacyNotice } = registrationOf();
    await edit(base, nominee, { privacyNotice, listConsent });
    await drain(base);
    const [reminder] = await mailsOf(base, 'meeting-reminder');
    expect(textOf(reminder)).not.toContain('still missing');
  });

  it('with the name of the person whom a focal point is asked about', async () => {
    const base = await service(VALIDATED);
    await invited(base);
    const one = await come(base, 'one');
    await sendInVain(base, 'retrying');
    await edit(base, one, { givenName: 'Xenophon', familyName: 'Other' });
    await drain(base, 3_600_000);
    const questions = await mailsOf(base, 'validation-wanted');
    expect(questions.map(({ to }) => to)).toEqual([FOCAL_POINT.email]);
    expect(textOf(questions[0])).toContain('Xenophon');
  });

  it('and not at all once a reminder is out of date', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await remind(base, one);
    await drain(base, 90 * 86_400_000);
    expect(await mailsOf(base, 'meeting-reminder')).toEqual([]);
  });
});
