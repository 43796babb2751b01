import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendQuota } from '../../../functions/mail/ses/ses.ts';
import type { SentMail } from '../../../infra/local/ses/events.ts';
import { type Ses, startSes } from '../../../infra/local/ses/server.ts';

let ses: Ses;
let client: SESClient;
const accepted: { mail: SentMail; messageId: string }[] = [];

beforeAll(async () => {
  ses = await startSes(0, (mail, messageId) => accepted.push({ mail, messageId }));
  client = new SESClient({
    endpoint: ses.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  accepted.length = 0;
});
afterAll(() => ses.stop());

const raw = () =>
  Buffer.from(
    `From: plenary@example.org\r\nTo: a@example.org\r\nSubject: Hello\r\n\r\n${'line\r\n'.repeat(100_000)}`,
  );
const send = () =>
  client.send(
    new SendRawEmailCommand({
      Source: 'plenary@example.org',
      Destinations: ['a@example.org'],
      RawMessage: { Data: raw() },
      ConfigurationSetName: 'plenary',
      Tags: [{ Name: 'outbox-id', Value: 'id-1' }],
    }),
  );

async function inbox(): Promise<unknown[]> {
  const { emails } = (await (await fetch(`${ses.endpoint}/store`)).json()) as { emails: unknown[] };
  return emails;
}

describe('startSes', () => {
  it('takes mail of the SDK into the inbox, and says what was accepted under which id', async () => {
    const { MessageId } = await send();
    const emails = await inbox();
    expect(emails).toMatchObject([{ messageId: MessageId, subject: 'Hello' }]);
    expect(accepted).toEqual([
      {
        messageId: MessageId,
        mail: {
          source: 'plenary@example.org',
          destination: ['a@example.org'],
          configurationSet: 'plenary',
          tags: { 'outbox-id': 'id-1' },
        },
      },
    ]);
  });

  it('says nothing of mail that is refused', async () => {
    const unsigned = await fetch(ses.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=SendRawEmail&RawMessage.Data=eA==',
    });
    expect(unsigned.status).toBe(403);
    const emails = await inbox();
    await expect(
      client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('\r\n\r\nx') } })),
    ).rejects.toThrow();
    expect(await inbox()).toEqual(emails);
    expect(accepted).toEqual([]);
  });

  it('says what its quota is, and keeps to it by the second and by the day', async () => {
    const small = await startSes(0, () => undefined, { perSecond: 2, perDay: 3 });
    const asking = new SESClient({
      endpoint: small.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    const ask = () =>
      asking.send(
        new SendRawEmailCommand({
          Source: 'plenary@example.org',
          Destinations: ['a@example.org'],
          RawMessage: {
            Data: Buffer.from(
              'From: plenary@example.org\r\nTo: a@example.org\r\nSubject: Hi\r\n\r\nx',
            ),
          },
        }),
      );
    try {
      const quota = { perSecond: 2, perDay: 3 };
      expect(await sendQuota({ client: asking })).toEqual({ ...quota, sentToday: 0 });
      const refusals: string[] = [];
      for (let sent = 0; sent < 3; )
        await ask().then(
          () => {
            sent += 1;
          },
          (error: Error) => refusals.push(`${error.name}: ${error.message}`),
        );
      expect(new Set(refusals)).toEqual(
        new Set(refusals.length > 0 ? ['Throttling: Maximum sending rate exceeded.'] : []),
      );
      await expect(ask()).rejects.toThrow('Daily message quota exceeded.');
      expect(await sendQuota({ client: asking })).toEqual({ ...quota, sentToday: 3 });
    } finally {
      small.stop();
    }
  });

  it('shows the inbox as a page', async () => {
    const page = await fetch(`${ses.endpoint}/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('/store');
  });
});
