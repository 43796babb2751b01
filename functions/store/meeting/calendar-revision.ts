import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { arrangementsOf, differsInCalendars, hasMoved } from '../../domain/meeting/arrangements.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import type { StoredMeeting } from './meeting.ts';

/**
 * A meeting with a new definition. The calendar revision rises if calendar entries have to change, and a change of the
 * arrangements is announced.
 *
 * @param revision the revision of the meeting with this change.
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
 * Builds the write of the arrangements of a new calendar revision, so that a message can say what its recipient was
 * notified of before. It returns no write if the calendar revision is the same.
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
