import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { createApp } from '../../functions/participant/app.ts';
import { inviteFocalPoint } from '../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { listRegistrations } from '../../functions/store/registration/registration.ts';
import { meetingOn, registrationOf } from '../support/fixtures.ts';
import { createTables } from '../support/tables.ts';

export { countTransactions, injectFaults, lockItems } from '../support/faults.ts';

const PUBLIC_URL = 'https://plenary.example';

type Opened = Awaited<ReturnType<typeof openService>>;

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
  const app = createApp({ store, publicUrl: PUBLIC_URL }, (error) => {
    throw error;
  });
  return { app, store, meeting };
}

/** How many requests that were answered with "busy" are repeated at once. */
const REPEATED_AT_ONCE = 20;
const repeats: Promise<unknown>[] = Array.from({ length: REPEATED_AT_ONCE }, async () => undefined);
let nextRepeat = 0;

/**
 * Registers somebody, and repeats the request while the answer is "busy". Repeats take turns: if 1,000 requests came
 * back all at once, a slow machine would answer "busy" again and again and would never end.
 *
 * @returns the HTTP status of the last answer
 */
export async function register(
  { app }: Opened,
  name: string,
  changes: Record<string, unknown> = {},
  onBusy: () => void = () => {},
): Promise<number> {
  const ask = async () => {
    const { status } = await app.request('/meetings/focal-points/registrations', {
      method: 'POST',
      // By this key the service knows a repeat if an answer was lost.
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': name },
      body: JSON.stringify(registrationOf({ email: `${name}@example.org`, ...changes })),
    });
    if (status === 503) onBusy();
    return status;
  };
  const first = await ask();
  if (first !== 503) return first;
  const lane = nextRepeat++ % REPEATED_AT_ONCE;
  const repeated = (async () => {
    await repeats[lane];
    for (;;) {
      const status = await ask();
      if (status !== 503) return status;
    }
  })();
  repeats[lane] = repeated.catch(() => undefined);
  return repeated;
}

/** Names the focal point of Cambodia, who then validates its delegation. */
export async function nameFocalPoint({ store, meeting }: Opened): Promise<void> {
  await inviteFocalPoint(
    store,
    meeting,
    {
      delegated: { representation: 'state', state: 'KH' },
      focalPoint: { name: 'Dara Keo', email: 'focal.point@mfa.example', language: 'en' },
      again: false,
    },
    { now: new Date(), deadline: Date.now() + 20_000 },
  );
}

/** Everybody who has registered, whatever became of it. */
export const people = ({ store, meeting }: Opened) => listRegistrations(store, meeting.id);
