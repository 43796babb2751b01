import { dayIn } from './day.ts';
import type { Meeting } from './meeting.ts';
import type { Registration, SeatRef } from './registration.ts';

/** What a move makes of a registration, and the seats it gives back. */
export type Moved = {
  readonly registration: Registration;
  readonly released: readonly SeatRef[];
};

/** Why a move cannot be made. */
export type MoveRefusal = 'already-withdrawn' | 'meeting-over';

/**
 * Withdraws a registration, which gives its seats back. Somebody who has withdrawn cannot do so again,
 * and after the last day of the meeting the register is history.
 */
export function withdraw(
  registration: Registration,
  meeting: Meeting,
  now: Date,
): Moved | { readonly refused: MoveRefusal } {
  if (registration.status === 'withdrawn') return { refused: 'already-withdrawn' };
  if (dayIn(meeting.timeZone, now) > meeting.endsOn) return { refused: 'meeting-over' };
  const at = now.toISOString();
  return {
    released: registration.seats,
    registration: {
      ...registration,
      status: 'withdrawn',
      version: registration.version + 1,
      seats: [],
      updatedAt: at,
      withdrawnAt: at,
      lastMessageAt: at,
    },
  };
}
