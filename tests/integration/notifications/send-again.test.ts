import { describe, expect, it } from 'vitest';
import { resendMessage } from '../../../functions/store/registration/resend.ts';
import { putLastMessage } from '../clock.ts';
import { moving } from '../delegations.ts';
import {
  changeMeeting,
  drain,
  ELSEWHERE,
  kindsTo,
  lift,
  mailsTo,
  sendAgain,
  sendInVain,
  suppress,
  textOf,
} from '../mail-steps.ts';
import { type Base, come, kept, patch, type Somebody } from '../own.ts';
import { service } from '../service.ts';

const ONE = 'one@example.org';

/** Lets an hour pass since a message was last asked for. */
const letHourPass = ({ store, meeting }: Base, { reference }: Somebody) =>
  putLastMessage(store, meeting.id, reference, new Date(Date.now() - 3_600_001));

describe('sending a message again', () => {
  it('gives the message of the state once more, with what is true now', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await letHourPass(base, one);
    const seen = await kept(base, one);
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    expect(await resendMessage(base.store, seen, moving())).toEqual({ outcome: 'queued' });
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'meeting-changed', 'confirmation']);
    const again = (await mailsTo(base, ONE)).at(-1);
    expect(textOf(again)).toContain('City Hall');
    expect(again?.calendar).toContain('City Hall');
  });

  it('is refused within the hour, which a change of the meeting does not prolong', async () => {
    const base = await service();
    const one = await come(base, 'one');
    expect((await sendAgain(base, one)).status).toBe(429);
    await letHourPass(base, one);
    await changeMeeting(base, { venue: ELSEWHERE });
    expect((await sendAgain(base, one)).status).toBe(202);
    expect((await sendAgain(base, one)).status).toBe(429);
  });

  it('is possible at once after a suppression of the address is lifted', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await suppress(base, ONE);
    expect((await sendAgain(base, one)).status).toBe(409);
    await lift(base, ONE);
    const answers = await Promise.all([sendAgain(base, one), sendAgain(base, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 429]);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'confirmation']);
  });

  it('gives one mail if it is asked for twice while the first still waits', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    for (let n = 0; n < 2; n++) {
      await letHourPass(base, one);
      expect((await sendAgain(base, one)).status).toBe(202);
    }
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'confirmation']);
    // Somebody who asks after that gets it again.
    await letHourPass(base, one);
    expect((await sendAgain(base, one)).status).toBe(202);
    await drain(base);
    expect(await kindsTo(base, ONE)).toHaveLength(3);
  });

  it.each<[string, (base: Base, one: Somebody) => Promise<unknown>]>([
    ['the button', async (base, one) => expect((await sendAgain(base, one)).status).toBe(202)],
    ['registering once more', (base) => come(base, 'one')],
  ])('gives no second mail by %s while the first message is still retried', async (_, asks) => {
    const base = await service();
    const one = await come(base, 'one');
    await sendInVain(base, 'retrying');
    await letHourPass(base, one);
    await asks(base, one);
    await drain(base, 3_600_000);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
  });

  it('is answered by a message that says the state for another reason', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await letHourPass(base, one);
    expect((await patch(base, one, { email: 'new@example.org' })).status).toBe(200);
    await letHourPass(base, one);
    expect((await sendAgain(base, await withLink(base, one))).status).toBe(202);
    await drain(base);
    expect(await kindsTo(base, 'new@example.org')).toEqual(['confirmation']);
  });
});

/** Somebody with the private link as it is now. */
async function withLink(base: Base, one: Somebody): Promise<Somebody> {
  const { reference, secret } = await kept(base, one);
  return { ...one, own: `/registrations/${reference}/${secret}` };
}
