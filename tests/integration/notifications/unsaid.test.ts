import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce } from '../../../functions/store/notifications/announce.ts';
import { remindParticipant } from '../../../functions/store/notifications/remind.ts';
import { participantReminder } from '../../../functions/store/notifications/reminder-message.ts';
import { recordDelivery } from '../../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../../functions/store/outbox/lift-suppression.ts';
import type { MessageKind } from '../../../functions/store/outbox/message.ts';
import { dropConditions } from '../../support/faults.ts';
import { putLastMessage } from '../clock.ts';
import { dynamo } from '../dynamo.ts';
import { come, kept, patch } from '../own.ts';
import { attempt, ELSEWHERE, type Opened, using } from '../posted.ts';
import { messages, PUBLIC_URL } from '../service.ts';

const FAR = { name: { en: 'Fort' }, city: { en: 'Phuket' }, country: 'TH' };
const moving = () => ({ publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 });

/** Changes the meeting, and tells everybody. */
async function change({ store, meeting }: Opened, changes: Partial<Meeting>) {
  await applyMeeting(store, { ...meeting, ...changes }, new Date());
  return announce(store, meeting.id, moving());
}

async function cancel({ store, meeting }: Opened) {
  await cancelMeeting(store, meeting.id, 'A cyclone has hit the city.', new Date());
  return announce(store, meeting.id, moving());
}

/** The messages of a kind that were sent, as their readers see them. */
async function read({ store }: Opened, kind: MessageKind) {
  const found = (await messages(store))
    .filter(({ content, status }) => content.kind === kind && status === 'delivered')
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return Promise.all(
    found.map(async (message) => ({ to: message.to.email, ...(await compose(message)) })),
  );
}

describe('a change of the meeting that meets a change of the registration', () => {
  const day = (one: Meeting, start: string) => ({ day: one.startsOn, start, end: '17:00' });

  it('is told at the new address, and strikes out what the calendar had', () =>
    using({}, async (base) => {
      const { meeting } = base;
      const one = await come(base, 'old');
      await base.sendAll();
      await change(base, { sittings: [day(meeting, '09:00'), day(meeting, '14:00')] });
      await base.sendAll();
      expect(await change(base, { venue: ELSEWHERE, sittings: [day(meeting, '09:00')] })).toBe(1);
      expect((await patch(base, one, { email: 'new@example.org' })).status).toBe(200);
      await base.sendAll();
      const [first, told, ...more] = await read(base, 'meeting-changed');
      expect([first?.to, told?.to, more]).toEqual(['old@example.org', 'new@example.org', []]);
      expect(await read(base, 'details-changed')).toMatchObject([{ to: 'new@example.org' }]);
      expect(told?.text).toContain('Until now: Conference Centre, Bangkok, Thailand');
      expect(told?.calendar?.match(/STATUS:\w+/g)).toEqual([
        'STATUS:CONFIRMED',
        'STATUS:CANCELLED',
      ]);
    }));

  it.each<[string, (base: Opened) => Promise<unknown>, readonly string[]]>([
    ['was sent', (base) => base.sendAll(), ['old@example.org']],
    ['failed', (base) => attempt(base, 'meeting-changed', 'failed'), ['new@example.org']],
  ])('is told there where it %s at the old one', (_, becomes, addresses) =>
    using({}, async (base) => {
      const one = await come(base, 'old');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await becomes(base);
      await patch(base, one, { email: 'new@example.org' });
      await base.sendAll();
      expect((await read(base, 'meeting-changed')).map(({ to }) => to)).toEqual(addresses);
    }),
  );

  it('is told again to whoever is offered a seat meanwhile, as of one who is', () =>
    using({ waitingList: true, ceiling: 1 }, async (base) => {
      const first = await come(base, 'first');
      await come(base, 'second');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await base.withdraw(first);
      await base.sendAll();
      const told = await read(base, 'meeting-changed');
      expect(told.map(({ to }) => to)).toEqual(['second@example.org']);
      expect(told[0]?.text).toContain('is still kept for you until');
    }));

  it('is told once to whoever goes to another address and back', () =>
    using({}, async (base) => {
      const one = await come(base, 'old');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await patch(base, one, { email: 'new@example.org' });
      await patch(base, one, { email: 'old@example.org' });
      await base.sendAll();
      expect((await read(base, 'meeting-changed')).map(({ to }) => to)).toEqual([
        'old@example.org',
      ]);
    }));

  it('is not told to whoever has withdrawn', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await base.withdraw(one);
      await base.sendAll();
      expect(await read(base, 'meeting-changed')).toEqual([]);
    }));
});

