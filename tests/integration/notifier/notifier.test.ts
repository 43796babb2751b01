import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { managePath } from '../../../functions/domain/registration/private-link.ts';
import type { Message } from '../../../functions/mail/message.ts';
import { deliverBatch } from '../../../functions/notifier/batch.ts';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { writeWithAttachment } from '../../../functions/store/notifications/participant-list.ts';
import { claimNotice, LEASE_MS } from '../../../functions/store/outbox/claim.ts';
import { recordResult } from '../../../functions/store/outbox/record.ts';
import { messageOf, participantList } from '../../support/messages.ts';
import { numberedPerson } from '../../support/queued-people.ts';
import { batchOf, MEETING, openMailRig, spoil } from '../mailbox.ts';
import { PUBLIC_URL } from '../service.ts';
import { failing, sesError } from '../ses-faults.ts';

const rig = await openMailRig();
const { store, read, worker, pass, now, logged } = rig;
afterAll(() => rig.stop());

const always = () => true;
let count = 0;
/** One more person who is to be told of their confirmation. @returns the id of the notice */
const queue = async (): Promise<string> => {
  const [id = ''] = await rig.queue(1, {}, count++);
  return id;
};
let earlier = 0;
beforeEach(() => {
  earlier = rig.accepted();
});
/** The mails that this test has caused. */
const mails = () => rig.inbox(earlier);
/** A notifier whose requests to SES end in errors, before they are sent or after the answer has come. */
const failingWorker = (when: 'before' | 'after', errors: readonly Error[]) => {
  const dependencies = worker();
  return { dependencies, counts: failing(dependencies.ses.client, when, errors) };
};
const paused = () => sesError('AccountSendingPausedException', 'Paused', 400);

/** Writes the notice of a document with its attachment. @returns its id */
async function document(name: string, content: Buffer) {
  const recipient = { kind: 'organiser', meetingId: MEETING, addressHash: '0'.repeat(32) } as const;
  const event = { kind: 'document' } as const;
  const { id: _, composedAt: __, ...message } = messageOf({ content: participantList() });
  const written = await writeWithAttachment(
    store,
    { recipient, name, meetingId: MEETING, event },
    message as Omit<Message, 'id'>,
    { fileName: 'participants.csv', contentType: 'text/csv', content },
    now(),
    Date.now() + 20_000,
  );
  expect(written).toBe(true);
  return `organiser_${MEETING}_${'0'.repeat(32)}_${name}`;
}

describe('the notifier', () => {
  it('sends the message of a new notice, and writes down that SES has it', async () => {
    const person = numberedPerson(MEETING, count);
    const id = await queue();
    expect(await read(id)).toMatchObject({ status: 'queued', attempts: 0, due: 'DUE' });
    expect(await deliverBatch(worker(), batchOf(id))).toEqual({ batchItemFailures: [] });
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'confirmation', to: person.email });
    expect(mail?.subject).toContain('Registration confirmed');
    expect(mail?.subject).toContain(person.reference);
    expect(mail?.html).toContain(`${PUBLIC_URL}${managePath(person)}`);
    const notice = await read(id);
    expect(notice).toMatchObject({ status: 'sent', attempts: 1, sentAt: now().toISOString() });
    expect(notice.sesMessageId).toBeTruthy();
    for (const gone of ['lease', 'due', 'dueAt', 'lastError'])
      expect(notice).not.toHaveProperty(gone);
  });

  it('keeps no name, address or link with a notice, before it is sent and after', async () => {
    const id = await queue();
    expect(JSON.stringify(await read(id))).not.toMatch(/@|Sophea|Chan|https?:|AAECAw/);
    await deliver(worker(), id);
    expect(JSON.stringify(await read(id))).not.toMatch(/@|Sophea|Chan|https?:|AAECAw/);
  });

  it('tags what it sends, under the configuration set', async () => {
    const dependencies = worker();
    const inputs: Record<string, unknown>[] = [];
    dependencies.ses.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'SendRawEmailCommand')
            inputs.push(args.input as unknown as Record<string, unknown>);
          return next(args);
        },
      { step: 'initialize' },
    );
    const { email } = numberedPerson(MEETING, count);
    const id = await queue();
    await deliver(dependencies, id);
    expect(inputs).toMatchObject([
      {
        Source: 'Plenary <plenary@example.org>',
        Destinations: [email],
        ConfigurationSetName: 'plenary-test',
        Tags: [
          { Name: 'outbox-id', Value: id },
          { Name: 'stage', Value: 'test' },
        ],
      },
    ]);
  });

  it('sends one e-mail when the stream brings a batch twice', async () => {
    const ids = [await queue(), await queue()];
    await deliverBatch(worker(), batchOf(...ids));
    await deliverBatch(worker(), batchOf(...ids));
    expect(await mails()).toHaveLength(2);
  });

  it('sends one e-mail when ten notifiers have the notice at once', async () => {
    const id = await queue();
    const all = await Promise.all(Array.from({ length: 10 }, () => deliver(worker(), id)));
    expect(all.filter((status) => status === 'sent')).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it('sends an attachment of several chunks whole', async () => {
    // Hexadecimal digits of noise do not compress to less than half.
    const noise = Buffer.alloc(1_000_000, 0).map(() => Math.random() * 256);
    const content = Buffer.from(Buffer.from(noise).toString('hex'));
    const id = await document('list-1', content);
    expect((await read(id)).document?.chunks).toBeGreaterThan(1);
    expect(await deliver(worker(), id)).toBe('sent');
    const [mail] = await mails();
    expect(mail?.kind).toBe('participant-list');
    const [attachment] = mail?.attachments ?? [];
    expect(attachment?.fileName).toBe('participants.csv');
    expect(attachment?.content === content.toString()).toBe(true);
    // The message itself is not kept once it is sent.
    expect(await read(id)).not.toHaveProperty('document');
  });
});

