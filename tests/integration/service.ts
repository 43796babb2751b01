import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { createApp } from '../../functions/participant/app.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { claimMessage } from '../../functions/store/outbox/claim.ts';
import type { OutboxMessage } from '../../functions/store/outbox/message.ts';
import { recordResult } from '../../functions/store/outbox/record.ts';
import { fromItem, type Store, toItem } from '../../functions/store/platform/client.ts';
import { registryKeys } from '../../functions/store/platform/keys.ts';
import { listRegistrations } from '../../functions/store/registration/registration.ts';
import { readSeats } from '../../functions/store/seats/seats.ts';
import { meetingOn } from '../support/fixtures.ts';
import { freshTables } from './dynamo.ts';

export const PUBLIC_URL = 'https://plenary.example';

/** The participant's service on tables of its own, with one meeting that is open today. */
export async function service(changes: Record<string, unknown> = {}) {
  const store = await freshTables();
  const meeting = meetingOn(dayIn('Asia/Bangkok', new Date()), changes);
  await applyMeeting(store, meeting, new Date());
  const reported: unknown[] = [];
  const app = createApp({ store, publicUrl: PUBLIC_URL }, (error) => {
    reported.push(error);
  });
  const path = `/meetings/${meeting.id}/registrations`;
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { store, meeting, app, path, post, reported };
}

/** Everything a meeting's part of the tables holds that must agree with itself. */
export async function truth(store: Store, meetingId: string) {
  const registrations = await listRegistrations(store, meetingId);
  const seats = await readSeats(store, meetingId);
  return {
    registrations,
    confirmed: registrations.filter(({ status }) => status === 'confirmed'),
    taken: (scope: string) =>
      seats.filter((shard) => shard.scope === scope).reduce((sum, { taken }) => sum + taken, 0),
    messages: await messages(store),
    audit: await audit(store, meetingId),
  };
}

export async function messages({ client, outbox }: Store): Promise<OutboxMessage[]> {
  const found: OutboxMessage[] = [];
  let start: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({ TableName: outbox, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    found.push(...(page.Items ?? []).map((item) => fromItem<OutboxMessage>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found.filter((item) => 'content' in item && 'status' in item);
}

/** Has everything that waits in the outbox sent, as the notifier does and notes it. */
export async function sendWaiting(store: Store) {
  const now = new Date();
  for (const { id } of await messages(store)) {
    const claimed = await claimMessage(store, id, 'test', now);
    if (claimed) await recordResult(store, claimed, { status: 'sent', sesMessageId: id, at: now });
  }
}

async function audit({ client, registry }: Store, meetingId: string) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: registry,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
      ExpressionAttributeValues: toItem({
        ':pk': registryKeys.meeting(meetingId).pk,
        ':audit': 'AUDIT#',
      }),
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => fromItem<{ action: string; reference?: string }>(item));
}

/** The path of a private address. */
export const pathOf = (manageUrl: string) => manageUrl.replace(PUBLIC_URL, '');

export { jsonOf } from '../support/json.ts';
