import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { suppressionOf } from '../../../functions/domain/notifications/delivery.ts';
import { recordEvent } from '../../../functions/feedback/record.ts';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { claimMessage } from '../../../functions/store/outbox/claim.ts';
import { readDelivery } from '../../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../../functions/store/outbox/lift-suppression.ts';
import { fromItem, toItem } from '../../../functions/store/platform/client.ts';
import { notifying } from '../notifying.ts';

const { store, inbox, queue, read, using, clock, logged, pass } = await notifying();
afterAll(() => inbox.close());

/** Events as SES sends them through EventBridge, shortened, with a recipient in them. */
const DETAILS = {
  Send: { send: {} },
  Delivery: { delivery: { recipients: ['sophea.chan@culture.example'] } },
  Bounce: { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } },
  Transient: { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  OnList: { bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' } },
  Complaint: { complaint: { complaintFeedbackType: 'abuse' } },
  NotSpam: { complaint: { complaintFeedbackType: 'not-spam' } },
  Reject: { reject: { reason: 'Bad content' } },
} as const;
type Kind = keyof typeof DETAILS;

const TYPES: Readonly<Partial<Record<Kind, string>>> = {
  Transient: 'Bounce',
  OnList: 'Bounce',
  NotSpam: 'Complaint',
};

const eventOf = (kind: Kind, tags: Record<string, string[]>) => ({
  version: '0',
  source: 'aws.ses',
  account: '123456789012',
  time: clock.now.toISOString(),
  'detail-type': 'Email event',
  detail: {
    eventType: TYPES[kind] ?? kind,
    mail: {
      messageId: 'ses-1',
      timestamp: clock.now.toISOString(),
      destination: ['sophea.chan@culture.example'],
      tags: { 'ses:configuration-set': ['plenary-test'], ...tags },
    },
    ...DETAILS[kind],
  },
});
const report = (kind: Kind, id: string) =>
  recordEvent(using(), eventOf(kind, { 'outbox-id': [id] }));

let count = 0;
async function sent() {
  count += 1;
  const id = await queue({ id: `F-${count}`, to: { email: `f-${count}@example.org`, name: 'F' } });
  await deliver(using(), id);
  return id;
}

describe('what SES reports', () => {
  it.each<[Kind[], string]>([
    [['Send'], 'sent'],
    [['Send', 'Delivery'], 'delivered'],
    [['Delivery', 'Send'], 'delivered'],
    [['Delivery', 'Delivery'], 'delivered'],
    [['Send', 'Bounce'], 'bounced'],
    [['Bounce', 'Send', 'Delivery'], 'bounced'],
    [['Delivery', 'Bounce'], 'bounced'],
    [['Send', 'Transient'], 'bounced'],
    [['Transient', 'Delivery'], 'delivered'],
    [['Delivery', 'Transient'], 'delivered'],
    [['Transient', 'Bounce', 'Delivery'], 'bounced'],
    [['Bounce', 'Transient', 'Delivery'], 'bounced'],
    [['OnList'], 'suppressed'],
    [['Send', 'OnList', 'Send'], 'suppressed'],
    [['NotSpam'], 'delivered'],
    [['Delivery', 'Complaint'], 'complained'],
    [['Complaint', 'Delivery', 'Bounce'], 'complained'],
    [['Reject'], 'failed'],
    [['Reject', 'Send'], 'failed'],
  ])('%j of a sent message: %s', async (kinds, status) => {
    const id = await sent();
    for (const kind of kinds) await report(kind, id);
    expect((await read(id)).status).toBe(status);
  });

  it('ends a claim whose holder does not know that SES has the message', async () => {
    const id = await queue({ id: 'F-claimed' });
    await claimMessage(using().outbox, id, 'holder', clock.now);
    await report('Delivery', id);
    const message = await read(id);
    expect(message).toMatchObject({
      status: 'delivered',
      sesMessageId: 'ses-1',
      sentAt: clock.now.toISOString(),
    });
    for (const gone of ['lease', 'due', 'dueAt']) expect(message).not.toHaveProperty(gone);
    expect(await deliver(using(), id)).toBeUndefined();
  });

  it('counts a message that SES refuses to send, once', async () => {
    const metric = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    try {
      const id = await sent();
      for (const kind of ['Send', 'Reject', 'Reject'] as const) await report(kind, id);
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
    const id = await sent();
    await report('Bounce', id);
    expect(await read(id)).toMatchObject({
      bounce: 'hard',
      lastError: { name: 'Bounce', message: 'Permanent: NoEmail' },
    });
  });

  it.each([
    ['mail that is not ours', eventOf('Send', {})],
    ['a message that does not exist', eventOf('Delivery', { 'outbox-id': ['nobody'] })],
    ['another source', { ...eventOf('Send', {}), source: 'aws.s3' }],
    ['an event not asked for', { source: 'aws.ses', detail: { eventType: 'Open' } }],
    ['nothing', undefined],
  ])('takes %s calmly', async (_, event) => {
    await expect(recordEvent(using(), event)).resolves.toBeUndefined();
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
    const id = await sent();
    const { to, ...before } = await read(id);
    const event = eventOf('Bounce', { 'outbox-id': [id] });
    await recordEvent(using(), forge(event));
    expect(await read(id)).toEqual({ to, ...before });
    expect(await readDelivery(store, to.email)).toEqual({});
    // The same event counts as it is: it was none of its other parts that made it fail.
    await recordEvent(using(), event);
    expect((await read(id)).status).toBe('bounced');
    expect(suppressionOf(await readDelivery(store, to.email))?.because).toBe('hard-bounce');
  });

  it('logs nobody’s address', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(logged.map(({ text }) => text).join('\n')).not.toContain('@');
  });
});

describe('an address that cannot be written to', () => {
  const email = 'Gone@example.org';
  const to = (id: string, address = email) => queue({ id, to: { email: address, name: 'Gone' } });
  const mails = async () =>
    (await inbox.mails()).filter(({ destination }) => destination.to.join().includes('one@'));
  const lift = () =>
    liftSuppression(store, email, 'The mailbox is there again', {
      now: clock.now,
      deadline: Date.now() + 5_000,
    });
  const moving = async (id: string, address?: string) => deliver(using(), await to(id, address));

  beforeAll(async () => {
    await moving('S-first');
    await report('Bounce', 'S-first');
  });

  it('is sent nothing more, however it is spelt, and others are', async () => {
    const before = (await mails()).length;
    expect(await moving('S-second', 'gone@example.org')).toBe('suppressed');
    const message = await read('S-second');
    expect(message).toMatchObject({
      status: 'suppressed',
      lastError: { name: 'Suppressed', message: expect.stringMatching(/^hard-bounce since 2/) },
    });
    for (const gone of ['lease', 'due', 'dueAt', 'sesMessageId'])
      expect(message).not.toHaveProperty(gone);
    expect(await mails()).toHaveLength(before);
    expect(await deliver(using(), 'S-second')).toBeUndefined();
    expect(await moving('S-other', 'someone@example.org')).toBe('sent');
    expect(await mails()).toHaveLength(before + 1);
  });

  it('was sent a message of which only SES knows, where SES says so', async () => {
    await report('Delivery', 'S-second');
    expect((await read('S-second')).status).toBe('delivered');
  });

  it('does not expire, while what else is known of addresses does', async () => {
    await moving('S-fine', 'fine@example.org');
    await report('Delivery', 'S-fine');
    expect(await readDelivery(store, email)).not.toHaveProperty('expiresAt');
    expect(await readDelivery(store, 'fine@example.org')).toHaveProperty('expiresAt');
  });

  it('is sent to again when that is lifted, with a line in the audit log that does not name it', async () => {
    expect((await lift())?.because).toBe('hard-bounce');
    expect(await lift()).toBeUndefined();
    await report('Bounce', 'S-first');
    pass(1_000);
    expect(await moving('S-third')).toBe('sent');
    await report('Bounce', 'S-third');
    expect(await moving('S-fourth')).toBe('suppressed');
    const lines = await stageAudit();
    expect(lines).toMatchObject([{ action: 'suppression-lifted', actor: 'operator' }]);
    expect(JSON.stringify(lines)).toContain('The mailbox is there again');
    expect(JSON.stringify(lines).toLowerCase()).not.toContain('gone@');
  });

  it('loses no report that comes at the same moment as others', async () => {
    const address = 'rush@example.org';
    const ids = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6'];
    for (const id of ids) await moving(id, address);
    await Promise.all(ids.map((id, at) => report(at === 3 ? 'Complaint' : 'Delivery', id)));
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
