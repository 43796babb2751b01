import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { lastMinuteOf } from '../domain/shared/day.ts';
import { SCHEDULED_WRITE_MS } from '../domain/shared/time-budgets.ts';
import { listMeetings } from '../store/meeting/meeting.ts';
import { fanOut, type Sent } from '../store/notifications/fan-out.ts';
import { remindParticipant } from '../store/notifications/remind.ts';
import { writeToEach } from '../store/notifications/write-to-each.ts';
import type { Store } from '../store/platform/client.ts';
import { PREFIXES } from '../store/platform/keys.ts';
import { stageSecret } from '../store/platform/secret.ts';
import { type DueReminder, dueReminders } from './due-reminders.ts';
import { remindFocalPoints } from './remind-focal-points.ts';

/** The result of one reminder in a run: how many recipients have the notice, and whether all were handled. */
export type ReminderRun = { readonly meetingId: string } & (
  | { readonly mark: string; readonly sent: number; readonly done: boolean }
  | { readonly error: unknown }
);

type Time = { readonly now: Date; readonly goOn: () => boolean };

const MINUTE_MS = 60_000;

/**
 * Sends every reminder that is due at `now`, page by page while `goOn` returns true. The next run continues. If one
 * meeting fails, the others continue. If it runs twice, even at the same time, no reminder is sent twice. A reminder
 * that is complete costs one read.
 *
 * @returns the result of each reminder that was not complete before.
 */
export async function sendDueReminders(
  store: Store,
  now: Date,
  goOn: () => boolean,
): Promise<ReminderRun[]> {
  const runs: ReminderRun[] = [];
  // Reminders have an unsubscribe link. The notifier reads the secret that signs it, and cannot create the secret.
  await stageSecret(store);
  for (const { meeting } of await listMeetings(store)) {
    const meetingId = meeting.id;
    try {
      for (const due of dueReminders(meeting, now)) {
        const run = await send(store, meeting, due, { now, goOn });
        if (run === undefined) continue;
        const { sent, done, errors } = run;
        runs.push({ meetingId, mark: due.mark, sent, done });
        for (const error of errors) runs.push({ meetingId, error });
      }
    } catch (error) {
      runs.push({ meetingId, error });
    }
  }
  return runs;
}

function send(store: Store, meeting: Meeting, due: DueReminder, { now, goOn }: Time) {
  const { kind, mark } = due;
  const of = { meetingId: meeting.id, mark };
  const deadline = () => Date.now() + SCHEDULED_WRITE_MS;
  if (kind === 'nomination-reminder') {
    const closes = lastMinuteOf(meeting.timeZone, meeting.registration.closesOn);
    // A run that has begun in time must not continue on the next day.
    const last = Date.now() + closes.getTime() + MINUTE_MS - now.getTime();
    const send = async (page: readonly Delegation[]) =>
      sentOf(
        await remindFocalPoints(
          store,
          meeting,
          { mark, closesOn: meeting.registration.closesOn },
          page,
          { now, deadline: deadline() },
        ),
      );
    return fanOut<Delegation>(
      store,
      { ...of, prefix: PREFIXES.delegations, send },
      { now, deadline, goOn: () => goOn() && Date.now() < last },
    );
  }
  const event = kind === 'thank-you' ? { kind } : { kind, startsOn: meeting.startsOn };
  const send = async (page: readonly Registration[]) =>
    sentOf(
      await writeToEach(
        page.filter(({ status }) => status === 'confirmed'),
        (one) => remindParticipant(store, one, mark, event, now),
      ),
    );
  return fanOut<Registration>(
    store,
    { ...of, prefix: PREFIXES.registrations, send },
    { now, deadline, goOn },
  );
}

const sentOf = ({
  counts,
  errors,
}: {
  readonly counts: { readonly queued?: number; readonly existing?: number };
  readonly errors: readonly unknown[];
}): Sent => ({ sent: (counts.queued ?? 0) + (counts.existing ?? 0), errors });
