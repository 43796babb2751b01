import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { NotReminded } from '../domain/notifications/reminders.ts';
import type { RemindOutcome } from '../store/notifications/remind.ts';
import { reminderRequest } from '../store/notifications/reminder-request.ts';
import { auditWrite } from '../store/platform/audit.ts';
import type { Store } from '../store/platform/client.ts';
import { PREFIXES, registryKeys } from '../store/platform/keys.ts';
import { readPages } from '../store/platform/read.ts';
import { transact } from '../store/platform/transact.ts';
import type { OperationContext } from '../store/registration/change.ts';
import { remindFocalPoints } from './remind-focal-points.ts';

/** How many focal points were reminded, and how many were not, by the reason. */
export type Requested = {
  readonly counts: Readonly<Partial<Record<RemindOutcome | NotReminded, number>>>;
  /** When what was sent was first asked for; none where nothing was to be sent. */
  readonly askedAt?: string | undefined;
};

/** Delegations read at a time. */
const PAGE = 100;

/**
 * Reminds every focal point of whose delegation nobody is registered, whether or not it is time, once an hour.
 *
 * @param dryRun only counts: `sent` are those who would be reminded.
 * @throws StoreBusy when the table takes nothing before the deadline; asked again within the hour, it goes on.
 */
export async function requestReminders(
  store: Store,
  meeting: Meeting,
  { publicUrl, now, deadline }: OperationContext,
  dryRun: boolean,
): Promise<Requested> {
  const askedAt = dryRun ? undefined : await reminderRequest(store, meeting.id, now);
  const mark = askedAt && `nomination-asked-${askedAt.replace(/[^0-9TZ]/g, '')}`;
  const { pk } = registryKeys.meeting(meeting.id);
  const counts: Partial<Record<RemindOutcome | NotReminded, number>> = {};
  for await (const { items } of readPages<Delegation>(store, pk, PREFIXES.delegations, {
    limit: PAGE,
  })) {
    const about = { meeting, publicUrl };
    const page = await remindFocalPoints(store, about, mark, items, { now, deadline });
    for (const [outcome, count] of Object.entries(page.counts) as [keyof typeof counts, number][])
      counts[outcome] = (counts[outcome] ?? 0) + count;
    const [error] = page.errors;
    if (error !== undefined) throw error;
  }
  if (mark !== undefined && counts.sent) {
    const detail = `${mark}: ${counts.sent}`;
    const line = { action: 'reminders-sent', actor: 'operator', detail } as const;
    await transact(store.client, [auditWrite(store, meeting.id, line, now)], deadline);
  }
  return { counts, askedAt };
}
