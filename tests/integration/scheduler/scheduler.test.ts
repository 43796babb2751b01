import { createHash } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { noticeId } from '../../../functions/domain/notifications/recipient.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import type { Message } from '../../../functions/mail/message.ts';
import { listNotice } from '../../../functions/scheduler/list-message.ts';
import { sendDueLists } from '../../../functions/scheduler/send-due-lists.ts';
import { requestList } from '../../../functions/scheduler/send-list.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { readAttachments } from '../../../functions/store/outbox/attachment.ts';
import type { Attachment, Notice } from '../../../functions/store/outbox/notice.ts';
import { type Store, toItem } from '../../../functions/store/platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../../../functions/store/platform/keys.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';
import { freshTables, putRegistrations } from '../dynamo.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { notices } from '../service.ts';

/** Ten in the morning in Bangkok. */
const MORNING = new Date('2026-01-12T03:00:00Z');
const hoursLater = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);

let store: Store;
/** The requests that were sent, by their command. */
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

async function apply(changes: Record<string, unknown> = {}) {
  const meeting = meetingOn('2026-01-12', changes);
  await applyMeeting(store, meeting, MORNING);
  return meeting;
}

/** What a list reads is all that matters here. */
const put = (people: readonly Registration[]) => putRegistrations(store, people);

const one = (changes: Partial<Registration> = {}) =>
  person({ meetingId: 'focal-points', ...changes });

/** The file that goes with the message of a notice, as the notifier reads it. */
async function fileOf(notice: Notice): Promise<Attachment> {
  const [file] = await readAttachments(store, notice);
  if (file === undefined) throw new Error('no attachment');
  return file;
}

async function rowsOf(notice: Notice): Promise<string[][]> {
  const text = Buffer.from((await fileOf(notice)).content)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1);
}

const contentOf = ({ document }: Notice) =>
  document?.message.content as { readonly kind: string; readonly occasion: string } | undefined;
const occasion = (notice: Notice) => contentOf(notice)?.occasion;

