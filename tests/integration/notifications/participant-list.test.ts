import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewNotice } from '../../../functions/domain/notifications/notice.ts';
import { organiserHash } from '../../../functions/domain/notifications/recipient.ts';
import { writeWithAttachment } from '../../../functions/store/notifications/participant-list.ts';
import { readAttachments } from '../../../functions/store/outbox/attachment.ts';
import type { Attachment } from '../../../functions/store/outbox/notice.ts';
import type { Store } from '../../../functions/store/platform/client.ts';
import { messageOf, participantList } from '../../support/messages.ts';
import { freshTables } from '../dynamo.ts';
import { type Base, everything } from '../own.ts';
import { notices } from '../service.ts';

const { to, language, meeting } = messageOf();
const message = { to, language, meeting, content: participantList() };
const notice: NewNotice = {
  recipient: { kind: 'organiser', meetingId: 'focal-points', addressHash: organiserHash(to.email) },
  name: 'list-1',
  meetingId: 'focal-points',
  event: { kind: 'document' },
};

/** A file that does not compress: of one part, or of several. */
const fileOf = (bytes: number): Attachment => ({
  fileName: 'participants.csv',
  contentType: 'text/csv; charset=utf-8',
  content: Buffer.from(randomBytes(bytes)),
});
const long = fileOf(800_000);
const short = fileOf(1_000);

let store: Store;
beforeEach(async () => {
  store = await freshTables();
});

const write = (file: Attachment) =>
  writeWithAttachment(store, notice, message, file, new Date(), Date.now() + 20_000);

async function sent() {
  const [stored, ...more] = await notices(store);
  expect(more).toEqual([]);
  return stored && readAttachments(store, stored);
}

/** From now on requests to write more than `count` times fail, as if the function had been stopped. */
function stopAfter(count: number) {
  let writes = 0;
  store.client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') writes += 1;
      if (writes > count) throw new Error('stopped');
      return next(args);
    },
    { step: 'initialize', name: 'stop' },
  );
  return () => store.client.middlewareStack.remove('stop');
}

describe('the list of participants with its attachment', () => {
  it.each([
    ['one part', short],
    ['several parts', long],
  ])('is written with %s, which come back as they were', async (_, file) => {
    expect(await write(file)).toBe(true);
    expect(await sent()).toEqual([file]);
  });

  it.each([1, 2, 3])('is written once by many at once, and whole (run %i)', async () => {
    const files = [short, long, short, long];
    const results = await Promise.all(files.map(write));
    expect(results.filter(Boolean)).toHaveLength(1);
    const [file] = (await sent()) ?? [];
    expect([short, long]).toContainEqual(file);
  });

  it('keeps the attachment for a week, and its notice for longer', async () => {
    const now = Date.now();
    await write(short);
    const days = (item: object) =>
      Math.round((('expiresAt' in item ? Number(item.expiresAt) : 0) - now / 1000) / 86_400);
    const kept = Object.fromEntries(
      (await everything({ store } as Base)).map((item) => [
        'event' in item ? 'notice' : 'attachment',
        days(item),
      ]),
    );
    expect(kept).toEqual({ notice: 180, attachment: 7 });
  });

  it('is not there without its attachment, wherever the function is stopped', async () => {
    for (const count of [0, 1]) {
      const resume = stopAfter(count);
      await expect(write(long)).rejects.toThrow('stopped');
      resume();
      expect(await sent()).toBeUndefined();
    }
    // The next run has a shorter list: it must not be read together with what the first one left.
    expect(await write(short)).toBe(true);
    expect(await sent()).toEqual([short]);
  });
});