describe('a reminder that waits', () => {
  it('follows its reader to another address, and ends there as it would have', () =>
    using({}, async (base) => {
      const one = await come(base, 'old');
      await base.sendAll();
      await remindParticipant(
        base.store,
        await kept(base, one),
        (registration) =>
          participantReminder(
            base.store,
            { meeting: base.meeting, publicUrl: PUBLIC_URL },
            { kind: 'meeting-reminder', mark: 'meeting-reminder-7' },
            registration,
          ),
        moving(),
      );
      for (const name of ['between', 'new'])
        await patch(base, one, { email: `${name}@example.org` });
      await base.sendAll();
      const [reminder, ...more] = await read(base, 'meeting-reminder');
      expect([reminder?.to, more]).toEqual(['new@example.org', []]);
      const { pathname } = new URL(reminder?.unsubscribeUrl ?? '');
      await base.app.request(pathname, { method: 'POST' });
      expect((await kept(base, one)).remindersStoppedAt).toBeDefined();
    }));
});

describe('one change of the meeting that meets the next', () => {
  it.each(['queued', 'retrying'] as const)('while the message is %s, is one with it', (state) =>
    using({}, async (base) => {
      await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      if (state === 'retrying') await attempt(base, 'meeting-changed', 'retrying');
      await change(base, { venue: FAR });
      await base.sendAll();
      const [told, ...more] = await read(base, 'meeting-changed');
      expect(more).toEqual([]);
      expect(told?.text).toContain('Fort, Phuket, Thailand');
      expect(told?.text).toContain('Until now: Conference Centre, Bangkok, Thailand');
      expect(told?.text).not.toContain('City Hall');
    }),
  );

  it('that takes it back, leaves nothing to tell', () =>
    using({}, async (base) => {
      await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await change(base, {});
      await base.sendAll();
      expect(await base.states()).toEqual({
        'confirmation one@example.org': 'delivered',
        'meeting-changed one@example.org': 'superseded',
      });
      expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
    }));

  it('after it could not be sent, is told with it', () =>
    using({}, async (base) => {
      await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await attempt(base, 'meeting-changed', 'failed');
      await change(base, { venue: ELSEWHERE, endsOn: base.meeting.startsOn });
      await base.sendAll();
      const [told] = await read(base, 'meeting-changed');
      expect(told?.text).toContain('Until now: Conference Centre, Bangkok, Thailand');
    }));

  it('while it is being sent, waits to know what came of it', () =>
    using({}, async (base) => {
      await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await attempt(base, 'meeting-changed', 'on its way');
      expect(await change(base, {})).toBe(0);
      expect((await getMeeting(base.store, base.meeting.id))?.past).not.toHaveLength(1);
      // Whoever had it has died: it is not sent any more.
      await base.sendAll(11 * 60_000);
      await announce(base.store, base.meeting.id, moving());
      await base.sendAll();
      expect(await read(base, 'meeting-changed')).toEqual([]);
      expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
    }));

  /** Tells of a second change while a notifier takes up the message about the first one. */
  async function race(base: Opened, { blind }: { blind: boolean }) {
    await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await applyMeeting(base.store, base.meeting, new Date());
    const client = dynamo();
    let sent: Promise<unknown> | undefined;
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand') {
          sent ??= attempt(base, 'meeting-changed', 'sent');
          await sent;
        }
        return next(args);
      },
      { step: 'initialize' },
    );
    if (blind) dropConditions(client);
    await announce({ ...base.store, client }, base.meeting.id, moving());
    await base.sendAll();
    const inbox = await base.rig.inbox();
    return inbox.filter(({ subject }) => subject.startsWith('The meeting has changed')).length;
  }

  it('at the moment it is sent, is told back; without the conditions its reader would go elsewhere', async () => {
    await using({}, async (base) => expect(await race(base, { blind: false })).toBe(1));
    await using({}, async (base) => expect(await race(base, { blind: true })).toBe(0));
  });

  it('of the title alone, takes nothing back that waits', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await base.remind(one, 'thank-you');
      await change(base, { venue: ELSEWHERE, title: { en: 'Another title' } });
      await base.sendAll();
      expect(await read(base, 'meeting-changed')).toHaveLength(1);
    }));
});

