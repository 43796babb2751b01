import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordEvent } from '../../../functions/feedback/record.ts';
import { deliverBatch } from '../../../functions/notifier/batch.ts';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { claimMessage, LEASE_MS } from '../../../functions/store/outbox/claim.ts';
import { recordResult } from '../../../functions/store/outbox/record.ts';
import { MANAGE_URL, participantList } from '../../support/messages.ts';
import { batchOf, notifying } from '../notifying.ts';
import { failing, sesError } from '../ses-faults.ts';

const { inbox, queue, read, spoil, put, using, pass, clock, logged } = await notifying();
const always = () => true;
let count = 0;
const newId = () => {
  count += 1;
  return `BKK14-${count}-confirmation-v1`;
};
const send = (id: string) => ({
  source: 'aws.ses',
  account: '123456789012',
  time: '2026-01-05T09:00:01.000Z',
  detail: {
    eventType: 'Send',
    mail: {
      messageId: 'ses-1',
      timestamp: clock.now.toISOString(),
      tags: { 'ses:configuration-set': ['plenary-test'], 'outbox-id': [id] },
    },
  },
});

beforeEach(() => inbox.empty());
afterAll(() => inbox.close());

describe('the notifier', () => {
  it('sends a new message, and writes down that SES has it', async () => {
    const id = await queue({ id: newId() });
    expect(await deliverBatch(using(), batchOf(id))).toEqual({ batchItemFailures: [] });
    const [mail, ...others] = await inbox.mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Registration confirmed');
    expect(mail?.body.html).toContain(MANAGE_URL);
    const message = await read(id);
    expect(message).toMatchObject({ status: 'sent', attempts: 1 });
    expect(message.sesMessageId).toBeTruthy();
    expect(message.sentAt).toBe(clock.now.toISOString());
    for (const gone of ['lease', 'due', 'dueAt', 'lastError'])
      expect(message).not.toHaveProperty(gone);
  });

  it('tags what it sends, under the configuration set', async () => {
    const client = inbox.client();
    const inputs: Record<string, unknown>[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        inputs.push(args.input as unknown as Record<string, unknown>);
        return next(args);
      },
      { step: 'initialize' },
    );
    const id = await queue({ id: newId() });
    await deliver(using(client), id);
    expect(inputs).toMatchObject([
      {
        Source: 'Plenary <plenary@example.org>',
        Destinations: ['sophea.chan@culture.example'],
        ConfigurationSetName: 'plenary-test',
        Tags: [
          { Name: 'outbox-id', Value: id },
          { Name: 'stage', Value: 'test' },
        ],
      },
    ]);
  });

  it('sends one e-mail when the stream brings a batch twice', async () => {
    const ids = [await queue({ id: newId() }), await queue({ id: newId() })];
    await deliverBatch(using(), batchOf(...ids));
    await deliverBatch(using(), batchOf(...ids));
    expect(await inbox.mails()).toHaveLength(2);
  });

  it('sends one e-mail when ten notifiers have the message at once', async () => {
    const id = await queue({ id: newId() });
    const all = await Promise.all(Array.from({ length: 10 }, () => deliver(using(), id)));
    expect(all.filter((status) => status === 'sent')).toHaveLength(1);
    expect(await inbox.mails()).toHaveLength(1);
  });

  it('brings an attachment of several parts whole', async () => {
    // Hexadecimal digits of noise do not compress to less than half.
    const noise = Buffer.alloc(1_000_000, 0).map(() => Math.random() * 256);
    const content = Buffer.from(Buffer.from(noise).toString('hex'));
    const id = newId();
    const file = { fileName: 'participants.csv', contentType: 'text/csv', content };
    await queue({ id, content: participantList() }, file);
    expect((await read(id)).parts).toBeGreaterThan(1);
    await deliver(using(), id);
    const [mail] = await inbox.mails();
    const [attachment] = mail?.attachments ?? [];
    expect(attachment?.filename).toBe('participants.csv');
    expect(Buffer.from(attachment?.content ?? '', 'base64').equals(content)).toBe(true);
  });
});

describe('after a crash', () => {
  it('between claim and send, the sweeper sends exactly one when the lease has ended', async () => {
    const id = await queue({ id: newId() });
    await claimMessage(using().outbox, id, 'somebody who died', clock.now);
    pass(LEASE_MS - 1_000);
    await sweep(using(), always);
    expect(await inbox.mails()).toEqual([]);
    pass(2_000);
    await Promise.all([sweep(using(), always), sweep(using(), always)]);
    await sweep(using(), always);
    expect(await inbox.mails()).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('after send and before the record, the event of SES keeps it from being sent again', async () => {
    const id = await queue({ id: newId() });
    await claimMessage(using().outbox, id, 'somebody who died', clock.now);
    await recordEvent(using(), send(id));
    pass(LEASE_MS + 1_000);
    await sweep(using(), always);
    await deliver(using(), id);
    expect(await inbox.mails()).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'sent', sesMessageId: 'ses-1' });
  });

  it('a holder whose lease has passed to another cannot record over it', async () => {
    const id = await queue({ id: newId() });
    const first = await claimMessage(using().outbox, id, 'slow', clock.now);
    pass(LEASE_MS + 1_000);
    expect(await deliver(using(), id)).toBe('sent');
    if (first === undefined) throw new Error('Not claimed');
    const error = { name: 'X', message: 'x', at: clock.now.toISOString() };
    expect(await recordResult(using().outbox, first, { status: 'failed', error })).toBe(false);
    expect((await read(id)).status).toBe('sent');
  });

  it('the sweeper finds what the stream has missed', async () => {
    const id = await queue({ id: newId() });
    pass(61_000);
    expect(await sweep(using(), always)).toBe(1);
    expect((await read(id)).status).toBe('sent');
  });

  it('the sweeper stops when its time is up, and the next run goes on', async () => {
    for (let n = 0; n < 9; n += 1) await queue({ id: newId() });
    pass(61_000);
    let turns = 0;
    await sweep(using(), () => {
      turns += 1;
      return turns <= 5;
    });
    expect(await inbox.mails()).toHaveLength(5);
    await sweep(using(), always);
    expect(await inbox.mails()).toHaveLength(9);
  });
});

