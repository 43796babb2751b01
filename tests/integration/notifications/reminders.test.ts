import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { sendDueReminders } from '../../../functions/scheduler/send-due-reminders.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { setParticipantReminders } from '../../../functions/store/notifications/stop-reminders.ts';
import { enqueue } from '../../../functions/store/outbox/notice.ts';
import { type Store, toItem, type Vault } from '../../../functions/store/platform/client.ts';
import { registryKeys } from '../../../functions/store/platform/keys.ts';
import { stageSecret } from '../../../functions/store/platform/secret.ts';
import { eraseRegistration } from '../../../functions/store/privacy/erase.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';
import { dynamo, freshTables, putRegistrations } from '../dynamo.ts';
import { textOf } from '../mail-steps.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { notices } from '../service.ts';

/** Registration closes on 21 February, the meeting is from 13 to 15 March. */
const OPENED = new Date('2026-01-12T03:00:00Z');
/** Ten in the morning in Bangkok. */
const morning = (day: string) => new Date(`${day}T03:00:00Z`);
const [FOURTEEN, THREE] = [morning('2026-02-07'), morning('2026-02-18')];
const [WEEK, EVE, AFTER] = [morning('2026-03-06'), morning('2026-03-12'), morning('2026-03-16')];

let store: Store & Vault;
let requests: string[];
beforeEach(async () => {
  store = await freshTables();
  requests = [];
  store.client.middlewareStack.add(
    (next, context) => (args) => {
      requests.push(String(context.commandName));
      return next(args);
    },
    { step: 'initialize' },
  );
});

const always = () => true;
const run = (now: Date, goOn = always) => sendDueReminders(store, now, goOn);
const moving = (now: Date) => ({ now, deadline: Date.now() + 20_000 });
/** Sends what waits. */
const drain = (now: Date) => drainOutbox(store, () => now);

const KINDS: readonly string[] = ['nomination-reminder', 'meeting-reminder', 'thank-you'];
/** The reminders and thanks that were sent. */
const reminders = async () => (await sentMail(store)).filter(({ kind }) => KINDS.includes(kind));
/** Their notices. */
const written = async () =>
  (await notices(store)).filter(({ event }) => KINDS.includes(event.kind));
const recipients = async () => (await written()).map(({ recipient }) => recipient).sort();
const addresses = async () => (await reminders()).map(({ to }) => to).sort();

async function apply(changes: Record<string, unknown> = {}) {
  const meeting = meetingOn('2026-01-12', changes);
  await applyMeeting(store, meeting, OPENED);
  return meeting;
}

const one = (changes: Partial<Registration> = {}) =>
  person({ meetingId: 'focal-points', ...changes });

const put = (people: readonly Registration[]) => putRegistrations(store, people);

/** Puts people into the table, and sends each the message that says where they stand. */
async function putTold(people: readonly Registration[]) {
  await put(people);
  for (const { reference, meetingId } of people) {
    const recipient = { kind: 'participant', reference } as const;
    const event = { kind: 'registration-changed' } as const;
    await enqueue(store, { recipient, name: 'v1', meetingId, event }, OPENED);
  }
  await drain(OPENED);
}

/** The prefix of the fixture's references, by which single registrations are found. */
const found = (n: number, changes: Partial<Registration> = {}) =>
  one({ reference: `FP26-0000${n}`, email: `${n}@example.org`, ...changes });

/** Has something happen once, between what is read and all that is written. It must have a client of its own. */
function beforeAllTransactions(happening: () => Promise<unknown>) {
  let happened: Promise<unknown> | undefined;
  store.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') {
        happened ??= happening();
        await happened;
      }
      return next(args);
    },
    { step: 'initialize', name: 'before-all' },
  );
}

async function invite(state: string, now = OPENED) {
  const meeting = (await getMeeting(store, 'focal-points'))?.meeting ?? expect.fail();
  const focalPoint = {
    name: `Focal point ${state}`,
    email: `${state}@mfa.example`,
    language: 'en',
  } as const;
  const asked = {
    delegated: { representation: 'state', state } as const,
    focalPoint,
    again: false,
  };
  const { delegation } = await inviteFocalPoint(store, meeting, asked, moving(now));
  return delegation;
}

