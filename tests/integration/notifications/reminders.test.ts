import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { sendDueReminders } from '../../../functions/scheduler/send-due-reminders.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { setParticipantReminders } from '../../../functions/store/notifications/stop-reminders.ts';
import { type Store, toItem, type Vault } from '../../../functions/store/platform/client.ts';
import { registryKeys } from '../../../functions/store/platform/keys.ts';
import { eraseRegistration } from '../../../functions/store/privacy/erase.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { injectFaults, Killed, killAt } from '../../support/faults.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';
import { dynamo, freshTables, putRegistrations } from '../dynamo.ts';
import { messages, PUBLIC_URL } from '../service.ts';

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
const run = (now: Date, goOn = always) => sendDueReminders(store, PUBLIC_URL, now, goOn);
const moving = (now: Date) => ({ publicUrl: PUBLIC_URL, now, deadline: Date.now() + 20_000 });
const kinds = async () =>
  (await messages(store)).map(({ to, content }) => `${to.email} ${content.kind}`).sort();
/** Messages but for those that brought the link. */
const reminders = async () =>
  (await messages(store)).filter(({ content }) => content.kind !== 'delegation-invitation');

async function apply(changes: Record<string, unknown> = {}) {
  const meeting = meetingOn('2026-01-12', changes);
  await applyMeeting(store, meeting, OPENED);
  return meeting;
}

const one = (changes: Partial<Registration> = {}) =>
  person({ meetingId: 'focal-points', ...changes });

const put = (people: readonly Registration[]) => putRegistrations(store, people);

/** The prefix of the fixture's references, by which single registrations are found. */
const found = (n: number, changes: Partial<Registration> = {}) =>
  one({ reference: `FP26-0000${n}`, email: `${n}@example.org`, ...changes });

