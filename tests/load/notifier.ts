import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { recordEvent } from '../../functions/feedback/record.ts';
import { sendQuota } from '../../functions/mail/ses/ses.ts';
import { OUTBOX_TAG } from '../../functions/mail/ses/tag.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
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
  const sesIds: string[] = [];
  ses.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { MessageId } = result.output as { MessageId?: string };
      if (MessageId !== undefined) sesIds.push(MessageId);
      return result;
    },
    { step: 'initialize', name: 'ids' },
  );
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
  const dependencies = { outbox, ses, pace, log, now };

  let queued = 0;
  /** Queues messages. @returns their ids */
  const queue = async (count: number, { bulk = true } = {}) => {
    const ids: string[] = [];
    while (ids.length < count) {
      const writes = Array.from({ length: Math.min(100, count - ids.length) }, () => {
        const reference = `BKK14-${queued++}`;
        const { to, language, meeting } = messageOf();
        const content = confirmation({ reference });
        const id = `${reference}-confirmation`;
        ids.push(id);
        const message: NewMessage = { id, to, language, meeting, content };
        return messageWrite(outbox, { ...message, ...(bulk && { bulk }) }, now());
      });
      const { written } = await transact(client, writes, Date.now() + 30_000);
      if (!written) throw new Error('The messages are not queued');
    }
    return ids;
  };
  /** Sends what is queued for so many milliseconds. @returns how many messages it has looked at */
  const sweepFor = (ms: number) => {
    const until = Date.now() + ms;
    return sweep(dependencies, () => Date.now() < until);
  };
  /** Sends one message, as the outbox's stream asks for it. @returns its id in SES */
  const sendOne = async (id: string) => {
    const status = await deliver(dependencies, id, { lane: 'prompt', goOn: () => true });
    if (status !== 'sent') throw new Error(`The message was not sent: ${status}`);
    return sesIds.at(-1) ?? '';
  };
  /** Brings the feedback function what SES reports of a message. */
  const report = async (id: string, sesId: string, eventType: 'Send' | 'Delivery') => {
    const at = now().toISOString();
    const tags = { [OUTBOX_TAG]: [id], 'ses:configuration-set': [ses.configurationSet] };
    const mail = { messageId: sesId, timestamp: at, tags };
    const detail = { eventType, mail, ...(eventType === 'Delivery' && { delivery: {} }) };
    const own = { account: '000000000000', configurationSet: ses.configurationSet };
    const event = { source: 'aws.ses', account: own.account, time: at, detail };
    await recordEvent({ outbox, log, now, stage: ses.stage, own }, event);
  };
  return { client, queue, sweepFor, sendOne, report };
}
