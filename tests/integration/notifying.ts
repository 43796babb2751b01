import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { SESClient } from '@aws-sdk/client-ses';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Dependencies as Feedback } from '../../functions/feedback/record.ts';
import type { Dependencies } from '../../functions/notifier/deliver.ts';
import type { Pace } from '../../functions/notifier/rate-limiter.ts';
import type { Attachment, OutboxMessage } from '../../functions/store/outbox/message.ts';
import { messageWrite, partWrites } from '../../functions/store/outbox/outbox.ts';
import { fromItem, type Store, toItem } from '../../functions/store/platform/client.ts';
import { outboxKeys } from '../../functions/store/platform/keys.ts';
import { transact } from '../../functions/store/platform/transact.ts';
import { messageOf } from '../support/messages.ts';
import { freshTables } from './dynamo.ts';
import { openInbox } from './inbox.ts';

export type Logged = { readonly level: string; readonly text: string };

/** The outbox on tables of its own, a local SES, a clock that a test moves, and what was logged. */
export async function notifying() {
  const store = await freshTables();
  const inbox = await openInbox();
  const clock = { now: new Date() };
  const logged: Logged[] = [];
  const write = (level: string) => (message: unknown, facts: unknown) => {
    logged.push({ level, text: JSON.stringify([message, facts]) });
  };
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  /** As if SES took whatever comes: what keeps to its rate has a test of its own. */
  const pace: Pace = { open: () => true, turn: async () => true, throttled: () => undefined };
  const using = (client: SESClient = inbox.client()): Dependencies & Feedback => ({
    outbox: { client: store.client, outbox: store.outbox },
    ses: {
      client,
      sender: { name: 'Plenary', address: 'plenary@example.org' },
      configurationSet: 'plenary-test',
      stage: 'test',
    },
    pace,
    log: log as unknown as Dependencies['log'],
    now: () => clock.now,
    stage: 'test',
    own: { account: '123456789012', configurationSet: 'plenary-test' },
  });
  const pass = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  return { store, inbox, clock, logged, using, pass, ...onTable(store, clock) };
}

function onTable(store: Store, clock: { readonly now: Date }) {
  /** Queues a message as a registration does. */
  const queue = async (changes: Partial<OutboxMessage> = {}, attachment?: Attachment) => {
    const { id, to, language, meeting, content, bulk } = messageOf(changes);
    const parts = attachment ? partWrites(store, { id, meeting }, attachment, clock.now) : [];
    const message = messageWrite(
      store,
      { id, to, language, meeting, content, bulk },
      clock.now,
      parts.length,
    );
    const result = await transact(store.client, [...parts, message], Date.now() + 5_000);
    if (!result.written) throw new Error('Not queued');
    return id;
  };
  const read = async (id: string) => {
    const { Item = {} } = await store.client.send(
      new GetItemCommand({
        TableName: store.outbox,
        Key: toItem(outboxKeys.message(id)),
        ConsistentRead: true,
      }),
    );
    return fromItem<OutboxMessage & { due?: string; dueAt?: string }>(Item);
  };
  /** Makes a message that nothing can be made of. */
  const spoil = (id: string) =>
    store.client.send(
      new UpdateItemCommand({
        TableName: store.outbox,
        Key: toItem(outboxKeys.message(id)),
        UpdateExpression: 'SET content = :nothing',
        ExpressionAttributeValues: toItem({ ':nothing': { kind: 'confirmation' } }),
      }),
    );
  const put = (item: Record<string, unknown>) =>
    store.client.send(new PutItemCommand({ TableName: store.outbox, Item: toItem(item) }));
  return { queue, read, spoil, put };
}

/** A batch of the outbox's stream, as Lambda brings it. */
export function batchOf(...ids: string[]): DynamoDBRecord[] {
  return ids.map((id, number) => ({
    eventName: 'INSERT',
    dynamodb: {
      Keys: toItem(outboxKeys.message(id)) as NonNullable<DynamoDBRecord['dynamodb']>['Keys'] & {},
      SequenceNumber: String(number),
    },
  }));
}