describe('the reminder of nominations', () => {
  it('goes to focal points whose delegation has nobody registered, once for each day', async () => {
    await apply();
    for (const state of ['KH', 'VN', 'NP', 'LA']) await invite(state);
    await put([one({ state: 'VN', status: 'pending' }), one({ state: 'NP', status: 'withdrawn' })]);
    await Promise.all([run(FOURTEEN), run(FOURTEEN)]);
    await run(morning('2026-02-08'));
    expect(await recipients()).toEqual(
      ['KH', 'LA', 'NP'].map((state) => `focal-point_focal-points_${state}`),
    );
    await drain(FOURTEEN);
    expect(await addresses()).toEqual(['KH@mfa.example', 'LA@mfa.example', 'NP@mfa.example']);
    // Somebody of Nepal registers.
    await put([one({ state: 'NP', status: 'waitlisted' })]);
    await run(THREE);
    await drain(THREE);
    const sent = await reminders();
    expect(sent).toHaveLength(5);
    for (const mail of sent) {
      expect(textOf(mail)).toContain('21 February 2026 at 23:59 (GMT+7)');
      expect(textOf(mail)).toContain('https://plenary.example/delegations/focal-points/');
      expect(mail.listUnsubscribe).toMatch(
        /^<https:\/\/plenary\.example\/unsubscribe\/focal-points\/(KH|NP|LA)\/[\w-]{22}>$/,
      );
    }
    for (const { id, lane } of await written()) {
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      expect(lane).toBe('bulk');
    }
  });

  it('brings the link as it is, and goes to nobody who names somebody at the same moment', async () => {
    const meeting = await apply();
    const before = await invite('KH');
    await invite('VN');
    await stageSecret(store);
    // Between reading the delegations and writing the notices both change.
    const other = { ...store, client: dynamo() };
    beforeAllTransactions(async () => {
      await put([found(1, { state: 'VN' })]);
      for (const state of ['KH', 'VN']) await rotateLink(other, meeting, state, moving(FOURTEEN));
    });
    await run(FOURTEEN);
    expect(await recipients()).toEqual(['focal-point_focal-points_KH']);
    await drain(FOURTEEN);
    const [reminder, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(reminder?.to).toBe('KH@mfa.example');
    const after = await getDelegation(store, 'focal-points', 'KH');
    expect(after?.secret).not.toBe(before.secret);
    expect(textOf(reminder)).toContain(after?.secret);
  });

  it('is not for somebody who was invited within the day, or can nominate nobody', async () => {
    await apply({
      categories: { party: { admission: 'open' }, 'observer-state': { admission: 'closed' } },
    });
    await invite('KH', new Date(FOURTEEN.getTime() - 3_600_000));
    await invite('NP');
    await run(FOURTEEN);
    expect(await written()).toEqual([]);
  });

  it('is never sent once registration has closed', async () => {
    await apply({ reminders: { nominationDays: [0] } });
    await invite('KH');
    await run(morning('2026-02-22'));
    expect(await written()).toEqual([]);
    await run(morning('2026-02-21'));
    expect(await written()).toHaveLength(1);
    await drain(morning('2026-02-22'));
    expect(await reminders()).toEqual([]);
  });

  it('costs one read once it is done', async () => {
    await apply();
    await invite('KH');
    await run(FOURTEEN);
    requests.length = 0;
    expect(await run(FOURTEEN)).toEqual([]);
    expect(requests).toEqual(['QueryCommand', 'GetItemCommand']);
  });
});

describe('the reminder of the meeting', () => {
  const practicalInformation = { en: 'The venue opens at 8.\nBring your passport.' };

  it('goes to those who are confirmed, with what to know and what is missing', async () => {
    await apply({ practicalInformation });
    await putTold([
      found(1),
      found(2, { privacyNotice: undefined, nominated: true, nominatedBy: 'Dara Keo' }),
      found(3, { status: 'pending' }),
      found(4, { status: 'withdrawn' }),
      found(5, { email: undefined }),
      found(6, { remindersStoppedAt: OPENED.toISOString() }),
    ]);
    await run(WEEK);
    await run(WEEK);
    await drain(WEEK);
    expect(await addresses()).toEqual(['1@example.org', '2@example.org']);
    const [first, second] = (await reminders()).sort((a, b) => (a.to < b.to ? -1 : 1));
    expect(first?.noticeId).toBe('participant_FP26-00001_meeting-2026-03-13-7');
    for (const line of practicalInformation.en.split('\n')) {
      expect(textOf(first)).toContain(line);
      expect(textOf(second)).toContain(line);
    }
    expect(textOf(first)).not.toContain('still missing');
    expect(textOf(second)).toContain('still missing');
    for (const { lane } of await written()) expect(lane).toBe('bulk');
    await run(EVE);
    await drain(EVE);
    expect(await reminders()).toHaveLength(4);
  });

  it('is deleted with the registration', async () => {
    await apply();
    await put([found(1, { seats: [], email: '1@example.org' })]);
    await run(WEEK);
    expect(await written()).toHaveLength(1);
    const stored = (await getMeeting(store, 'focal-points')) ?? expect.fail();
    const after = (await getRegistration(store, 'FP26-00001')) ?? expect.fail();
    await store.client.send(
      new PutItemCommand({
        TableName: store.registry,
        Item: toItem({
          ...registryKeys.email('focal-points', '1@example.org'),
          reference: 'FP26-00001',
          claimedAt: [],
        }),
      }),
    );
    await eraseRegistration(store, stored, after, moving(WEEK));
    expect(await written()).toEqual([]);
  });

  it('says what is true when it is sent, and nothing to somebody who has withdrawn', async () => {
    await apply();
    await putTold([found(1), found(2)]);
    await run(WEEK);
    await put([
      found(1, { status: 'withdrawn', version: 2 }),
      found(2, { givenName: 'Beatrice', version: 2 }),
    ]);
    await drain(WEEK);
    expect(await addresses()).toEqual(['2@example.org']);
    expect(textOf((await reminders())[0])).toContain('Beatrice Example');
  });

  it('is the confirmation if that was never sent', async () => {
    await apply();
    await put([found(1)]);
    await run(WEEK);
    await drain(WEEK);
    expect((await sentMail(store)).map(({ kind }) => kind)).toEqual(['confirmation']);
  });

  it('is sent for the new date alone if the meeting is put off', async () => {
    await apply();
    await putTold([found(1)]);
    await run(WEEK);
    await apply({ startsOn: '2026-03-20', endsOn: '2026-03-22' });
    await run(morning('2026-03-13'));
    const ids = ['meeting-2026-03-13-7', 'meeting-2026-03-20-7'];
    expect((await written()).map(({ id }) => id).sort()).toEqual(
      ids.map((name) => `participant_FP26-00001_${name}`),
    );
    await drain(morning('2026-03-13'));
    expect((await reminders()).map(({ noticeId }) => noticeId)).toEqual([
      'participant_FP26-00001_meeting-2026-03-20-7',
    ]);
  });
});

describe('thanks', () => {
  it('go to those who were confirmed, where the organisers have words for them', async () => {
    await apply({ thankYou: { en: 'The report follows in May.' } });
    await putTold([found(1), found(2, { status: 'waitlisted' })]);
    await run(AFTER);
    await run(morning('2026-03-17'));
    await drain(morning('2026-03-17'));
    const [thanks, ...more] = await reminders();
    expect(more).toEqual([]);
    expect(thanks).toMatchObject({ kind: 'thank-you', to: '1@example.org' });
    expect(textOf(thanks)).toContain('The report follows in May.');
  });

  it('are not sent without being asked for', async () => {
    await apply();
    await put([found(1)]);
    await run(AFTER);
    expect(await written()).toEqual([]);
  });
});

describe('a reminder to many', () => {
  const many = Array.from({ length: 350 }, (_, n) => one({ email: `many${n}@example.org` }));
  const everybody = many.map(({ reference }) => `participant_${reference}`).sort();

  it('goes on where time was up, and each gets it once', async () => {
    await apply();
    await put(many);
    let pages = 0;
    const first = await run(WEEK, () => ++pages <= 2);
    expect(first).toMatchObject([{ mark: 'meeting-2026-03-13-7', sent: 200, done: false }]);
    expect(await recipients()).toHaveLength(200);
    requests.length = 0;
    expect(await run(WEEK)).toMatchObject([{ sent: 150, done: true }]);
    // Nothing that was done is done again: a write for each person, and a transaction for a page and for the end.
    expect(requests.filter((name) => name === 'PutItemCommand')).toHaveLength(150);
    expect(requests.filter((name) => name.startsWith('Transact'))).toHaveLength(1 + 1);
    expect(await recipients()).toEqual(everybody);
    expect(await run(WEEK)).toEqual([]);
  });

  it('survives being killed, two runs at once, and a table that is busy or does not answer', async () => {
    await apply();
    await put(many);
    const { revive } = killAt(store.client, 60, 'after');
    expect(await run(WEEK)).toMatchObject([{ error: expect.any(Killed) }]);
    revive();
    const faults = { busy: 0, lost: 0 };
    let writes = 0;
    store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'PutItemCommand') return next(args);
        const mine = ++writes;
        if (mine % 90 === 45) {
          faults.busy += 1;
          throw Object.assign(new Error('busy'), { name: 'ThrottlingException' });
        }
        const result = await next(args);
        if (mine % 90 !== 0) return result;
        faults.lost += 1;
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      },
      { step: 'initialize', name: 'faults' },
    );
    // A run that has an error stops, and the next run goes on where it stopped.
    for (let pairs = 0; pairs < 10 && Math.min(faults.busy, faults.lost) === 0; pairs++)
      await Promise.all([run(WEEK), run(WEEK)]);
    store.client.middlewareStack.remove('faults');
    expect(Math.min(faults.busy, faults.lost)).toBeGreaterThan(0);
    await run(WEEK);
    expect(await recipients()).toEqual(everybody);
  });

  it('is not held up by somebody for whom no message can be composed', async () => {
    await apply();
    const [broken, ...others] = [found(1), found(2), found(3)];
    if (broken === undefined) return expect.fail();
    await putTold([broken, ...others]);
    await store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(registryKeys.registration('focal-points', broken.reference)),
        UpdateExpression: 'SET givenName = :nothing, email = :number',
        ExpressionAttributeValues: toItem({ ':nothing': { no: 'name' }, ':number': 7 }),
      }),
    );
    expect(await run(WEEK)).toMatchObject([{ sent: 3, done: true }]);
    await drain(WEEK);
    expect(await addresses()).toEqual(['2@example.org', '3@example.org']);
    const failed = (await written()).filter(({ status }) => status === 'failed');
    expect(failed.map(({ recipient }) => recipient)).toEqual(['participant_FP26-00001']);
  });
});

describe('stopping reminders', () => {
  it('holds if the registration changes at the same time, and can be undone', async () => {
    await apply();
    await putTold([found(1)]);
    const stored = (await getMeeting(store, 'focal-points')) ?? expect.fail();
    const seen = (await getRegistration(store, 'FP26-00001')) ?? expect.fail();
    await put([found(1, { version: 2, givenName: 'Beatrice' })]);
    await setParticipantReminders(store, stored, seen, 'stopped', moving(WEEK));
    expect(await getRegistration(store, 'FP26-00001')).toMatchObject({
      givenName: 'Beatrice',
      version: 3,
      remindersStoppedAt: WEEK.toISOString(),
    });
    await run(WEEK);
    await drain(WEEK);
    expect(await reminders()).toEqual([]);
    const stopped = (await getRegistration(store, 'FP26-00001')) ?? expect.fail();
    await setParticipantReminders(store, stored, stopped, 'resumed', moving(WEEK));
    expect(await getRegistration(store, 'FP26-00001')).not.toHaveProperty('remindersStoppedAt');
    await run(EVE);
    await drain(EVE);
    expect(await reminders()).toHaveLength(1);
  });
});