describe('after a crash', () => {
  it('between claim and send, the sweeper sends exactly one when the lease has ended', async () => {
    const id = await queue();
    await claimNotice(store, id, 'somebody who died', now());
    pass(LEASE_MS - 1_000);
    await sweep(worker(), always);
    expect(await mails()).toEqual([]);
    pass(2_000);
    await Promise.all([sweep(worker(), always), sweep(worker(), always)]);
    await sweep(worker(), always);
    expect(await mails()).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('after the send and before the record, the event of SES keeps it from being sent again', async () => {
    const id = await queue();
    await claimNotice(store, id, 'somebody who died', now());
    await rig.report(id, 'Send');
    pass(LEASE_MS + 1_000);
    await sweep(worker(), always);
    await deliver(worker(), id);
    expect(await mails()).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'sent', sesMessageId: `ses-${id}` });
  });

  it('a holder whose lease has passed to another cannot record over it', async () => {
    const id = await queue();
    const first = await claimNotice(store, id, 'slow', now());
    pass(LEASE_MS + 1_000);
    expect(await deliver(worker(), id)).toBe('sent');
    if (first === undefined) throw new Error('Not claimed');
    const error = { name: 'X', message: 'x', at: now().toISOString() };
    expect(await recordResult(store, first, { status: 'failed', error })).toBe(false);
    expect((await read(id)).status).toBe('sent');
  });

  it('the sweeper finds what the stream has missed', async () => {
    const id = await queue();
    pass(61_000);
    expect(await sweep(worker(), always)).toBe(1);
    expect((await read(id)).status).toBe('sent');
  });

  it('the sweeper stops when its time is up, and the next run goes on', async () => {
    for (let n = 0; n < 9; n += 1) await queue();
    pass(61_000);
    let turns = 0;
    await sweep(worker(), () => {
      turns += 1;
      return turns <= 5;
    });
    expect(await mails()).toHaveLength(5);
    await sweep(worker(), always);
    expect(await mails()).toHaveLength(9);
  });
});

