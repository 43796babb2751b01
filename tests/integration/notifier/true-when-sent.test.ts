import type { GetItemCommandInput, GetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import {
  remindFocalPoint,
  remindParticipant,
} from '../../../functions/store/notifications/remind.ts';
import {
  type RemindersWanted,
  setFocalPointReminders,
  setParticipantReminders,
} from '../../../functions/store/notifications/stop-reminders.ts';
import { enqueue } from '../../../functions/store/outbox/notice.ts';
import { stageSecret } from '../../../functions/store/platform/secret.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { invited, moving } from '../delegations.ts';
import { type Fault, openMailRig, settle, type TableRequest } from '../mailbox.ts';
import { type Base, come, everything, kept, patch, type Somebody } from '../own.ts';
import { service } from '../service.ts';

const HOUR_MS = 3_600_000;

/** The participant's service, and notifiers on the same outbox, where nothing is sent before a test says so. */
async function opened(changes: Record<string, unknown> = {}) {
  const base = await service(changes);
  const rig = await openMailRig({ store: base.store, events: true });
  await stageSecret(base.store);
  const withdraw = async ({ own }: Pick<Somebody, 'own'>) => {
    const response = await base.app.request(`${own}/withdraw`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
    });
    expect(response.status).toBe(200);
  };
  /** Sends all that waits. @returns all mails so far: to whom, and of what kind */
  const sendAll = async (laterMs = 10 * 60_000) => {
    rig.pass(laterMs);
    await settle(rig);
    return (await rig.inbox()).map(({ to, kind }) => `${to} ${kind}`).sort();
  };
  /** Writes somebody the notice of a reminder, which waits. */
  const remind = async (one: Somebody, kind: 'meeting-reminder' | 'thank-you') => {
    const event = { kind } as const;
    const done = await remindParticipant(
      base.store,
      await kept(base, one),
      kind,
      event,
      new Date(),
    );
    expect(done).toBe('queued');
  };
  /** Where the notices of an event are. */
  const states = async (kind: string) =>
    (await rig.all())
      .filter(({ event }) => event.kind === kind)
      .map(({ status }) => status)
      .sort();
  return { ...base, rig, withdraw, sendAll, remind, states };
}
type Opened = Awaited<ReturnType<typeof opened>>;

async function using(changes: Record<string, unknown>, test: (all: Opened) => Promise<void>) {
  const all = await opened(changes);
  try {
    await test(all);
  } finally {
    all.rig.stop();
  }
}

async function stop(base: Base, one: Somebody, wanted: RemindersWanted) {
  const stored = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
  await setParticipantReminders(base.store, stored, await kept(base, one), wanted, moving());
}

const ELSEWHERE = { name: { en: 'City Hall' }, city: { en: 'Chiang Mai' }, country: 'TH' };

