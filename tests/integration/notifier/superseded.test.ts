import type { GetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { inviteFocalPoint } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { nominationReminder } from '../../../functions/store/notifications/reminder-message.ts';
import {
  type RemindersWanted,
  setFocalPointReminders,
  setParticipantReminders,
} from '../../../functions/store/notifications/stop-reminders.ts';
import { messageWrite } from '../../../functions/store/outbox/outbox.ts';
import { transact } from '../../../functions/store/platform/transact.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { come, everything, kept, patch, type Somebody } from '../own.ts';
import { ELSEWHERE, type Opened, opened, using } from '../posted.ts';
import type { Fault, TableRequest } from '../sending.ts';
import { jsonOf, PUBLIC_URL } from '../service.ts';

async function stop(base: Opened, one: Somebody, wanted: RemindersWanted) {
  const stored = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
  const moving = { publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 };
  await setParticipantReminders(base.store, stored, await kept(base, one), wanted, moving);
}

const standings = async (base: Opened) =>
  (await everything(base)).filter(({ sk }) => sk === 'STANDING');

describe('what has ceased to be so is not sent', () => {
  it('a confirmation of somebody who has withdrawn; and it says so', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      expect(await standings(base)).toEqual([]);
      await base.withdraw(one);
      expect(await base.sendAll()).toEqual(['one@example.org: Registration withdrawn']);
      expect(await base.states()).toEqual({
        'confirmation one@example.org': 'superseded',
        'withdrawal one@example.org': 'delivered',
      });
      const data = await jsonOf(base.app.request(`${one.own}/data.json`));
      expect(data.messages).toMatchObject([
        { kind: 'confirmation', status: 'superseded' },
        { kind: 'withdrawal', status: 'delivered' },
      ]);
      expect((await base.rig.all()).every(({ due }) => due === undefined)).toBe(true);
    }));

  it('a confirmation to an address that was mistyped, with its private link', () =>
    using({}, async (base) => {
      const one = await come(base, 'mistyped');
      expect((await patch(base, one, { email: 'right@example.org' })).status).toBe(200);
      expect(await base.sendAll()).toEqual([
        'mistyped@example.org: E-mail address changed',
        'right@example.org: Registration changed',
      ]);
    }));

  it('that an address is left, where somebody has gone back to it', () =>
    using({}, async (base) => {
      const one = await come(base, 'first');
      await patch(base, one, { email: 'second@example.org' });
      await patch(base, one, { email: 'first@example.org' });
      expect(await base.sendAll()).toEqual([
        'first@example.org: Registration changed',
        'second@example.org: E-mail address changed',
      ]);
    }));

  it('but a change that no message speaks of leaves all as it is, and costs nothing', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await patch(base, one, { phone: '+855 23 111 111' });
      expect(await standings(base)).toEqual([]);
      expect(await base.sendAll()).toEqual(['one@example.org: Registration confirmed']);
    }));

  it('an offer that is over', () =>
    using({ waitingList: true, ceiling: 1 }, async (base) => {
      const first = await come(base, 'first');
      await come(base, 'second');
      await base.withdraw(first);
      const late = new Date(Date.now() + 72 * 3_600_000);
      const moving = { publicUrl: PUBLIC_URL, now: late, deadline: Date.now() + 20_000 };
      await advanceWaitingList(base.store, base.meeting.id, moving);
      const mails = await base.sendAll(73 * 3_600_000);
      expect(mails.filter((mail) => mail.startsWith('second'))).toHaveLength(1);
      expect(await base.states()).toMatchObject({
        'waiting-list second@example.org': 'superseded',
        'offer second@example.org': 'superseded',
        'offer-expired second@example.org': 'delivered',
      });
    }));

  it('that somebody waits for an answer who has withdrawn', () =>
    using({ categories: { party: { admission: 'validated' } } }, async (base) => {
      const one = await come(base, 'one');
      const two = await come(base, 'two');
      await base.withdraw(one);
      const mails = await base.sendAll();
      expect(mails.filter((mail) => mail.startsWith('secretariat'))).toHaveLength(1);
      const asked = (await base.rig.all()).filter(
        ({ content }) => content.kind === 'validation-wanted',
      );
      expect(
        asked
          .map(({ content, status }) => ['reference' in content && content.reference, status])
          .sort(),
      ).toEqual(
        [
          [one.reference, 'superseded'],
          [two.reference, 'delivered'],
        ].sort(),
      );
    }));

  it('a reminder to somebody who has to be validated again', () =>
    using(
      {
        categories: { party: { admission: 'open' }, 'observer-state': { admission: 'validated' } },
      },
      async (base) => {
        const one = await come(base, 'one');
        await base.remind(one, 'meeting-reminder');
        await base.remind(one, 'thank-you');
        expect((await patch(base, one, { state: 'US' })).status).toBe(200);
        expect(await kept(base, one)).toMatchObject({ status: 'pending' });
        await base.sendAll();
        expect(await base.states()).toMatchObject({
          'meeting-reminder one@example.org': 'superseded',
          'thank-you one@example.org': 'superseded',
        });
      },
    ));

  it.each<[string, (base: Opened, one: Somebody) => Promise<unknown>, string, string?]>([
    [
      'of a meeting that has moved',
      ({ store, meeting }) => applyMeeting(store, { ...meeting, venue: ELSEWHERE }, new Date()),
      'superseded',
      // It waits to be restated: see unsaid.test.ts.
      'queued',
    ],
    [
      'of a meeting that is cancelled',
      ({ store, meeting }) => cancelMeeting(store, meeting.id, 'A cyclone', new Date()),
      'superseded',
      'superseded',
    ],
    [
      'to somebody who has stopped reminders',
      (base, one) => stop(base, one, 'stopped'),
      'superseded',
    ],
    [
      'not to somebody who has them again',
      async (base, one) => {
        await stop(base, one, 'stopped');
        await stop(base, one, 'resumed');
      },
      'delivered',
    ],
  ])('a reminder %s', (_, happens, status, confirmation = 'delivered') =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.remind(one, 'meeting-reminder');
      await happens(base, one);
      await base.sendAll();
      expect(await base.states()).toEqual({
        // It says where the registration stands, which is as it was, unless there is no meeting any more.
        'confirmation one@example.org': confirmation,
        'meeting-reminder one@example.org': status,
      });
    }),
  );

  it('a reminder to a focal point who has stopped them', () =>
    using({}, async (base) => {
      const moving = { publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 };
      const { delegation } = await inviteFocalPoint(
        base.store,
        base.meeting,
        {
          delegated: { representation: 'state', state: 'KH' },
          focalPoint: { name: 'Dara', email: 'dara@example.org', language: 'en' },
          again: false,
        },
        moving,
      );
      const about = { meeting: base.meeting, publicUrl: PUBLIC_URL };
      const message = await nominationReminder(base.store, about, 'mark', delegation);
      const write = messageWrite(base.store, message ?? expect.fail(), new Date());
      await transact(base.store.client, [write], Date.now() + 20_000);
      await setFocalPointReminders(base.store, delegation, 'stopped', 'reminder', moving);
      await base.sendAll();
      expect(await base.states()).toEqual({
        'delegation-invitation dara@example.org': 'delivered',
        'nomination-reminder dara@example.org': 'superseded',
      });
    }));

  it('anything to somebody who is erased', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.rig.queue(1, {
        content: {
          kind: 'confirmation',
          registration: { ...(await aboutOf(base, one)), version: 1 },
        } as never,
        to: { email: 'one@example.org', name: 'One' },
        bulk: true,
      });
      await base.app.request(`${one.own}/erase`, { method: 'POST' });
      expect(await base.sendAll()).toEqual([]);
      expect(JSON.stringify(await everything(base))).not.toMatch(/Sophea/);
    }));
});