describe('when it cannot be sent', () => {
  it('poison is marked and counted, and the rest of the batch is sent', async () => {
    const [good, bad, other] = [await queue(), await queue(), await queue()];
    await spoil(store, bad);
    const metric = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const response = await deliverBatch(worker(), batchOf(bad, good, other, 'no such notice'));
    const lines = metric.mock.calls.map(([line]) => String(line));
    metric.mockRestore();
    expect(response).toEqual({ batchItemFailures: [] });
    const failed = await read(bad);
    expect(failed).toMatchObject({
      status: 'failed',
      lastError: { name: 'Error', message: 'The recipient of the notice is not valid' },
    });
    expect(failed).not.toHaveProperty('due');
    expect((await mails()).map(({ noticeId }) => noticeId).sort()).toEqual([good, other].sort());
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { stage: 'test', MessagesFailed: 1 },
    ]);
  });

  it('a document whose attachment is not there is given up', async () => {
    const id = await document('list-2', Buffer.from('a,b'));
    await spoil(store, id, 'document.chunks', 2);
    expect(await deliver(worker(), id)).toBe('failed');
    expect((await read(id)).lastError?.name).toBe('ChunksMissing');
  });

  it.each([
    ['MessageRejected', 'Email contained a virus', 400],
    ['InvalidParameterValue', 'Illegal address <sophea.chan@culture.example>', 400],
  ])('%s is for good, and kept without the address', async (name, text, status) => {
    const { dependencies } = failingWorker('before', [sesError(name, text, status)]);
    const id = await queue();
    expect(await deliver(dependencies, id)).toBe('failed');
    const { lastError } = await read(id);
    expect(lastError?.name).toBe(name);
    expect(lastError?.message).not.toContain('@');
    pass(LEASE_MS * 2);
    await sweep(worker(), always);
    expect(await mails()).toEqual([]);
  });

  it.each([
    ['AccountSendingPausedException', 'Paused', 400],
    ['ConfigurationSetDoesNotExistException', 'No set', 400],
    ['MessageRejected', 'Email address is not verified: a@example.org', 400],
    ['AccessDenied', 'Not allowed', 403],
  ])('%s passes: it waits, and is then sent once', async (name, text, status) => {
    const { dependencies, counts } = failingWorker('before', [sesError(name, text, status)]);
    const id = await queue();
    expect(await deliver(dependencies, id)).toBe('retrying');
    // The SDK has not tried by itself.
    expect(counts.asked).toBe(1);
    expect(await deliver(dependencies, id)).toBeUndefined();
    pass(31_000);
    await sweep(dependencies, always);
    expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ['a time-out', sesError('TimeoutError', 'timed out')],
    ['a reset', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
    ['a 503', sesError('ServiceUnavailable', 'later', 503)],
  ])('after %s SES may have it: nothing is sent while the lease holds', async (_, error) => {
    const { dependencies, counts } = failingWorker('after', [error]);
    const id = await queue();
    expect(await deliver(dependencies, id)).toBe('sending');
    pass(LEASE_MS - 1_000);
    await sweep(dependencies, always);
    await deliver(dependencies, id);
    expect(counts.asked).toBe(1);
    expect(await mails()).toHaveLength(1);
    await rig.report(id, 'Send');
    pass(LEASE_MS);
    await sweep(dependencies, always);
    expect(await mails()).toHaveLength(1);
    expect((await read(id)).status).toBe('sent');
  });

  it('is given up after three days', async () => {
    const { dependencies } = failingWorker('before', Array.from({ length: 100 }, paused));
    const id = await queue();
    let tries = 0;
    while ((await read(id)).due !== undefined && tries < 100) {
      await deliver(dependencies, id);
      tries += 1;
      pass(4 * 3_600_000);
    }
    expect(await read(id)).toMatchObject({
      status: 'failed',
      lastError: { name: 'AccountSendingPausedException' },
    });
    expect(tries).toBeGreaterThan(15);
    expect(tries).toBeLessThan(25);
  });

  it.each(['outbox', 'registry'] as const)(
    'fails the record, and only that, when the %s cannot be reached',
    async (table) => {
      const id = await queue();
      const dependencies = worker();
      const away = {
        ...dependencies,
        [table]: { ...dependencies[table], [table]: 'no-such-table' },
      };
      const response = await deliverBatch(away, batchOf(id));
      expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
      pass(LEASE_MS + 1_000);
      expect(await deliver(dependencies, id)).toBe('sent');
    },
  );
});

it('has logged no name, address or link', () => {
  const text = logged.map((line) => line.text).join('\n');
  expect(logged.length).toBeGreaterThan(20);
  expect(text).not.toMatch(/@|Sophea|Chan|https?:|AAECAw/);
});
