import { type Delegation, isOver } from '../delegation/delegation.ts';
import {
  type Arrangements,
  arrangementsOf,
  type ChangedArrangement,
  changedArrangements,
} from '../meeting/arrangements.ts';
import type { Meeting } from '../meeting/meeting-definition.ts';
import { isLive, type Registration } from '../registration/registration.ts';

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

/** Somebody who is told of changes: what they were told last, and whether they are to know where to attend online. */
export type Reader = {
  /** The edition of the meeting whose arrangements they were told. */
  readonly told?: number | undefined;
  readonly confirmed: boolean;
};

/** The participant of a registration as a reader; nothing where nobody is to be told, or can be. */
export const readerOf = ({ status, email, told }: Registration): Reader | undefined =>
  isLive(status) && email !== undefined ? { told, confirmed: status === 'confirmed' } : undefined;

/** The focal point of a delegation as a reader; nothing once the address is kept no more. */
export const focalPointReader = ({ focalPoint, told }: Delegation): Reader | undefined =>
  focalPoint.email === undefined ? undefined : { told, confirmed: false };

/**
 * What somebody is to be told: how the meeting is now against what this reader was last told of it, so that several
 * changes are one, and one that was taken back is none. After the meeting nobody is told anything.
 *
 * @param past the arrangements that somebody may still believe in, oldest first.
 */
export function tellingOf(
  meeting: Meeting,
  past: readonly Edition[],
  reader: Reader | undefined,
  now: Date,
): Telling | undefined {
  const { edition = 1 } = meeting;
  if (reader === undefined) return undefined;
  const { told = 0 } = reader;
  if (told >= edition) return undefined;
  const before = (past.findLast((one) => one.edition <= told) ?? past[0])?.arrangements;
  return before && tellingSince(meeting, before, reader, now);
}

/** The same against given arrangements: those which somebody believes in whom no later message has reached. */
export function tellingSince(
  meeting: Meeting,
  before: Arrangements,
  { confirmed }: Reader,
  now: Date,
): Telling | undefined {
  if (before.cancelled) return undefined;
  if (meeting.cancelled) return { kind: 'meeting-cancelled' };
  if (isOver(meeting, now)) return undefined;
  const changes = changedArrangements(before, arrangementsOf(meeting), { confirmed });
  if (changes.length === 0) return undefined;
  return { kind: 'meeting-changed', before: confirmed ? before : withoutLink(before), changes };
}

const withoutLink = ({ link: _, ...arrangements }: Arrangements): Arrangements => arrangements;
