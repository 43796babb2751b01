import {
  arrangementsOf,
  differsInCalendars,
  entriesOf,
} from '../../domain/meeting/arrangements.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Edition } from '../../domain/notifications/telling.ts';
import type { StoredMeeting } from './meeting.ts';

/**
 * A meeting as it is defined from now on, with what became of it before; and the arrangements that somebody may still
 * believe in. A change that calendars must take over makes it a new edition.
 */
export function editionOf(
  defined: Meeting,
  before: StoredMeeting | undefined,
): { readonly meeting: Meeting; readonly past: readonly Edition[] } {
  const { edition: old = 1, entries = 1, cancelled: was } = before?.meeting ?? {};
  const { edition: _, entries: __, cancelled = was, ...definition } = defined;
  const now: Meeting = { ...definition, ...(cancelled && { cancelled }) };
  const edition = before && differsInCalendars(before.meeting, now) ? old + 1 : old;
  const meeting: Meeting = { ...now, edition, entries: Math.max(entries, entriesOf(now)) };
  const past =
    before?.past ?? (before ? [{ edition: 1, arrangements: arrangementsOf(before.meeting) }] : []);
  return {
    meeting,
    past:
      before && edition === old
        ? past
        : [...past, { edition, arrangements: arrangementsOf(meeting) }],
  };
}
