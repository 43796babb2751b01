import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { dayIn } from '../../../functions/domain/shared/day.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { toItem } from '../../../functions/store/platform/client.ts';
import { BY_KIND, KIND_MEETING, registryKeys } from '../../../functions/store/platform/keys.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { waitingListWrites } from '../../../functions/store/seats/waiting-list.ts';
import { meetingOn, registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { freshTables } from '../dynamo.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, notices, pathOf, service } from '../service.ts';

let store: Awaited<ReturnType<typeof freshTables>>;
let written: string[];

beforeEach(async () => {
  store = await freshTables();
  vi.resetModules();
  const environment = {
    STAGE: 'test',
    REGISTRY_TABLE: store.registry,
    OUTBOX_TABLE: store.outbox,
    VAULT_TABLE: store.vault,
    PUBLIC_URL: 'https://plenary.example',
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

const itemOf = (one: Registration) =>
  toItem({ ...registryKeys.registration(one.meetingId, one.reference), ...one });

/** Half of the time that Lambda gives is left. */
const context = { getRemainingTimeInMillis: () => 150_000 };
const run = async () =>
  (await import('../../../functions/scheduler/handler.ts')).handler({}, context);

describe('the handler of the scheduler', () => {
  it('sends what is due, and says how many messages without saying to whom', async () => {
    await applyMeeting(store, meeting('good', 'GOOD'), new Date());
    await run();
    expect(await notices(store)).toHaveLength(1);
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
    await expect(run()).rejects.toThrow('Some jobs failed for broken');
    expect(await notices(store)).toHaveLength(1);
  });

  it('ends offers that are over and offers the seat to the next in line', async () => {
    const base = await service({ waitingList: true, ceiling: 1, offerHours: 1 });
    for (const [name, value] of [
      ['REGISTRY_TABLE', base.store.registry],
      ['OUTBOX_TABLE', base.store.outbox],
    ] as const)
      vi.stubEnv(name, value);
    const come = async (email: string) =>
      (await jsonOf(base.post(registrationOf({ email })))) as {
        reference: string;
        manageUrl: string;
      };
    const first = await come('first@example.org');
    const second = await come('second@example.org');
    const third = await come('third@example.org');
    await base.app.request(`${pathOf(first.manageUrl)}/withdraw`, { method: 'POST' });
    // Lets the hour pass by taking the offer back by two, item and registration alike.
    const before = await getRegistration(base.store, second.reference);
    if (!before) throw new Error('The second is gone');
    const past = { ...before, offeredUntil: new Date(Date.now() - 1000).toISOString() };
    for (const write of [
      { Put: { TableName: base.store.registry, Item: itemOf(past) } },
      ...waitingListWrites(base.store, before, past),
    ])
      await base.store.client.send(new TransactWriteItemsCommand({ TransactItems: [write] }));
    await run();
    const statuses = [];
    for (const { reference } of [first, second, third])
      statuses.push((await getRegistration(base.store, reference))?.status);
    expect(statuses).toEqual(['withdrawn', 'withdrawn', 'offered']);
    expect(written.join()).toMatch(/"expired": ?1/);
    await expectAgreement(base);
    await drainOutbox(base.store);
    const offers = (await sentMail(base.store)).filter(({ kind }) => kind === 'offer');
    expect(offers.map(({ to }) => to)).toEqual(['third@example.org']);
    expect(offers[0]?.text).toContain(third.manageUrl);
  });

  it('does not start without the name of a table', async () => {
    vi.stubEnv('OUTBOX_TABLE', '');
    await expect(run()).rejects.toThrow('OUTBOX_TABLE');
  });
});
