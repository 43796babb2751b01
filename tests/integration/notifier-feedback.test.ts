import { afterAll, describe, expect, it, vi } from 'vitest';
import { recordEvent } from '../../functions/feedback/record.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
import { claimMessage } from '../../functions/store/outbox-claim.ts';
import { notifying } from './notifying.ts';

const { inbox, queue, read, using, clock, logged } = await notifying();
afterAll(() => inbox.close());

/** Events as SES sends them through EventBridge, shortened, with a recipient in them. */
const DETAILS = {
  Send: { send: {} },
  Delivery: { delivery: { recipients: ['sophea.chan@culture.example'] } },
  Bounce: { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } },
  Transient: { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  Complaint: { complaint: { complaintFeedbackType: 'abuse' } },
  Reject: { reject: { reason: 'Bad content' } },
} as const;
type Kind = keyof typeof DETAILS;

const eventOf = (kind: Kind, tags: Record<string, string[]>) => ({
  version: '0',
  source: 'aws.ses',
  'detail-type': 'Email event',
  detail: {
    eventType: kind === 'Transient' ? 'Bounce' : kind,
    mail: {
      messageId: 'ses-1',
      timestamp: '2026-01-05T09:00:00.000Z',
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
  const id = await queue({ id: `F-${count}` });
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
      sentAt: '2026-01-05T09:00:00.000Z',
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
    ['another source', { source: 'aws.s3', detail: {} }],
    ['an event not asked for', { source: 'aws.ses', detail: { eventType: 'Open' } }],
    ['nothing', undefined],
  ])('takes %s calmly', async (_, event) => {
    await expect(recordEvent(using(), event)).resolves.toBeUndefined();
  });

  it('logs nobody’s address', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(logged.map(({ text }) => text).join('\n')).not.toContain('@');
  });
});
