import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { requeueNotice } from '../../../functions/store/outbox/requeue.ts';
import { putLastMessage } from '../clock.ts';
import { FOCAL_POINT, invited } from '../delegations.ts';
import {
  changeMeeting,
  drain,
  ELSEWHERE,
  FAR,
  kindsTo,
  lift,
  mailsOf,
  mailsTo,
  sendAgain,
  sendInVain,
  suppress,
  textOf,
} from '../mail-steps.ts';
import { notifier, report } from '../mailbox.ts';
import { type Base, come, patch } from '../own.ts';
import { notices, service } from '../service.ts';

const ONE = 'one@example.org';

/** Every way in which a message that waits does not reach its reader. */
const NOT_READ: Readonly<Record<string, (base: Base, address: string) => Promise<unknown>>> = {
  failed: (base) => sendInVain(base, 'failed'),
  bounced: async (base, address) => {
    await drain(base);
    const last = (await mailsTo(base, address)).at(-1) ?? expect.fail('Nothing was sent');
    await report(base.store, last.noticeId, 'SoftBounce');
  },
  'bounced for good': async (base, address) => {
    await drain(base);
    const last = (await mailsTo(base, address)).at(-1) ?? expect.fail('Nothing was sent');
    await report(base.store, last.noticeId, 'HardBounce');
    await lift(base, address);
  },
  'was suppressed': async (base, address) => {
    await suppress(base, address);
    await drain(base);
    await lift(base, address);
  },
};
const ways = Object.keys(NOT_READ);
const loseMessage = (base: Base, how: string, address = ONE) =>
  (NOT_READ[how] ?? expect.fail())(base, address);

/** Somebody who has read the confirmation. */
async function confirmed() {
  const base = await service();
  const one = await come(base, 'one');
  await drain(base);
  return { base, one };
}
const lastTo = async (base: Base, address = ONE) => (await mailsTo(base, address)).at(-1);

