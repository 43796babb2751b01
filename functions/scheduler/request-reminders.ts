import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { NotReminded } from '../domain/notifications/reminders.ts';
import type { RemindOutcome } from '../store/notifications/remind.ts';
import { reminderRequest } from '../store/notifications/reminder-request.ts';
import { auditWrite } from '../store/platform/audit.ts';
import type { Store } from '../store/platform/client.ts';
import { PREFIXES, registryKeys } from '../store/platform/keys.ts';
import { readPages } from '../store/platform/read.ts';
import { stageSecret } from '../store/platform/secret.ts';
import { transact } from '../store/platform/transact.ts';
import type { OperationContext } from '../store/registration/change.ts';
import { remindFocalPoints } from './remind-focal-points.ts';

/** How many focal points were reminded, and how many were not, by the reason. */
export type Requested = {
  readonly counts: Readonly<Partial<Record<RemindOutcome | NotReminded, number>>>;
  /** When the reminders were first requested; `undefined` for a dry run. */
  readonly askedAt?: string | undefined;
};

/** Delegations in memory at a time. */
const PAGE = 100;

/**
 * Reminds every focal point for whose delegation nobody is registered, whether or not a reminder is due; at most once
 * an hour.
 *
 * @param dryRun only counts: `queued` are those who would be reminded.
 * @throws StoreBusy if the table does not accept the write before the deadline. A second request within the hour
 * continues.
 */
export async function requestReminders(
  store: Store,
  meeting: Meeting,
  { now, deadline }: OperationContext,
  dryRun: boolean,
): Promise<Requested> {
  const askedAt = dryRun ? undefined : await reminderRequest(store, meeting.id, now);
  await stageSecret(store);
  const mark = askedAt && `nomination-asked-${askedAt.replace(/[^0-9TZ]/g, '')}`;
  const { pk } = registryKeys.meeting(meeting.id);
  const counts: Partial<Record<RemindOutcome | NotReminded, number>> = {};
  for await (const { items } of readPages<Delegation>(store, pk, PREFIXES.delegations, {
    limit: PAGE,
  })) {
    const reminder = mark === undefined ? undefined : { mark };
    const page = await remindFocalPoints(store, meeting, reminder, items, { now, deadline });
    for (const [outcome, count] of Object.entries(page.counts) as [keyof typeof counts, number][])
      counts[outcome] = (counts[outcome] ?? 0) + count;
    const [error] = page.errors;
    if (error !== undefined) throw error;
  }
  if (mark !== undefined && counts.queued) {
    const detail = `${mark}: ${counts.queued}`;
    const line = { action: 'reminders-sent', actor: 'operator', detail } as const;
    await transact(store.client, [auditWrite(store, meeting.id, line, now)], deadline);
  }
  return { counts, askedAt };
}