async function aboutOf(base: Opened, one: Somebody) {
  const { reference, category, categoryReason } = await kept(base, one);
  return {
    reference,
    category,
    categoryReason,
    manageUrl: `${PUBLIC_URL}${one.own}`,
    givenName: 'S',
    familyName: 'C',
  };
}

/** Withdraws just before the notifier asks something of the table, or gives the message to SES. */
async function race(moment: TableRequest | 'send', { blind = false } = {}) {
  const base = await opened();
  const { rig } = base;
  const one = await come(base, 'one');
  const [{ id } = { id: '' }] = await rig.all();
  const confirmations = { count: 0 };
  const fault: Fault = {
    beforeTable: async (request) => {
      if (request === moment) await base.withdraw(one);
    },
    beforeSend: async () => {
      confirmations.count += 1;
      if (moment === 'send') await base.withdraw(one);
    },
  };
  const worker = rig.worker(fault);
  if (blind)
    worker.outbox.client.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next(args);
        const { Key } = args.input as GetItemCommandInput;
        if (context.commandName === 'GetItemCommand' && Key?.sk?.S === 'STANDING')
          delete (result.output as { Item?: unknown }).Item;
        return result;
      },
      { step: 'initialize' },
    );
  try {
    await deliver(worker, id);
    const withdrawn = (await kept(base, one)).status === 'withdrawn';
    const mails = await base.sendAll();
    return { confirmed: confirmations.count, withdrawn, mails: mails.length };
  } finally {
    rig.stop();
  }
}

describe('somebody withdraws while the confirmation is being sent', () => {
  it.each([
    ['before the claim', 'claim'],
    ['before its turn', 'turn'],
    ['before the last look', 'look'],
  ] as const)('%s: only the withdrawal is sent', async (_, moment) => {
    expect(await race(moment)).toMatchObject({ confirmed: 0, withdrawn: true, mails: 1 });
  });

  it.each([
    ['after the last look', 'send'],
    ['before it is recorded', 'record'],
  ] as const)('%s: both are sent, as both were so when they were', async (_, moment) => {
    expect(await race(moment)).toMatchObject({ confirmed: 1, withdrawn: true, mails: 2 });
  });

  it('would send what is not so without the last look', async () => {
    expect(await race('look', { blind: true })).toMatchObject({ confirmed: 1, withdrawn: true });
  });
});
