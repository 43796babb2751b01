import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SensitiveDataRef } from '../../../functions/domain/registration/registration.ts';
import type { SensitivePart } from '../../../functions/domain/registration/sensitive-data.ts';
import { fromItem, type Store, type Vault } from '../../../functions/store/platform/client.ts';
import { transact } from '../../../functions/store/platform/transact.ts';
import {
  listVault,
  readVault,
  vaultWrites,
} from '../../../functions/store/registration/sensitive-data.ts';
import { freshTables } from '../dynamo.ts';

const soon = { part: 'answers.diet', keptUntil: '2026-03-11', answers: { diet: ['vegan'] } };
const later = {
  part: 'needs',
  keptUntil: '2026-04-05',
  dietary: 'no nuts',
  answers: { passportNumber: 'N1' },
};
const NOW = new Date('2026-03-01T00:00:00Z');

let store: Store & Vault;
beforeEach(async () => {
  store = await freshTables();
});

const ownerOf = (reference: string, parts: readonly SensitivePart[]) => ({
  meetingId: 'bangkok',
  reference,
  sensitiveParts: parts.map(({ part, keptUntil }) => ({ part, keptUntil })),
});

async function keep(
  reference: string,
  parts: readonly SensitivePart[],
  before?: readonly SensitiveDataRef[],
) {
  const owner = ownerOf(reference, parts);
  const items = vaultWrites(store, owner, parts, before);
  expect(await transact(store.client, items, Date.now() + 10_000)).toEqual({ written: true });
  return owner;
}

const items = async () => {
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.vault }));
  return Items.map((item) => fromItem<{ sk: string; expiresAt: number }>(item));
};

describe('the vault', () => {
  it('keeps what is sensitive in an item of its own for each part, with the day on which it ends', async () => {
    const owner = await keep('BKK-00001', [soon, later]);
    expect(await readVault(store, owner, NOW)).toEqual({
      dietary: 'no nuts',
      answers: { diet: ['vegan'], passportNumber: 'N1' },
    });
    expect((await items()).map(({ sk, expiresAt }) => [sk, expiresAt]).sort()).toEqual([
      ['REG#BKK-00001#answers.diet', Date.parse('2026-03-12T12:00:00Z') / 1000],
      ['REG#BKK-00001#needs', Date.parse('2026-04-06T12:00:00Z') / 1000],
    ]);
  });

  it('gives nothing any more whose time is over, though it may still be there', async () => {
    const owner = await keep('BKK-00001', [soon, later]);
    const afterFirst = new Date('2026-03-12T12:00:00Z');
    expect(await readVault(store, owner, afterFirst)).toEqual({
      dietary: 'no nuts',
      answers: { passportNumber: 'N1' },
    });
    expect([...(await listVault(store, 'bangkok', afterFirst)).keys()]).toEqual(['BKK-00001']);
    const afterAll = new Date('2026-04-06T12:00:00Z');
    expect(await readVault(store, owner, afterAll)).toEqual({});
    expect((await listVault(store, 'bangkok', afterAll)).size).toBe(0);
    expect(await items()).toHaveLength(2);
  });

  it('forgets what a change leaves out', async () => {
    const { sensitiveParts } = await keep('BKK-00001', [soon, later]);
    const owner = await keep(
      'BKK-00001',
      [{ ...soon, answers: { diet: ['halal'] } }],
      sensitiveParts,
    );
    expect(await readVault(store, owner, NOW)).toEqual({ answers: { diet: ['halal'] } });
    expect((await items()).map(({ sk }) => sk)).toEqual(['REG#BKK-00001#answers.diet']);
    await keep('BKK-00001', [], owner.sensitiveParts);
    expect(await items()).toEqual([]);
  });

  it('lists a meeting’s by reference, also over several pages, and nobody else’s', async () => {
    const long = 'x'.repeat(300_000);
    for (const number of [1, 2, 3, 4])
      await keep(`BKK-0000${number}`, [
        { part: 'needs', keptUntil: '2026-04-05', dietary: `${number}${long}` },
      ]);
    const other = { meetingId: 'paris', reference: 'PAR-00001' };
    await transact(store.client, vaultWrites(store, other, [later]), Date.now() + 10_000);
    const kept = await listVault(store, 'bangkok', NOW);
    expect([...kept].map(([reference, { dietary }]) => [reference, dietary?.[0]])).toEqual([
      ['BKK-00001', '1'],
      ['BKK-00002', '2'],
      ['BKK-00003', '3'],
      ['BKK-00004', '4'],
    ]);
  });

  it('reads nothing where nothing was said', async () => {
    expect(await readVault(store, { meetingId: 'bangkok', reference: 'BKK-00001' }, NOW)).toEqual(
      {},
    );
  });
});
