import {
  type Arrangements,
  arrangementsOf,
  type ChangedArrangement,
  changedArrangements,
} from './arrangements.ts';
import { isOver } from './delegation.ts';
import type { Meeting } from './meeting-definition.ts';
import { isLive, type Registration } from './registration.ts';

/** Arrangements of a meeting, and the edition from which on they were so. */
export type Edition = { readonly edition: number; readonly arrangements: Arrangements };

/** What somebody is to be told of a meeting: that it is cancelled, or what of it has changed. */
export type Telling =
  | { readonly kind: 'meeting-cancelled' }
  | {
      readonly kind: 'meeting-changed';
      readonly before: Arrangements;
      readonly changes: readonly ChangedArrangement[];
    };

/**
 * What a participant is to be told: how the meeting is now against what this participant was last told of it, so that
 * several changes are one, and one that was taken back is none. After the meeting nobody is told anything.
 *
 * @param past the arrangements that somebody may still believe in, oldest first.
 */
export function tellingOf(
  meeting: Meeting,
  past: readonly Edition[],
  { status, email, told = 0 }: Registration,
  now: Date,
): Telling | undefined {
  const { edition = 1 } = meeting;
  if (!isLive(status) || email === undefined || told >= edition) return undefined;
  const before = (past.findLast((one) => one.edition <= told) ?? past[0])?.arrangements;
  if (before === undefined || before.cancelled) return undefined;
  if (meeting.cancelled) return { kind: 'meeting-cancelled' };
  if (isOver(meeting, now)) return undefined;
  const confirmed = status === 'confirmed';
  const changes = changedArrangements(before, arrangementsOf(meeting), { confirmed });
  if (changes.length === 0) return undefined;
  return { kind: 'meeting-changed', before: confirmed ? before : withoutLink(before), changes };
}

const withoutLink = ({ link: _, ...arrangements }: Arrangements): Arrangements => arrangements;
