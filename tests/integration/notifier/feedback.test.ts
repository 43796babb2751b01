import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { suppressionOf } from '../../../functions/domain/notifications/delivery.ts';
import { noticeId, recipientKey } from '../../../functions/domain/notifications/recipient.ts';
import { addressHash } from '../../../functions/domain/shared/email.ts';
import { recordEvent } from '../../../functions/feedback/record.ts';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { claimNotice } from '../../../functions/store/outbox/claim.ts';
import { readDelivery } from '../../../functions/store/outbox/delivery.ts';
import { readLastNotified } from '../../../functions/store/outbox/last-notified.ts';
import { liftSuppression } from '../../../functions/store/outbox/lift-suppression.ts';
import { enqueue } from '../../../functions/store/outbox/notice.ts';
import { fromItem, toItem } from '../../../functions/store/platform/client.ts';
import { noticeTo, numberedPerson, queuePeople } from '../../support/queued-people.ts';
import { putRegistrations } from '../dynamo.ts';
import { type Fate, MEETING, openMailRig, sesEvent } from '../mailbox.ts';

const rig = await openMailRig();
const { store, read, worker, feedback, now, logged, pass, report } = rig;
afterAll(() => rig.stop());

const eventOf = (fate: Fate, tags: Record<string, string[]>) => sesEvent(fate, tags, now());

let count = 0;
/** One more person, and the notice of their confirmation. */
async function queued(email?: string) {
  count += 1;
  const person = numberedPerson(MEETING, count);
  const one = email === undefined ? person : { ...person, email };
  const [id = ''] = await queuePeople(store, [one], { kind: 'registration-changed' }, now());
  return {
    id,
    email: one.email ?? '',
    recipient: recipientKey(noticeTo(one, { kind: 'document' }).recipient),
  };
}
async function sent() {
  const one = await queued();
  expect(await deliver(worker(), one.id)).toBe('sent');
  return one;
}
/** The ids of the notices whose messages are what a recipient was last told. */
const told = async (recipient: string) =>
  (await readLastNotified(rig.store, recipient))?.said.map(({ noticeId }) => noticeId) ?? [];

