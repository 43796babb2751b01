import { describe, expect, it } from 'vitest';
import {
  changeLastNotified,
  readLastNotified,
  writeLastNotified,
} from '../../../functions/store/outbox/last-notified.ts';
import { freshTables } from '../dynamo.ts';

const OWNER = { recipient: 'participant_FP26-00001', meetingId: 'focal-points' };
const FIRST = new Date('2026-01-05T09:00:00.000Z');
const LATER = new Date('2026-01-06T09:00:00.000Z');

describe('what a recipient was last notified of', () => {
  it('keeps the time of its first write, and so its place in the index, when it changes', async () => {
    const store = await freshTables();
    await writeLastNotified(store, OWNER, undefined, { said: [] }, FIRST);
    await changeLastNotified(store, OWNER, (last) => ({ ...last, former: ['a@b.example'] }), LATER);
    expect(await readLastNotified(store, OWNER.recipient)).toMatchObject({
      former: ['a@b.example'],
      version: 2,
      createdAt: FIRST.toISOString(),
    });
  });
});