describe('a confirmation that waits', () => {
  it(
    'with fifty changes of details, is one message when the meeting moves',
    () =>
      using({}, async (base) => {
        const one = await come(base, 'one');
        for (let n = 0; n < 50; n++)
          expect((await patch(base, one, { familyName: n % 2 ? 'Chan' : 'Sok' })).status).toBe(200);
        expect(await change(base, { venue: ELSEWHERE })).toBe(1);
        await base.sendAll();
        expect(await read(base, 'details-changed')).toHaveLength(1);
        expect(await read(base, 'meeting-changed')).toHaveLength(1);
      }),
    60_000,
  );

  it('or has failed, and the meeting moves, says where it is now', () =>
    using({ waitingList: true, ceiling: 1 }, async (base) => {
      const first = await come(base, 'first');
      await come(base, 'second');
      await base.withdraw(first);
      await attempt(base, 'offer', 'failed');
      await change(base, { venue: ELSEWHERE });
      await base.sendAll();
      const [offer, ...more] = await read(base, 'offer');
      expect([offer?.to, more]).toEqual(['second@example.org', []]);
      expect(offer?.text).toContain('City Hall');
    }));

  it('while the meeting moves, says where it is now', () =>
    using({}, async (base) => {
      await come(base, 'one');
      await attempt(base, 'confirmation', 'retrying');
      await change(base, { venue: ELSEWHERE });
      await base.sendAll();
      const confirmations = await read(base, 'confirmation');
      expect(confirmations).toHaveLength(1);
      expect(confirmations[0]?.text).toContain('City Hall');
      expect(confirmations[0]?.text).not.toContain('Conference Centre');
      expect(confirmations[0]?.calendar).toContain('City Hall');
      expect(await read(base, 'meeting-changed')).toHaveLength(1);
    }));

  it('while the meeting is cancelled, is not sent', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      const two = await come(base, 'two');
      await attempt(base, 'confirmation', 'retrying');
      await base.withdraw(two);
      await cancel(base);
      expect((await kept(base, one)).told).toBe(2);
      expect(await base.sendAll()).toEqual([
        'one@example.org: Meeting cancelled',
        'two@example.org: Registration withdrawn',
      ]);
    }));
});

describe('changed details that were not sent yet', () => {
  const named = async (base: Opened) =>
    (await read(base, 'details-changed')).map(({ text }) => ({
      name: text.includes('your name'),
      role: text.includes('your part in the delegation'),
    }));

  it('are named by the message that takes their place', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await patch(base, one, { familyName: 'Chan-Sok' });
      await patch(base, one, { delegationRole: 'adviser' });
      await patch(base, one, { phone: '+855 23 111 111' });
      await base.sendAll();
      expect(await named(base)).toEqual([{ name: true, role: true }]);
    }));

  it('are not named again once they were', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await patch(base, one, { familyName: 'Chan-Sok' });
      await base.sendAll();
      await patch(base, one, { delegationRole: 'adviser' });
      await base.sendAll();
      expect(await named(base)).toEqual([
        { name: true, role: false },
        { name: false, role: true },
      ]);
    }));
});

describe('sending a message again', () => {
  const again = async ({ app }: Opened, own: string): Promise<Response> =>
    app.request(`${own}/resend`, { method: 'POST', headers: { Accept: 'application/json' } });

  it('is refused within the hour, but not because of news of the meeting', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      expect((await again(base, one.own)).status).toBe(429);
      const longAgo = new Date(Date.now() - 3_600_001);
      await putLastMessage(base.store, base.meeting.id, one.reference, longAgo);
      await change(base, { venue: ELSEWHERE });
      expect((await again(base, one.own)).status).toBe(202);
      expect((await again(base, one.own)).status).toBe(429);
    }));

  it('is possible at once when the address is written to again', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      const at = new Date().toISOString();
      await recordDelivery(base.store, 'one@example.org', {
        state: 'bounced',
        bounce: 'hard',
        at,
        sentAt: at,
        messageId: 'm',
      });
      expect((await again(base, one.own)).status).toBe(409);
      const lifting = { now: new Date(), deadline: Date.now() + 5_000 };
      await liftSuppression(base.store, 'one@example.org', 'The mailbox is there again', lifting);
      const answers = await Promise.all([again(base, one.own), again(base, one.own)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 429]);
      await base.sendAll();
      expect(await read(base, 'confirmation')).toHaveLength(2);
    }));
});
