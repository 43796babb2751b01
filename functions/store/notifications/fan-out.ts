import { auditWrite } from '../platform/audit.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem, readPages } from '../platform/read.ts';
import { transact } from '../platform/transact.ts';

/** Something that is sent to many, once each. `mark` tells it from all else that the meeting sends. */
export type FanOut<T> = {
  readonly meetingId: string;
  readonly mark: string;
  /** What the sort keys of those it may go to begin with. */
  readonly prefix: string;
  /** Sends it to those of a page that are to have it. */
  readonly send: (page: readonly T[]) => Promise<Sent>;
};

/**
 * How many have it now, those of an earlier run included; and what was thrown for single ones, for whom trying again
 * would not help: they must not hold up all who come after.
 */
export type Sent = { readonly sent: number; readonly errors: readonly unknown[] };

/** How far it has got, as it is kept. */
type Progress = {
  /** The sort key up to which all have had their turn. */
  readonly after?: string | undefined;
  readonly sent?: number | undefined;
  /** Once all have. */
  readonly doneAt?: string | undefined;
};

/** People held in memory at a time, and sent to between two notes of how far it has got. */
const PAGE = 100;

/** How long it is remembered that it is done, in seconds: longer than anything is sent late. */
const REMEMBERED_SECONDS = 30 * 86_400;

/** The change that notes how far it has got, unless another run has come to the end meanwhile. */
const progressOf = (after: string, sent: number, expiresAt: number) => ({
  UpdateExpression: 'SET #after = :after, sent = :sent, expiresAt = :expiry',
  ConditionExpression: 'attribute_not_exists(doneAt)',
  ExpressionAttributeNames: { '#after': 'after' },
  ExpressionAttributeValues: toItem({ ':after': after, ':sent': sent, ':expiry': expiresAt }),
});

/**
 * Sends something to many, page by page, and notes how far it has got. Where time is up or a run dies the next
 * one goes on there; the ids of messages keep what was sent twice from being there twice. Once done it costs one read.
 *
 * @param deadline when the table must have taken what is written now, in milliseconds since the epoch.
 * @param goOn whether there is time for another page.
 * @returns how many of those it came to have it, and whether all have had their turn; `undefined` where they had before.
 */
export async function fanOut<T>(
  store: Registry,
  { meetingId, mark, prefix, send }: FanOut<T>,
  { now, deadline, goOn }: { now: Date; deadline: () => number; goOn: () => boolean },
): Promise<(Sent & { readonly done: boolean }) | undefined> {
  const key = registryKeys.reminders(meetingId, mark);
  const { after, doneAt, sent: before = 0 } = (await readItem<Progress>(store, key)) ?? {};
  if (doneAt !== undefined) return undefined;
  const expiresAt = Math.floor(now.getTime() / 1000) + REMEMBERED_SECONDS;
  const TableName = store.registry;
  const errors: unknown[] = [];
  let sent = 0;
  for await (const { items, last } of readPages<T>(store, key.pk, prefix, { after, limit: PAGE })) {
    if (!goOn()) return { sent, errors, done: false };
    const page = await send(items);
    sent += page.sent;
    errors.push(...page.errors);
    if (last === undefined) break;
    const noted = { TableName, Key: toItem(key), ...progressOf(last, before + sent, expiresAt) };
    await transact(store.client, [{ Update: noted }], deadline());
  }
  const detail = `${mark}: ${before + sent}`;
  await transact(
    store.client,
    [
      {
        Put: {
          TableName,
          Item: toItem({ ...key, sent: before + sent, doneAt: now.toISOString(), expiresAt }),
          // Of two runs at once, one says that it is done.
          ConditionExpression: 'attribute_not_exists(doneAt)',
        },
      },
      auditWrite(store, meetingId, { action: 'reminders-sent', actor: 'service', detail }, now),
    ],
    deadline(),
  );
  return { sent, errors, done: true };
}