describe('what SES reports', () => {
  it.each<[Fate[], string]>([
    [['Send'], 'sent'],
    [['Send', 'Delivery'], 'delivered'],
    [['Delivery', 'Send'], 'delivered'],
    [['Delivery', 'Delivery'], 'delivered'],
    [['Send', 'HardBounce'], 'bounced'],
    [['HardBounce', 'Send', 'Delivery'], 'bounced'],
    [['Delivery', 'HardBounce'], 'bounced'],
    [['Send', 'SoftBounce'], 'bounced'],
    [['SoftBounce', 'Delivery'], 'delivered'],
    [['Delivery', 'SoftBounce'], 'delivered'],
    [['SoftBounce', 'HardBounce', 'Delivery'], 'bounced'],
    [['HardBounce', 'SoftBounce', 'Delivery'], 'bounced'],
    [['OnList'], 'suppressed'],
    [['Send', 'OnList', 'Send'], 'suppressed'],
    [['NotSpam'], 'delivered'],
    [['Delivery', 'Complaint'], 'complained'],
    [['Complaint', 'Delivery', 'HardBounce'], 'complained'],
    [['Reject'], 'failed'],
    [['Reject', 'Send'], 'failed'],
  ])('%j of a sent message: %s', async (kinds, status) => {
    const { id, recipient } = await sent();
    for (const kind of kinds) await report(id, kind);
    expect((await read(id)).status).toBe(status);
    // What did not reach its reader was not told, and the next message says it again.
    const unread = ['bounced', 'suppressed', 'failed'].includes(status);
    expect(await told(recipient)).toEqual(unread ? [] : [id]);
  });

  it('ends a claim whose holder does not know that SES has the message', async () => {
    const { id } = await queued();
    await claimNotice(store, id, 'holder', now());
    await report(id, 'Delivery');
    const notice = await read(id);
    expect(notice).toMatchObject({
      status: 'delivered',
      sesMessageId: `ses-${id}`,
      sentAt: now().toISOString(),
    });
    for (const gone of ['lease', 'due', 'dueAt']) expect(notice).not.toHaveProperty(gone);
    expect(await deliver(worker(), id)).toBeUndefined();
  });

  it('tells what was sent, where the notifier died before it could write that down', async () => {
    const { id, email, recipient } = await queued();
    const dead = {
      beforeTable: (request: string) => {
        if (request === 'landing' || request === 'record') throw new Error('killed');
      },
    };
    await expect(deliver(worker(dead), id)).rejects.toThrow('killed');
    expect(await read(id)).toMatchObject({ status: 'sending' });
    expect(await told(recipient)).toEqual([]);
    await report(id, 'Delivery');
    expect(await read(id)).toMatchObject({
      status: 'delivered',
      kind: 'confirmation',
      language: 'en',
      to: addressHash(email),
    });
    expect(await told(recipient)).toEqual([id]);
    expect((await readDelivery(store, email)).latest?.state).toBe('delivered');
  });

  it.each(['confirmation', 'address-changed'])(
    'writes down the address of a %s if its report comes just before the notifier’s own record',
    async (kind) => {
      const one = await queued();
      let { id } = one;
      if (kind === 'address-changed') {
        await deliver(worker(), id);
        const person = numberedPerson(MEETING, count);
        await putRegistrations(store, [{ ...person, email: `new-${person.email}`, version: 2 }]);
        const notice = noticeTo(person, { kind }, 'former-v2');
        await enqueue(store, notice, now());
        id = noticeId(notice.recipient, notice.name);
      }
      const reported = {
        beforeTable: async (request: string) => {
          if (request === 'record') await report(id, 'HardBounce');
        },
      };
      await deliver(worker(reported), id);
      expect(await read(id)).toMatchObject({
        status: 'bounced',
        kind,
        to: addressHash(one.email),
      });
      expect(suppressionOf(await readDelivery(store, one.email))?.because).toBe('hard-bounce');
    },
  );

  it('counts a message that SES refuses to send, once', async () => {
    const metric = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    try {
      const { id } = await sent();
      for (const kind of ['Send', 'Reject', 'Reject'] as const) await report(id, kind);
      expect(metric.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
        { stage: 'test', MessagesFailed: 1 },
      ]);
      expect(
        logged.filter(({ level, text }) => level === 'error' && text.includes(id)),
      ).toHaveLength(1);
    } finally {
      metric.mockRestore();
    }
  });

  it('says why a message bounced', async () => {
    const { id } = await sent();
    await report(id, 'HardBounce');
    expect(await read(id)).toMatchObject({
      bounce: 'hard',
      lastError: { name: 'Bounce', message: 'Permanent: NoEmail' },
    });
  });

  it.each([
    ['mail that is not ours', eventOf('Send', {})],
    ['a message that does not exist', eventOf('Delivery', { 'outbox-id': ['nobody'] })],
    ['another source', { ...eventOf('Send', {}), source: 'aws.s3' }],
    ['an event not asked for', { ...eventOf('Send', {}), detail: { eventType: 'Open' } }],
    ['nothing', undefined],
  ])('takes %s calmly', async (_, event) => {
    await expect(recordEvent(feedback, event)).resolves.toBeUndefined();
  });

  const forged: [string, (event: ReturnType<typeof eventOf>) => object][] = [
    ['another source', (event) => ({ ...event, source: 'our.own' })],
    ['another account', (event) => ({ ...event, account: '210987654321' })],
    [
      'another configuration set',
      ({ detail, ...event }) => ({
        ...event,
        detail: {
          ...detail,
          mail: {
            ...detail.mail,
            tags: { ...detail.mail.tags, 'ses:configuration-set': ['another'] },
          },
        },
      }),
    ],
    [
      'no configuration set',
      ({ detail, ...event }) => ({
        ...event,
        detail: {
          ...detail,
          mail: { ...detail.mail, tags: { ...detail.mail.tags, 'ses:configuration-set': [] } },
        },
      }),
    ],
  ];
  it.each(forged)('believes nothing of %s', async (_, forge) => {
    const { id, email } = await sent();
    const before = await read(id);
    const event = eventOf('HardBounce', { 'outbox-id': [id] });
    await recordEvent(feedback, forge(event));
    expect(await read(id)).toEqual(before);
    expect(await readDelivery(store, email)).toEqual({});
    // The same event counts as it is: it was none of its other parts that made it fail.
    await recordEvent(feedback, event);
    expect((await read(id)).status).toBe('bounced');
    expect(suppressionOf(await readDelivery(store, email))?.because).toBe('hard-bounce');
  });

  it('logs nobody’s address', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(logged.map(({ text }) => text).join('\n')).not.toContain('@');
  });
});

