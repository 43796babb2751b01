import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { createApp } from '../../functions/participant/app.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import type { Notice } from '../../functions/store/outbox/notice.ts';
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
    notices: await notices(store),
    audit: await audit(store, meetingId),
  };
}

/** Every notice of the outbox, in no order. */
export async function notices({ client, outbox }: Store): Promise<Notice[]> {
  const found: Notice[] = [];
  let start: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({ TableName: outbox, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    found.push(...(page.Items ?? []).map((item) => fromItem<Notice>(item)));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found.filter((item) => 'event' in item);
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
