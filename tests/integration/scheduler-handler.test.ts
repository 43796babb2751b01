import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { dayIn } from '../../functions/domain/day.ts';
import { applyMeeting } from '../../functions/store/apply-meeting.ts';
import { type Store, toItem } from '../../functions/store/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../../functions/store/keys.ts';
import { meetingOn } from '../support/fixtures.ts';
import { freshTables } from './dynamo.ts';
import { messages } from './service.ts';

let store: Store;
let written: string[];

beforeEach(async () => {
  store = await freshTables();
  vi.resetModules();
  const environment = {
    STAGE: 'test',
    REGISTRY_TABLE: store.registry,
    OUTBOX_TABLE: store.outbox,
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamoEndpoint'),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Makes the logger write through console, where it can be read here.
    POWERTOOLS_DEV: 'true',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  written = [];
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((text) => void written.push(String(text)));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A meeting whose registration closed yesterday, so that a list is due at any hour. */
function meeting(id: string, referencePrefix: string) {
  const yesterday = dayIn('Asia/Bangkok', new Date(Date.now() - 86_400_000));
  return meetingOn(yesterday, {
    id,
    referencePrefix,
    registration: { opensOn: '2020-01-01', closesOn: yesterday },
  });
}

const run = async () => (await import('../../functions/scheduler/handler.ts')).handler();

describe('the handler of the scheduler', () => {
  it('sends what is due, and says how many messages without saying to whom', async () => {
    await applyMeeting(store, meeting('good', 'GOOD'), new Date());
    await run();
    expect(await messages(store)).toHaveLength(1);
    expect(written.join()).toMatch(/"meetingId": ?"good"/);
    expect(written.join()).not.toContain('@');
  });

  it('fails by name when a meeting did, after the others have had their turn', async () => {
    await applyMeeting(store, meeting('good', 'GOOD'), new Date());
    await store.client.send(
      new PutItemCommand({
        TableName: store.registry,
        Item: toItem({
          ...registryKeys.meeting('broken'),
          [BY_KIND.partition]: KIND_MEETING,
          [BY_KIND.sort]: '0000-00-00#broken',
          meeting: { ...meeting('broken', 'BROKEN'), timeZone: 'Nowhere/Atlantis' },
        }),
      }),
    );
    await expect(run()).rejects.toThrow('No list could be sent for broken');
    expect(await messages(store)).toHaveLength(1);
  });

  it('does not start without the name of a table', async () => {
    vi.stubEnv('OUTBOX_TABLE', '');
    await expect(run()).rejects.toThrow('OUTBOX_TABLE');
  });
});