describe('a message says what is true when it is sent', () => {
  it('is the withdrawal alone for somebody who withdraws before the confirmation goes out', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.withdraw(one);
      expect(await base.sendAll()).toEqual(['one@example.org withdrawal']);
      expect(await base.states('registration-changed')).toEqual(['delivered', 'nothing-to-tell']);
      expect((await base.rig.all()).every(({ due }) => due === undefined)).toBe(true);
    }));

  it('goes to the corrected address alone where the mistyped one was never written to', () =>
    using({}, async (base) => {
      const one = await come(base, 'mistyped');
      expect((await patch(base, one, { email: 'right@example.org' })).status).toBe(200);
      expect(await base.sendAll()).toEqual(['right@example.org confirmation']);
      expect(await base.states('address-changed')).toEqual(['nothing-to-tell']);
    }));

  it('tells the former address that it is left, if that one was written to', () =>
    using({}, async (base) => {
      const one = await come(base, 'first');
      await base.sendAll();
      expect((await patch(base, one, { email: 'second@example.org' })).status).toBe(200);
      expect(await base.sendAll()).toEqual([
        'first@example.org address-changed',
        'first@example.org confirmation',
        'second@example.org confirmation',
      ]);
    }));

  it('tells nobody that an address is left to which somebody has gone back', () =>
    using({}, async (base) => {
      const one = await come(base, 'first');
      await base.sendAll();
      for (const email of ['second@example.org', 'first@example.org'])
        expect((await patch(base, one, { email })).status).toBe(200);
      expect(await base.sendAll()).toEqual(['first@example.org confirmation']);
      expect(await base.states('address-changed')).toEqual(['nothing-to-tell', 'nothing-to-tell']);
    }));

  it('says nothing of a change that no message speaks of', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      expect((await patch(base, one, { phone: '+855 23 111 111' })).status).toBe(200);
      expect(await base.sendAll()).toEqual(['one@example.org confirmation']);
    }));

  it('offers no seat once the offer is over', () =>
    using({ waitingList: true, ceiling: 1 }, async (base) => {
      const first = await come(base, 'first');
      await come(base, 'second');
      await base.withdraw(first);
      const late = new Date(Date.now() + 72 * HOUR_MS);
      await advanceWaitingList(base.store, base.meeting.id, moving(late));
      const mails = await base.sendAll(73 * HOUR_MS);
      expect(mails.filter((mail) => mail.startsWith('second'))).toEqual([
        'second@example.org offer-expired',
      ]);
    }));

  it('asks organisers about nobody who has withdrawn', () =>
    using({ categories: { party: { admission: 'validated' } } }, async (base) => {
      const one = await come(base, 'one');
      const two = await come(base, 'two');
      await base.withdraw(one);
      await base.sendAll();
      const asked = (await base.rig.inbox()).filter(({ to }) => to === 'secretariat@example.org');
      expect(asked.map(({ text }) => text.includes(two.reference))).toEqual([true]);
      expect(asked.map(({ text }) => text.includes(one.reference))).toEqual([false]);
      expect(await base.states('validation-wanted')).toEqual(['delivered', 'nothing-to-tell']);
    }));

  it('reminds nobody who has to be validated again', () =>
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
        expect((await base.sendAll()).filter((mail) => mail.startsWith('one'))).toEqual([
          'one@example.org acknowledgement',
        ]);
        expect(await base.states('meeting-reminder')).toEqual(['nothing-to-tell']);
        expect(await base.states('thank-you')).toEqual(['nothing-to-tell']);
      },
    ));

  it.each<[string, (base: Opened, one: Somebody) => Promise<unknown>, string[]]>([
    [
      'brings the new place where the meeting has moved',
      ({ store, meeting }) => applyMeeting(store, { ...meeting, venue: ELSEWHERE }, new Date()),
      ['meeting-reminder'],
    ],
    [
      'is not sent where the meeting is cancelled',
      ({ store, meeting }) => cancelMeeting(store, meeting.id, 'A cyclone', new Date()),
      [],
    ],
    [
      'is not sent to somebody who has stopped reminders',
      (base, one) => stop(base, one, 'stopped'),
      [],
    ],
    [
      'is sent to somebody who has them again',
      async (base, one) => {
        await stop(base, one, 'stopped');
        await stop(base, one, 'resumed');
      },
      ['meeting-reminder'],
    ],
  ])('a reminder %s', (_, happens, expected) =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await base.remind(one, 'meeting-reminder');
      await happens(base, one);
      await base.sendAll();
      const [confirmation, ...more] = await base.rig.inbox();
      expect(confirmation?.kind).toBe('confirmation');
      expect(more.map(({ kind }) => kind)).toEqual(expected);
      const { venue } = ((await getMeeting(base.store, base.meeting.id)) ?? expect.fail()).meeting;
      for (const { text } of more) expect(text).toContain(venue?.city?.en);
    }),
  );

  it('reminds no focal point who has stopped reminders', () =>
    using({}, async (base) => {
      const { delegation } = await invited(base);
      const event = { kind: 'nomination-reminder', checkedAt: new Date().toISOString() } as const;
      expect(await remindFocalPoint(base.store, delegation, 'mark', event, moving())).toBe(
        'queued',
      );
      await setFocalPointReminders(base.store, delegation, 'stopped', 'reminder', moving());
      expect(await base.sendAll()).toEqual(['focal.point@mfa.example delegation-invitation']);
      expect(await base.states('nomination-reminder')).toEqual(['nothing-to-tell']);
    }));

  it('tells nothing to somebody who is erased, though a notice comes later', () =>
    using({}, async (base) => {
      const one = await come(base, 'one');
      const { meetingId, reference } = await kept(base, one);
      await base.app.request(`${one.own}/erase`, { method: 'POST' });
      const recipient = { kind: 'participant', reference } as const;
      const event = { kind: 'meeting-changed' } as const;
      await enqueue(base.store, { recipient, name: 'late', meetingId, event }, new Date());
      expect(await base.sendAll()).toEqual([]);
      expect(await base.states('meeting-changed')).toEqual(['nothing-to-tell']);
      expect(JSON.stringify(await everything(base))).not.toMatch(/Sophea|one@example/);
    }));
});

/** Somebody withdraws just before the notifier asks something of a table, or gives the mail to SES. @returns all mails */
async function race(moment: TableRequest | 'send', { stale = false } = {}) {
  const base = await opened();
  const { rig } = base;
  const one = await come(base, 'one');
  const [{ id } = { id: '' }] = await rig.all();
  let withdrawn = false;
  const withdraw = async () => {
    if (withdrawn) return;
    withdrawn = true;
    await base.withdraw(one);
  };
  const fault: Fault = {
    beforeTable: (request) => (request === moment ? withdraw() : undefined),
    beforeSend: () => (moment === 'send' ? withdraw() : undefined),
  };
  const worker = rig.worker(fault);
  if (stale) {
    const before = await kept(base, one);
    worker.registry.client.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { Item } = result.output as GetItemCommandOutput;
        const { Key } = args.input as GetItemCommandInput;
        if (Item && Key?.sk?.S?.startsWith('REG#')) Item.status = { S: before.status };
        return result;
      },
      { step: 'initialize' },
    );
  }
  try {
    await deliver(worker, id);
    expect(withdrawn).toBe(true);
    await base.sendAll();
    return (await rig.inbox()).map(({ subject }) => subject.replace(/:.*/, ''));
  } finally {
    rig.stop();
  }
}

describe('somebody withdraws while the confirmation is being sent', () => {
  it.each([
    ['before the claim', 'claim'],
    ['before its turn', 'turn'],
    ['before the notifier reads what was last told', 'last-notified'],
    ['before the notifier reads the registration', 'truth'],
  ] as const)('%s: only the withdrawal is sent', async (_, moment) => {
    expect(await race(moment)).toEqual(['Registration withdrawn']);
  });

  it.each([
    ['after the notifier has read the registration', 'flight'],
    ['just before the send', 'send'],
    ['before the acceptance is written down', 'landing'],
    ['before it is recorded', 'record'],
  ] as const)('%s: both are sent, as both were true when they were', async (_, moment) => {
    expect(await race(moment)).toEqual(['Registration confirmed', 'Registration withdrawn']);
  });

  it('would send what is no longer true if the registration were read too early', async () => {
    expect(await race('truth', { stale: true })).toEqual([
      'Registration confirmed',
      'Registration withdrawn',
    ]);
  });
});