describe('an address that cannot be written to', () => {
  const email = 'Gone@example.org';
  /** The notice of somebody with this address, and what becomes of it. */
  const send = async (address = email) => {
    const { id } = await queued(address);
    return { id, status: await deliver(worker(), id) };
  };
  const lift = () =>
    liftSuppression(store, email, 'The mailbox is there again', {
      now: now(),
      deadline: Date.now() + 5_000,
    });
  let first = '';
  let second = '';

  beforeAll(async () => {
    first = (await send()).id;
    await report(first, 'HardBounce');
  });

  it('is sent nothing more, however it is spelt, and others are', async () => {
    const before = rig.accepted();
    const refused = await send('gone@example.org');
    second = refused.id;
    expect(refused.status).toBe('suppressed');
    const notice = await read(second);
    expect(notice).toMatchObject({
      status: 'suppressed',
      lastError: { name: 'Suppressed', message: expect.stringMatching(/^hard-bounce since 2/) },
    });
    for (const gone of ['lease', 'due', 'dueAt', 'sesMessageId'])
      expect(notice).not.toHaveProperty(gone);
    expect(rig.accepted()).toBe(before);
    expect(await deliver(worker(), second)).toBeUndefined();
    expect((await send('someone@example.org')).status).toBe('sent');
    expect(rig.accepted()).toBe(before + 1);
  });

  it('records a message that only SES knows about', async () => {
    await report(second, 'Delivery');
    expect((await read(second)).status).toBe('delivered');
  });

  it('does not expire, while what else is known of addresses does', async () => {
    const { id } = await send('fine@example.org');
    await report(id, 'Delivery');
    expect(await readDelivery(store, email)).not.toHaveProperty('expiresAt');
    expect(await readDelivery(store, 'fine@example.org')).toHaveProperty('expiresAt');
  });

  it('is sent to again when that is lifted, with a line in the audit log that does not name it', async () => {
    expect((await lift())?.because).toBe('hard-bounce');
    expect(await lift()).toBeUndefined();
    await report(first, 'HardBounce');
    pass(1_000);
    const third = await send();
    expect(third.status).toBe('sent');
    await report(third.id, 'HardBounce');
    expect((await send()).status).toBe('suppressed');
    const lines = await stageAudit();
    expect(lines).toMatchObject([{ action: 'suppression-lifted', actor: 'operator' }]);
    expect(JSON.stringify(lines)).toContain('The mailbox is there again');
    expect(JSON.stringify(lines).toLowerCase()).not.toContain('gone@');
  });

  it('loses no report that comes at the same moment as others', async () => {
    const address = 'rush@example.org';
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push((await send(address)).id);
    await Promise.all(ids.map((id, at) => report(id, at === 3 ? 'Complaint' : 'Delivery')));
    expect(suppressionOf(await readDelivery(store, address))?.because).toBe('complaint');
    for (const [at, id] of ids.entries())
      expect((await read(id)).status).toBe(at === 3 ? 'complained' : 'delivered');
  });
});

async function stageAudit() {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.registry,
      KeyConditionExpression: 'pk = :stage',
      ExpressionAttributeValues: toItem({ ':stage': 'STAGE' }),
    }),
  );
  return Items.map((item) => fromItem<Record<string, string>>(item));
}