describe('a change whose message did not reach its reader is told by the next message', () => {
  it.each(ways)('changed details, after their message %s', async (how) => {
    const { base, one } = await confirmed();
    await patch(base, one, { familyName: 'Chan-Sok' });
    await loseMessage(base, how);
    await patch(base, one, { delegationRole: 'adviser' });
    await drain(base);
    const told = await lastTo(base);
    expect(told?.kind).toBe('details-changed');
    expect(textOf(told)).toContain('your name');
    expect(textOf(told)).toContain('your part in the delegation');
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    const next = await lastTo(base);
    expect(next?.kind).toBe('meeting-changed');
    expect(textOf(next)).not.toMatch(/your name|your part in the delegation/);
  });

  it.each(ways)('a change of the meeting, after its message %s', async (how) => {
    const { base, one } = await confirmed();
    await changeMeeting(base, { venue: ELSEWHERE });
    await loseMessage(base, how);
    await patch(base, one, { familyName: 'Chan-Sok' });
    await drain(base);
    const told = await lastTo(base);
    expect(textOf(told)).toContain('City Hall, Chiang Mai, Thailand');
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(textOf(told)).toContain('your name');
    expect(told?.calendar).toContain('City Hall');
  });

  it.each(ways)(
    'a change of the meeting, with the next change of it, after its message %s',
    async (how) => {
      const { base } = await confirmed();
      await changeMeeting(base, { venue: ELSEWHERE });
      await loseMessage(base, how);
      await changeMeeting(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
      await drain(base);
      const told = await lastTo(base);
      expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
      expect(textOf(told).match(/Until now/g)).toHaveLength(2);
    },
  );

  it.each(ways)(
    'changed details, by the message that is asked for after theirs %s',
    async (how) => {
      const { base, one } = await confirmed();
      await patch(base, one, { familyName: 'Chan-Sok' });
      await loseMessage(base, how);
      const longAgo = new Date(Date.now() - 3_600_001);
      await putLastMessage(base.store, base.meeting.id, one.reference, longAgo);
      expect((await sendAgain(base, one)).status).toBe(202);
      await drain(base);
      const told = await lastTo(base);
      expect(told?.kind).toBe('confirmation');
      expect(textOf(told)).toContain('your name');
      expect(textOf(told)).toContain('Chan-Sok');
    },
  );

  it.each(ways)('the state, after the confirmation %s', async (how) => {
    const base = await service();
    const one = await come(base, 'one');
    await loseMessage(base, how);
    await patch(base, one, { familyName: 'Chan-Sok' });
    await drain(base);
    const told = await lastTo(base);
    expect(told?.kind).toBe('confirmation');
    expect(textOf(told)).toContain('Chan-Sok');
    expect(told?.calendar).toContain('STATUS:CONFIRMED');
  });

  it.each(ways)('of the meeting, to a focal point, after its message %s', async (how) => {
    const base = await service();
    await invited(base);
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await loseMessage(base, how, FOCAL_POINT.email);
    await changeMeeting(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
    await drain(base);
    const told = await lastTo(base, FOCAL_POINT.email);
    expect(told?.kind).toBe('delegation-meeting-changed');
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
  });

  it('but is not told again once it was read, also if a later message bounces', async () => {
    const { base, one } = await confirmed();
    await patch(base, one, { familyName: 'Chan-Sok' });
    await drain(base);
    await patch(base, one, { delegationRole: 'adviser' });
    await loseMessage(base, 'bounced');
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    const told = await lastTo(base);
    expect(told?.kind).toBe('meeting-changed');
    expect(textOf(told)).toContain('your part in the delegation');
    expect(textOf(told)).not.toContain('your name');
  });

  it('also if the bounce comes after a later message', async () => {
    const { base, one } = await confirmed();
    await patch(base, one, { delegationRole: 'adviser' });
    await drain(base);
    const bouncing = (await lastTo(base)) ?? expect.fail();
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    await report(base.store, bouncing.noticeId, 'SoftBounce');
    await changeMeeting(base, { venue: FAR });
    await drain(base);
    const told = await lastTo(base);
    expect(textOf(told)).toContain('your part in the delegation');
    expect(textOf(told)).toContain('Until now: City Hall, Chiang Mai, Thailand');
  });

  it('also if nobody knows whether its message was sent', async () => {
    const { base, one } = await confirmed();
    await patch(base, one, { familyName: 'Chan-Sok' });
    await sendInVain(base, 'sending');
    await patch(base, one, { delegationRole: 'adviser' });
    await drain(base, 11 * 60_000);
    const [told, ...more] = await mailsOf(base, 'details-changed');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('your name');
    expect(textOf(told)).toContain('your part in the delegation');
  });
});

describe('an address that is suppressed', () => {
  it('is not written to, even if it is suppressed while a message waits for its turn', async () => {
    const base = await service();
    await come(base, 'one');
    const dependencies = await notifier(base.store);
    const rateLimiter = {
      ...dependencies.rateLimiter,
      acquire: async () => {
        await suppress(base, ONE);
        return true;
      },
    };
    const [notice] = await notices(base.store);
    expect(await deliver({ ...dependencies, rateLimiter }, notice?.id ?? '')).toBe('suppressed');
    expect(await mailsTo(base)).toEqual([]);
  });
});

describe('a notice that failed and is put back into the queue', () => {
  /** Puts all that has failed back, and sends it. */
  async function requeueAll(base: Base, now = new Date()) {
    const failed = (await notices(base.store)).filter(({ status }) => status === 'failed');
    expect(failed).not.toEqual([]);
    for (const { id } of failed)
      expect(await requeueNotice(base.store, id, now, Date.now() + 5_000)).toBe('queued');
    await drain(base, now.getTime() - Date.now());
  }

  it('tells nothing if a later change was told after it', async () => {
    const { base } = await confirmed();
    await changeMeeting(base, { venue: ELSEWHERE });
    await sendInVain(base, 'failed');
    await changeMeeting(base, { venue: FAR });
    await drain(base);
    await requeueAll(base);
    const [told, ...more] = await mailsOf(base, 'meeting-changed');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('Fort');
  });

  it('tells nothing of a change that was taken back', async () => {
    const { base } = await confirmed();
    await changeMeeting(base, { venue: ELSEWHERE });
    await sendInVain(base, 'failed');
    await changeMeeting(base, {});
    await requeueAll(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
  });

  it('says in a confirmation where the meeting is now', async () => {
    const base = await service();
    await come(base, 'one');
    await sendInVain(base, 'failed');
    await changeMeeting(base, { venue: ELSEWHERE });
    await requeueAll(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
    expect(textOf(await lastTo(base))).toContain('City Hall');
  });

  it('sends no second invitation if a change of the meeting has brought one', async () => {
    const base = await service();
    await invited(base);
    await sendInVain(base, 'failed');
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base);
    await requeueAll(base);
    expect(await kindsTo(base, FOCAL_POINT.email)).toEqual(['delegation-invitation']);
    expect(textOf(await lastTo(base, FOCAL_POINT.email))).toContain('City Hall');
  });

  it('says in an invitation where the meeting is now', async () => {
    const base = await service();
    await invited(base);
    await sendInVain(base, 'failed');
    await changeMeeting(base, { venue: ELSEWHERE });
    await requeueAll(base);
    expect(await kindsTo(base, FOCAL_POINT.email)).toEqual(['delegation-invitation']);
    expect(textOf(await lastTo(base, FOCAL_POINT.email))).toContain('City Hall');
  });
});
