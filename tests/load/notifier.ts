import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { recordEvent } from '../../functions/feedback/record.ts';
import { sendQuota } from '../../functions/mail/ses/ses.ts';
import { OUTBOX_TAG } from '../../functions/mail/ses/tag.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
import { createRateLimiter } from '../../functions/notifier/rate-limiter.ts';
import { sweep } from '../../functions/notifier/sweeping.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { takeSend } from '../../functions/store/outbox/send-rate.ts';
import { meetingOn } from '../support/fixtures.ts';
import { numberedPerson, queuePeople } from '../support/queued-people.ts';
import { createTables } from '../support/tables.ts';

const credentials = { accessKeyId: 'load', secretAccessKey: 'load' };
const region = 'us-east-1';

/** A meeting and an outbox on tables of their own, and a sweeper that sends to an inbox. */
export async function openOutbox(dynamodb: string, inbox: string) {
  const client = new DynamoDBClient({ endpoint: dynamodb, region, credentials });
  const store = await createTables(client);
  const meeting = meetingOn(dayIn('Asia/Bangkok', new Date()));
  await applyMeeting(store, meeting, new Date());
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
  const rateLimiter = createRateLimiter({
    quota: () => sendQuota(ses),
    take: (second, limit) => takeSend(store, second, limit),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    warn: (_, error) => {
      throw error;
    },
  });
  const now = () => new Date();
  const dependencies = {
    outbox: store,
    registry: store,
    publicUrl: 'https://plenary.example',
    ses,
    rateLimiter,
    log,
    now,
  };

  let queued = 0;
  /** Puts confirmed people into the meeting, and a notice for each. @returns the ids of the notices */
  const queue = (count: number, { bulk = true } = {}) => {
    const people = Array.from({ length: count }, () => numberedPerson(meeting.id, queued++));
    // To somebody who was told nothing yet, either says the same: that they are confirmed.
    const kind = bulk ? 'meeting-changed' : 'registration-changed';
    return queuePeople(store, people, { kind }, now());
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
    await recordEvent({ outbox: store, log, now, stage: ses.stage, own }, event);
  };
  return { client, queue, sweepFor, sendOne, report };
}
