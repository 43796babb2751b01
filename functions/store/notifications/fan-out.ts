import { auditWrite } from '../platform/audit.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem, readPages } from '../platform/read.ts';
import { transact } from '../platform/transact.ts';

/** A notice to many recipients, one for each. `mark` identifies it among all fan-outs of the meeting. */
export type FanOut<T> = {
  readonly meetingId: string;
  readonly mark: string;
  /** How the sort keys of the recipients' items begin. */
  readonly prefix: string;
  /** Writes the notices to the recipients on a page. */
  readonly send: (page: readonly T[]) => Promise<Sent>;
};

/**
 * `sent`: how many recipients have the notice, with those of an earlier run. `errors`: errors of single recipients for
 * whom another attempt would not help. They do not stop the others.
 */
export type Sent = { readonly sent: number; readonly errors: readonly unknown[] };

/** The progress of a fan-out, as it is stored. */
type Progress = {
  /** The sort key of the last recipient who was handled. */
  readonly after?: string | undefined;
  readonly sent?: number | undefined;
  /** Set when all recipients were handled; ISO 8601. */
  readonly doneAt?: string | undefined;
};

/** Recipients in memory at a time. The progress is stored after each page. */
const PAGE = 100;

/** How long the end of a fan-out is remembered, in seconds: longer than any notice is late. */
const REMEMBERED_SECONDS = 30 * 86_400;

/** The update of the progress, unless another run has reached the end. */
const progressOf = (after: string, sent: number, expiresAt: number) => ({
  UpdateExpression: 'SET #after = :after, sent = :sent, expiresAt = :expiry',
  ConditionExpression: 'attribute_not_exists(doneAt)',
  ExpressionAttributeNames: { '#after': 'after' },
  ExpressionAttributeValues: toItem({ ':after': after, ':sent': sent, ':expiry': expiresAt }),
});

/**
 * Fans out a notice, page by page, and stores the progress. If time runs out or a run dies, the next one continues
 * there; the ids of the notices prevent duplicates. A fan-out that is complete costs one read.
 *
 * @param time `deadline`: when the table must have accepted a write that begins now, in milliseconds since the epoch.
 * `goOn`: whether there is time for another page.
 * @returns how many recipients have the notice, and whether all were handled; `undefined` if they were handled before.
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
    const progress = { TableName, Key: toItem(key), ...progressOf(last, before + sent, expiresAt) };
    await transact(store.client, [{ Update: progress }], deadline());
  }
  const detail = `${mark}: ${before + sent}`;
  await transact(
    store.client,
    [
      {
        Put: {
          TableName,
          Item: toItem({ ...key, sent: before + sent, doneAt: now.toISOString(), expiresAt }),
          // If two runs end at the same time, one of them records it.
          ConditionExpression: 'attribute_not_exists(doneAt)',
        },
      },
      auditWrite(store, meetingId, { action: 'reminders-sent', actor: 'service', detail }, now),
    ],
    deadline(),
  );
  return { sent, errors, done: true };
}
