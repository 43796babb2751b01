import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { arrangementsOf, differsInCalendars, hasMoved } from '../../domain/meeting/arrangements.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import type { StoredMeeting } from './meeting.ts';

/**
 * A meeting as it is defined from now on, with what became of it before. A change that calendars must take over counts its
 * calendar revision up, and a change of the arrangements is announced.
 *
 * @param revision of the meeting with this change.
 */
export function withCalendarRevision(
  defined: Meeting,
  before: StoredMeeting | undefined,
  revision: number,
): Pick<StoredMeeting, 'meeting' | 'announcing'> {
  const { calendarRevision: old = 1, cancelled: was } = before?.meeting ?? {};
  const { calendarRevision: _, cancelled = was, ...definition } = defined;
  const now: Meeting = { ...definition, ...(cancelled && { cancelled }) };
  const differs = before !== undefined && differsInCalendars(before.meeting, now);
  const moved =
    before !== undefined && hasMoved(arrangementsOf(before.meeting), arrangementsOf(now));
  const announcing = moved ? revision : before?.announcing;
  return {
    meeting: { ...now, calendarRevision: differs ? old + 1 : old },
    ...(announcing !== undefined && { announcing }),
  };
}

/**
 * The write that keeps the arrangements of a calendar revision, so that a message can say what its reader was told before.
 * None where the revision stays.
 */
export function arrangementsWrites(
  { registry }: Pick<Registry, 'registry'>,
  before: StoredMeeting | undefined,
  { meeting }: StoredMeeting,
): TransactWriteItem[] {
  const { id, calendarRevision = 1 } = meeting;
  if (before?.meeting.calendarRevision === calendarRevision) return [];
  const arrangements = arrangementsOf(meeting);
  const item = { ...registryKeys.arrangements(id, calendarRevision), arrangements };
  return [{ Put: { TableName: registry, Item: toItem(item) } }];
}
