import { registrationWindow } from '../../../functions/domain/meeting/meeting.ts';
import type { NoticeState } from '../../../functions/domain/notifications/notice.ts';
import { addDays, dayIn } from '../../../functions/domain/shared/day.ts';
import { recentLists } from '../../../functions/scheduler/recent-lists.ts';
import { listMeetings, type StoredMeeting } from '../../../functions/store/meeting/meeting.ts';
import type { Store } from '../../../functions/store/platform/client.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { outboxFindings } from './outbox.ts';

const REACHED: readonly NoticeState[] = ['sent', 'delivered'];
const UNDER_WAY: readonly NoticeState[] = ['queued', 'sending', 'retrying'];

/** Reads the meetings that are not over. */
export async function meetingsToCome(store: Store, now: Date): Promise<StoredMeeting[]> {
  const meetings = await listMeetings(store);
  return meetings.filter(({ meeting: { timeZone, endsOn } }) => dayIn(timeZone, now) <= endsOn);
}

/** How many messages are sent if everybody with a live registration, and each organiser, gets one. */
export async function messagesNeeded(
  store: Store,
  meetings: readonly StoredMeeting[],
): Promise<number> {
  const each = meetings.map(async ({ meeting: { id, ceiling, organisers } }) => {
    const counters = (await readSeats(store, id)).filter(({ scope }) => scope === 'meeting');
    const taken = counters.reduce((sum, counter) => sum + counter.taken, 0);
    return Math.max(ceiling ?? 0, taken) + organisers.length;
  });
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
}

/** Checks that messages are sent, and that the organisers of each open meeting get their lists. */
export async function meetingFindings(
  store: Store,
  meetings: readonly StoredMeeting[],
  now: Date,
): Promise<Finding[]> {
  const open = meetings.filter(({ meeting }) => registrationWindow(meeting, now) === 'open');
  const none = warn('No meeting is open', 'apply one with "npm run meeting -- apply FILE"');
  const organisers = open.map(async (stored) =>
    organisersOf(stored, await recentLists(store, stored.meeting, now), now),
  );
  return [
    ...(await outboxFindings(store, now)),
    ...(open.length === 0 ? [none] : await Promise.all(organisers)),
  ];
}

/** Checks the lists of an open meeting. */
export function organisersOf(
  { meeting, updatedAt }: Pick<StoredMeeting, 'meeting' | 'updatedAt'>,
  lists: readonly NoticeState[],
  now: Date,
): Finding {
  const { id, timeZone, registration } = meeting;
  const anew = `correct them in the meeting's file and apply it, then "npm run meeting -- send-list ${id}"`;
  if (lists.some((state) => REACHED.includes(state)))
    return ok(`${id}: its organisers get their list`);
  if (lists.some((state) => UNDER_WAY.includes(state)))
    return warn(
      `${id}: the list is on its way to its organisers`,
      'look again in a quarter of an hour',
    );
  if (lists.length > 0)
    return fail(`${id}: no list has reached an organiser since yesterday`, anew);
  // The first list is sent on the morning after registration opened or the meeting was changed, whichever was later.
  const began = [registration.opensOn, dayIn(timeZone, new Date(updatedAt))].sort().at(-1) ?? '';
  return began > addDays(dayIn(timeZone, now), -2)
    ? ok(`${id}: its organisers are yet to get their first list`)
    : fail(
        `${id}: no list has been made since yesterday`,
        'read the last ERROR line of the scheduler, which makes them',
      );
}
