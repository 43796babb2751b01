import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dayIn } from '../../functions/domain/day.ts';
import { createApp } from '../../functions/participant/app.ts';
import { applyMeeting } from '../../functions/store/apply-meeting.ts';
import { meetingOn, registrationOf } from '../support/fixtures.ts';
import { createTables } from '../support/tables.ts';

type App = ReturnType<typeof createApp>;

/** The participant's service on tables of its own, with one meeting that is open today. */
export async function openService(endpoint: string, changes: Record<string, unknown>) {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'load', secretAccessKey: 'load' },
  });
  const store = await createTables(client);
  const meeting = meetingOn(dayIn('Asia/Bangkok', new Date()), changes);
  await applyMeeting(store, meeting, new Date());
  return createApp({ store, publicUrl: 'https://plenary.example' }, (error) => {
    throw error;
  });
}

/** Registers somebody, again whenever the answer is "busy", and returns the final status. */
export async function register(app: App, name: string): Promise<number> {
  for (;;) {
    const response = await app.request('/meetings/focal-points/registrations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(registrationOf({ email: `${name}@example.org` })),
    });
    if (response.status !== 503) return response.status;
  }
}