describe('when it cannot be sent', () => {
  it('poison is marked and counted, and the rest of the batch is sent', async () => {
    const [good, bad, other] = [await queue({ id: newId() }), newId(), newId()];
    await queue({ id: bad });
    await queue({ id: other });
    await spoil(bad);
    const metric = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const response = await deliverBatch(using(), batchOf(bad, good, other, 'no such message'));
    const lines = metric.mock.calls.map(([line]) => String(line));
    metric.mockRestore();
    expect(response).toEqual({ batchItemFailures: [] });
    const failed = await read(bad);
    expect(failed).toMatchObject({ status: 'failed', lastError: { name: 'TypeError' } });
    expect(failed).not.toHaveProperty('due');
    expect(await inbox.mails()).toHaveLength(2);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { stage: 'test', MessagesFailed: 1 },
    ]);
  });

  it('a message whose attachment is not there is given up', async () => {
    const id = newId();
    await put({ ...(await read(await queue({ id, content: participantList() }))), parts: 2 });
    expect(await deliver(using(), id)).toBe('failed');
    expect((await read(id)).lastError?.name).toBe('PartsMissing');
  });

  it.each([
    ['MessageRejected', 'Email contained a virus', 400],
    ['InvalidParameterValue', 'Illegal address <sophea.chan@culture.example>', 400],
  ])('%s is for good, and kept without the address', async (name, text, status) => {
    const client = inbox.client();
    failing(client, 'before', [sesError(name, text, status)]);
    const id = await queue({ id: newId() });
    expect(await deliver(using(client), id)).toBe('failed');
    const { lastError } = await read(id);
    expect(lastError?.name).toBe(name);
    expect(lastError?.message).not.toContain('@');
    pass(LEASE_MS * 2);
    await sweep(using(), always);
    expect(await inbox.mails()).toEqual([]);
  });

  it.each([
    ['AccountSendingPausedException', 'Paused', 400],
    ['ConfigurationSetDoesNotExistException', 'No set', 400],
    ['MessageRejected', 'Email address is not verified: a@example.org', 400],
    ['AccessDenied', 'Not allowed', 403],
  ])('%s passes: it waits, and is then sent once', async (name, text, status) => {
    const client = inbox.client();
    const counts = failing(client, 'before', [sesError(name, text, status)]);
    const id = await queue({ id: newId() });
    expect(await deliver(using(client), id)).toBe('retrying');
    // The SDK has not tried by itself.
    expect(counts.asked).toBe(1);
    expect(await deliver(using(client), id)).toBeUndefined();
    pass(31_000);
    await sweep(using(client), always);
    expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(await inbox.mails()).toHaveLength(1);
  });

  it.each([
    ['a time-out', sesError('TimeoutError', 'timed out')],
    ['a reset', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
    ['a 503', sesError('ServiceUnavailable', 'later', 503)],
  ])('after %s SES may have it: nothing is sent while the lease holds', async (_, error) => {
    const client = inbox.client();
    const counts = failing(client, 'after', [error]);
    const id = await queue({ id: newId() });
    expect(await deliver(using(client), id)).toBe('sending');
    pass(LEASE_MS - 1_000);
    await sweep(using(client), always);
    await deliver(using(client), id);
    expect(counts.asked).toBe(1);
    expect(await inbox.mails()).toHaveLength(1);
    await recordEvent(using(), send(id));
    pass(LEASE_MS);
    await sweep(using(client), always);
    expect(await inbox.mails()).toHaveLength(1);
    expect((await read(id)).status).toBe('sent');
  });

  it('is given up after three days', async () => {
    const client = inbox.client();
    failing(
      client,
      'before',
      Array(100).fill(sesError('AccountSendingPausedException', 'Paused', 400)),
    );
    const id = await queue({ id: newId() });
    let tries = 0;
    while ((await read(id)).due !== undefined && tries < 100) {
      await deliver(using(client), id);
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

  it('fails the record, and only that, when the outbox cannot be reached', async () => {
    const id = await queue({ id: newId() });
    const dependencies = using();
    const away = { ...dependencies, outbox: { ...dependencies.outbox, outbox: 'no-such-table' } };
    const response = await deliverBatch(away, batchOf(id));
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
    expect(await deliver(dependencies, id)).toBe('sent');
  });
});

it('has logged no name, address or link', () => {
  const text = logged.map((line) => line.text).join('\n');
  expect(logged.length).toBeGreaterThan(20);
  expect(text).not.toMatch(/@|Sophea|Chan|https?:|AAECAw/);
});