describe('the scheduler', () => {
  it('sends organisers the list of the day, once, however often it runs', async () => {
    const meeting = await apply();
    await put([one({ state: 'NP', category: 'observer-state' }), one(), one({ hasNeeds: true })]);
    await put([one({ status: 'withdrawn' })]);
    await sendDueLists(store, MORNING);
    await Promise.all([sendDueLists(store, hoursLater(1)), sendDueLists(store, hoursLater(1))]);

    const [message, ...more] = await notices(store);
    if (message === undefined) return expect.fail('no notice');
    expect(more).toEqual([]);
    const organiser = meeting.organisers[0] ?? expect.fail();
    const { recipient, name } = listNotice(meeting.id, '2026-01-12', organiser);
    expect(message).toMatchObject({
      id: noticeId(recipient, name),
      status: 'queued',
      document: {
        chunks: 1,
        message: {
          to: { email: 'secretariat@example.org', name: 'Secretariat' },
          content: {
            kind: 'participant-list',
            occasion: 'daily',
            listedAt: MORNING.toISOString(),
            totals: { people: 3, delegations: 2, needs: 1 },
          },
        },
      },
    });
    expect(await fileOf(message)).toMatchObject({
      fileName: 'participants-focal-points-2026-01-12.csv',
      contentType: 'text/csv; charset=utf-8',
    });
    expect((await rowsOf(message)).map((row) => row[2])).toEqual(['Cambodia', 'Cambodia', 'Nepal']);
    await drainOutbox(store, () => MORNING);
    expect(await sentMail(store)).toMatchObject([
      { to: 'secretariat@example.org', kind: 'participant-list' },
    ]);
  });

  it('reads no registration when nobody lacks a list', async () => {
    await apply();
    await sendDueLists(store, MORNING);
    requests.length = 0;
    await sendDueLists(store, hoursLater(1));
    // The meetings, and whether the one organiser has the message.
    expect(requests).toEqual(['QueryCommand', 'GetItemCommand']);
  });

  it('sends the next list on the next day', async () => {
    await apply();
    await sendDueLists(store, MORNING);
    await sendDueLists(store, hoursLater(24));
    const sent = await notices(store);
    expect(sent.map(({ createdAt }) => createdAt).sort()).toEqual([
      MORNING.toISOString(),
      hoursLater(24).toISOString(),
    ]);
  });

  it('sends one closing list when registration has closed, and again if it is opened again', async () => {
    await apply({ registration: { opensOn: '2026-01-01', closesOn: '2026-01-11' } });
    await sendDueLists(store, MORNING);
    await sendDueLists(store, hoursLater(24));
    expect((await notices(store)).map(occasion)).toEqual(['closing']);

    await apply({ registration: { opensOn: '2026-01-01', closesOn: '2026-01-14' } });
    await sendDueLists(store, hoursLater(72));
    expect((await notices(store)).map(occasion)).toEqual(['closing', 'closing']);
  });

  it('sends nothing before registration opens or long after it has closed', async () => {
    await apply({ registration: { opensOn: '2026-01-13', closesOn: '2026-01-20' } });
    await apply({
      id: 'past',
      referencePrefix: 'PAST',
      startsOn: '2014-03-04',
      endsOn: '2014-03-06',
      registration: { opensOn: '2014-01-06', closesOn: '2014-03-06' },
    });
    requests.length = 0;
    expect(await sendDueLists(store, MORNING)).toEqual([]);
    expect(requests).toEqual(['QueryCommand']);
    expect(await notices(store)).toEqual([]);
  });

  it('writes to every organiser in their language, once per mailbox, and to one who is added later', async () => {
    const first = { name: 'First', email: 'first@example.org', language: 'en' };
    const again = { ...first, email: 'FIRST@example.org' };
    const second = { name: 'Second', email: 'second@example.org', language: 'fr' };
    await apply({ organisers: [first, again, second] });
    await sendDueLists(store, MORNING);
    const languages = async () =>
      (await notices(store))
        .map(({ document }) => document?.message as Pick<Message, 'to' | 'language'>)
        .map(({ to, language }) => `${to.email} ${language}`)
        .sort();
    expect(await languages()).toEqual(['first@example.org en', 'second@example.org fr']);

    const third = { name: 'Third', email: 'third@example.org', language: 'en' };
    await apply({ organisers: [first, second, third] });
    await sendDueLists(store, hoursLater(1));
    expect(await languages()).toHaveLength(3);
  });

  it('does not let a meeting that fails keep others from their list', async () => {
    await apply({ id: 'good', referencePrefix: 'GOOD' });
    const broken = { ...meetingOn('2026-01-12', { id: 'broken' }), timeZone: 'Nowhere/Atlantis' };
    await store.client.send(
      new PutItemCommand({
        TableName: store.registry,
        Item: toItem({
          ...registryKeys.meeting('broken'),
          [BY_KIND.partition]: KIND_MEETING,
          [BY_KIND.sort]: '0000-00-00#broken',
          meeting: broken,
        }),
      }),
    );
    const runs = await sendDueLists(store, MORNING);
    expect(runs.map((run) => [run.meetingId, 'sent' in run])).toEqual([
      ['broken', false],
      ['good', true],
    ]);
    expect(await notices(store)).toHaveLength(1);
  });

  it('sends 3,000 people in several parts, and they come back as they were', async () => {
    await apply();
    const people = Array.from({ length: 3000 }, (_, index) => {
      // Text that does not compress, so that the file does not fit into one item.
      const noise = createHash('shake256', { outputLength: 200 })
        .update(String(index))
        .digest('hex');
      return one({ familyName: noise.slice(0, 100), position: noise.slice(100, 300) });
    });
    await put(people);
    await sendDueLists(store, MORNING);
    const [message] = await notices(store);
    expect(message?.document?.chunks).toBeGreaterThan(1);
    if (message === undefined) return expect.fail('no notice');
    const names = new Map((await rowsOf(message)).map((row) => [row[0], [row[6], row[7]]]));
    expect(names).toEqual(
      new Map(
        people.map(({ reference, familyName, position }) => [reference, [familyName, position]]),
      ),
    );
  });
});

describe('a list that is asked for', () => {
  it('goes to every organiser at once, beside the list of the day, and each time it is asked for', async () => {
    await apply({ registration: { opensOn: '2026-01-01', closesOn: '2026-01-02' } });
    expect(await requestList(store, 'focal-points', MORNING)).toHaveLength(1);
    expect(await requestList(store, 'focal-points', MORNING)).toHaveLength(0);
    expect(await requestList(store, 'focal-points', hoursLater(0.001))).toHaveLength(1);
    const sent = await notices(store);
    expect(sent.map(occasion)).toEqual(['requested', 'requested']);
    for (const { id } of sent) expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  it('is nothing for a meeting that does not exist', async () => {
    expect(await requestList(store, 'nowhere', MORNING)).toBeUndefined();
  });
});
