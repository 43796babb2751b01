import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Registration } from '../domain/registration/registration.ts';
import { lastMinuteOf } from '../domain/shared/day.ts';
import { SCHEDULED_WRITE_MS } from '../domain/shared/time-budgets.ts';
import { listMeetings } from '../store/meeting/meeting.ts';
import { fanOut, type Sent } from '../store/notifications/fan-out.ts';
import { remindParticipant } from '../store/notifications/remind.ts';
import { participantReminder } from '../store/notifications/reminder-message.ts';
import type { Store } from '../store/platform/client.ts';
import { PREFIXES } from '../store/platform/keys.ts';
import { type DueReminder, dueReminders } from './due-reminders.ts';
import { type Reminder, remindFocalPoints } from './remind-focal-points.ts';
import { writeToEach } from './write-to-each.ts';

/** What became of one reminder in a run: how many have it now, and whether all have had their turn. */
export type ReminderRun = { readonly meetingId: string } & (
  | { readonly mark: string; readonly sent: number; readonly done: boolean }
  | { readonly error: unknown }
);

type Time = { readonly now: Date; readonly goOn: () => boolean };

const MINUTE_MS = 60_000;

/**
 * Sends every reminder that is due at `now`, page by page as long as `goOn` says that there is time; the next run does
 * the rest. A meeting that fails does not keep the others from theirs. Running it twice, or twice at once, sends
 * nothing twice, and a reminder that all have had costs one read.
 *
 * @returns what became of each reminder that was not done before.
 */
export async function sendDueReminders(
  store: Store,
  publicUrl: string,
  now: Date,
  goOn: () => boolean,
): Promise<ReminderRun[]> {
  const runs: ReminderRun[] = [];
  for (const { meeting } of await listMeetings(store)) {
    const meetingId = meeting.id;
    try {
      for (const due of dueReminders(meeting, now)) {
        const run = await send(store, { meeting, publicUrl }, due, { now, goOn });
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

function send(store: Store, about: Reminder, due: DueReminder, { now, goOn }: Time) {
  const { kind, mark } = due;
  const { meeting } = about;
  const of = { meetingId: meeting.id, mark };
  const deadline = () => Date.now() + SCHEDULED_WRITE_MS;
  if (kind === 'nomination-reminder') {
    const closes = lastMinuteOf(meeting.timeZone, meeting.registration.closesOn);
    // A run that began in time must not go on into the next day.
    const last = Date.now() + closes.getTime() + MINUTE_MS - now.getTime();
    const send = async (page: readonly Delegation[]) =>
      sentOf(await remindFocalPoints(store, about, mark, page, { now, deadline: deadline() }));
    return fanOut<Delegation>(
      store,
      { ...of, prefix: PREFIXES.delegations, send },
      { now, deadline, goOn: () => goOn() && Date.now() < last },
    );
  }
  const send = async (page: readonly Registration[]) =>
    sentOf(
      await writeToEach(
        page.filter(({ status }) => status === 'confirmed'),
        (one) =>
          remindParticipant(
            store,
            one,
            (registration) => participantReminder(store, about, { kind, mark }, registration),
            { now, deadline: deadline() },
          ),
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
  readonly counts: { readonly sent?: number; readonly had?: number };
  readonly errors: readonly unknown[];
}): Sent => ({ sent: (counts.sent ?? 0) + (counts.had ?? 0), errors });