/** Has something happen once, between what is read and all that is written. It must have a client of its own. */
function meanwhile(happening: () => Promise<unknown>) {
  let happened: Promise<unknown> | undefined;
  store.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') {
        happened ??= happening();
        await happened;
      }
      return next(args);
    },
    { step: 'initialize', name: 'meanwhile' },
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
  it('goes to focal points of whose delegation nobody is registered, once for each day', async () => {
    await apply();
    for (const state of ['KH', 'VN', 'NP', 'LA']) await invite(state);
    await put([one({ state: 'VN', status: 'pending' }), one({ state: 'NP', status: 'withdrawn' })]);
    await Promise.all([run(FOURTEEN), run(FOURTEEN)]);
    await run(morning('2026-02-08'));
    const due = ['KH@mfa.example', 'LA@mfa.example', 'NP@mfa.example'];
    expect((await reminders()).map(({ to }) => to.email).sort()).toEqual(due);
    // Meanwhile one of Nepal registers.
    await put([one({ state: 'NP', status: 'waitlisted' })]);
    await run(THREE);
    expect(await reminders()).toHaveLength(5);
    const [first] = await reminders();
    expect(first).toMatchObject({
      bulk: true,
      content: {
        kind: 'nomination-reminder',
        closesAt: '2026-02-21T16:59:00.000Z',
        url: expect.stringMatching(/^https:\/\/plenary\.example\/delegations\/focal-points\//),
        unsubscribeUrl: expect.stringMatching(
          /^https:\/\/plenary\.example\/unsubscribe\/focal-points\/(KH|NP|LA)\/[\w-]{22}$/,
        ),
      },
    });
    for (const { id } of await reminders()) expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  it('brings the link as it is, and goes to nobody who names somebody in this very moment', async () => {
    const meeting = await apply();
    const before = await invite('KH');
    await invite('VN');
    // Between reading the delegations and writing the messages both change.
    const other = { ...store, client: dynamo() };
    meanwhile(async () => {
      await put([found(1, { state: 'VN' })]);
      for (const state of ['KH', 'VN']) await rotateLink(other, meeting, state, moving(FOURTEEN));
    });
    await run(FOURTEEN);
    const [reminder, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(reminder?.to.email).toBe('KH@mfa.example');
    const after = await getDelegation(store, 'focal-points', 'KH');
    expect(after?.secret).not.toBe(before.secret);
    expect(JSON.stringify(reminder?.content)).toContain(after?.secret);
  });

  it('is not for whoever was invited within the day, has stopped it, or can nominate nobody', async () => {
    await apply({
      categories: { party: { admission: 'open' }, 'observer-state': { admission: 'closed' } },
    });
    await invite('KH', new Date(FOURTEEN.getTime() - 3_600_000));
    await invite('NP');
    await run(FOURTEEN);
    expect(await reminders()).toEqual([]);
  });

  it('is never sent once registration has closed', async () => {
    await apply({ reminders: { nominationDays: [0] } });
    await invite('KH');
    await run(morning('2026-02-22'));
    expect(await reminders()).toEqual([]);
    await run(morning('2026-02-21'));
    expect(await reminders()).toHaveLength(1);
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
    await put([
      found(1),
      found(2, { privacyNotice: undefined, nominated: true }),
      found(3, { status: 'pending' }),
      found(4, { status: 'withdrawn' }),
      found(5, { email: undefined }),
      found(6, { remindersStoppedAt: OPENED.toISOString() }),
    ]);
    await run(WEEK);
    await run(WEEK);
    const sent = await reminders();
    expect(sent.map(({ to }) => to.email).sort()).toEqual(['1@example.org', '2@example.org']);
    expect(sent.find(({ to }) => to.email === '2@example.org')).toMatchObject({
      id: 'FP26-00002-meeting-2026-03-13-7',
      bulk: true,
      content: {
        registration: { incomplete: true, organisersSay: practicalInformation.en.split('\n') },
      },
    });
    expect(sent.find(({ to }) => to.email === '1@example.org')?.content).not.toHaveProperty(
      'registration.incomplete',
    );
    await run(EVE);
    expect(await reminders()).toHaveLength(4);
  });

  it('is kept with the registration, and goes with it', async () => {
    await apply();
    await put([found(1, { seats: [], email: '1@example.org' })]);
    await run(WEEK);
    const stored = (await getMeeting(store, 'focal-points')) ?? expect.fail();
    const after = (await getRegistration(store, 'FP26-00001')) ?? expect.fail();
    expect(after.messageIds).toEqual(['FP26-00001-meeting-2026-03-13-7']);
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
    expect(await reminders()).toEqual([]);
  });

  it('says what is so when it is written: of somebody who withdraws under its hands nothing', async () => {
    await apply();
    await put([found(1), found(2)]);
    meanwhile(() =>
      put([
        found(1, { status: 'withdrawn', version: 2 }),
        found(2, { givenName: 'Beatrice', version: 2 }),
      ]),
    );
    await run(WEEK);
    expect((await reminders()).map(({ to }) => to)).toEqual([
      { email: '2@example.org', name: 'Beatrice Example' },
    ]);
  });

  it('comes anew when the meeting is put off', async () => {
    await apply();
    await put([found(1)]);
    await run(WEEK);
    await apply({ startsOn: '2026-03-20', endsOn: '2026-03-22' });
    await run(morning('2026-03-13'));
    expect((await reminders()).map(({ id }) => id).sort()).toEqual([
      'FP26-00001-meeting-2026-03-13-7',
      'FP26-00001-meeting-2026-03-20-7',
    ]);
  });
});

describe('thanks', () => {
  it('go to those who were confirmed, where the organisers have words for them', async () => {
    await apply({ thankYou: { en: 'The report follows in May.' } });
    await put([found(1), found(2, { status: 'waitlisted' })]);
    await run(AFTER);
    await run(morning('2026-03-17'));
    expect(await kinds()).toEqual(['1@example.org thank-you']);
  });

  it('are not sent without being asked for', async () => {
    await apply();
    await put([found(1)]);
    await run(AFTER);
    expect(await kinds()).toEqual([]);
  });
});

describe('a reminder to many', () => {
  const many = Array.from({ length: 350 }, (_, n) => one({ email: `many${n}@example.org` }));
  const emails = many.map(({ email }) => email).sort();
  const written = async () => (await reminders()).map(({ to }) => to.email).sort();

  it('goes on where time was up, and each gets it once', async () => {
    await apply();
    await put(many);
    let pages = 0;
    const first = await run(WEEK, () => ++pages <= 2);
    expect(first).toMatchObject([{ mark: 'meeting-2026-03-13-7', sent: 200, done: false }]);
    expect(await written()).toHaveLength(200);
    requests.length = 0;
    expect(await run(WEEK)).toMatchObject([{ sent: 150, done: true }]);
    // Nothing that was done is done again: a transaction for each person, for a page and for the end.
    expect(requests.filter((name) => name.startsWith('Transact'))).toHaveLength(150 + 1 + 1);
    expect(await written()).toEqual(emails);
    expect(await run(WEEK)).toEqual([]);
  });

  it('survives being killed, twice at once, on a table that is busy', async () => {
    await apply();
    await put(many);
    const { revive } = killAt(store.client, 60, 'after');
    expect(await run(WEEK)).toMatchObject([{ error: expect.any(Killed) }]);
    revive();
    const counts = injectFaults(store.client, { cancelled: 0.05, lost: 0.05 });
    await Promise.all([run(WEEK), run(WEEK)]);
    await run(WEEK);
    expect(counts.lost).toBeGreaterThan(0);
    expect(await written()).toEqual(emails);
  });

  it('is not held up by somebody of whom no message can be made, and says so', async () => {
    await apply();
    await put(many);
    const broken = many[10] ?? expect.fail();
    await store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(registryKeys.registration('focal-points', broken.reference)),
        UpdateExpression: 'SET givenName = :nothing, email = :number',
        ExpressionAttributeValues: toItem({ ':nothing': { no: 'name' }, ':number': 7 }),
      }),
    );
    const runs = await run(WEEK);
    expect(runs).toMatchObject([{ sent: 349, done: true }, { error: expect.any(TypeError) }]);
    expect(await written()).toHaveLength(349);
    expect(await run(WEEK)).toEqual([]);
  });
});

describe('stopping', () => {
  it('holds while somebody else changes the registration, and can be undone', async () => {
    await apply();
    await put([found(1)]);
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
    expect(await reminders()).toEqual([]);
    const stopped = (await getRegistration(store, 'FP26-00001')) ?? expect.fail();
    await setParticipantReminders(store, stored, stopped, 'resumed', moving(WEEK));
    expect(await getRegistration(store, 'FP26-00001')).not.toHaveProperty('remindersStoppedAt');
    await run(EVE);
    expect(await reminders()).toHaveLength(1);
  });
});
