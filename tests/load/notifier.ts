import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { sendQuota } from '../../functions/mail/ses/ses.ts';
import { createPace } from '../../functions/notifier/rate-limiter.ts';
import { sweep } from '../../functions/notifier/sweeping.ts';
import type { NewMessage } from '../../functions/store/outbox/message.ts';
import { messageWrite } from '../../functions/store/outbox/outbox.ts';
import { takeSend } from '../../functions/store/outbox/send-rate.ts';
import { transact } from '../../functions/store/platform/transact.ts';
import { confirmation, messageOf } from '../support/messages.ts';
import { createTables } from '../support/tables.ts';

const credentials = { accessKeyId: 'load', secretAccessKey: 'load' };
const region = 'us-east-1';

/** The outbox on tables of its own, and a sweeper that sends to an inbox. */
export async function openOutbox(dynamodb: string, inbox: string) {
  const client = new DynamoDBClient({ endpoint: dynamodb, region, credentials });
  const outbox = await createTables(client);
  const ses = {
    client: new SESClient({ endpoint: inbox, region, credentials, maxAttempts: 1 }),
    sender: { name: 'Plenary', address: 'plenary@example.org' },
    configurationSet: 'plenary-load',
    stage: 'load',
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const pace = createPace({
    quota: () => sendQuota(ses),
    take: (second, limit) => takeSend(outbox, second, limit),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    warn: (_, error) => {
      throw error;
    },
  });
  const now = () => new Date();

  const queue = async (count: number) => {
    for (let at = 0; at < count; at += 100) {
      const writes = Array.from({ length: Math.min(100, count - at) }, (_, n) => {
        const reference = `BKK14-${at + n}`;
        const { to, language, meeting } = messageOf();
        const content = confirmation({ reference });
        const id = `${reference}-confirmation`;
        const message: NewMessage = { id, to, language, meeting, content, bulk: true };
        return messageWrite(outbox, message, now());
      });
      await transact(client, writes, Date.now() + 30_000);
    }
  };
  /** Sends what is queued for so long. @returns how many it has looked at */
  const send = (ms: number) => {
    const until = Date.now() + ms;
    return sweep({ outbox, ses, pace, log, now }, () => Date.now() < until);
  };
  return { queue, send };
}
