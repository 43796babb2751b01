import type { Meeting } from '../meeting/meeting.ts';
import type { SeatRef } from '../seats/seats.ts';
import { dayIn } from '../shared/day.ts';
import { type Actor, holdsSeat, isLive, type Registration, type Status } from './registration.ts';

/** What can be asked of a registration. */
export type Command =
  | { readonly move: 'approve'; readonly by: Actor }
  /** `reason` is told to whoever is declined. */
  | { readonly move: 'decline'; readonly by: Actor; readonly reason: string }
  /** A seat has come free. */
  | { readonly move: 'offer' }
  | { readonly move: 'accept' }
  /** The time to accept is over. */
  | { readonly move: 'expire' }
  | { readonly move: 'withdraw'; readonly because?: 'replaced' };

/** Why a move cannot be made. */
export type TransitionRefusal =
  | 'already-withdrawn'
  | 'meeting-over'
  | 'meeting-cancelled'
  /** The registration does not stand where the move begins. */
  | 'not-possible'
  | 'offer-expired'
  /** An offer is still good. */
  | 'offer-holds'
  | 'no-seat';

/** From where each move leads on. */
const FROM: Readonly<Record<Command['move'], readonly Status[]>> = {
  approve: ['pending'],
  decline: ['pending', 'waitlisted'],
  offer: ['waitlisted'],
  accept: ['offered'],
  expire: ['offered'],
  withdraw: ['pending', 'waitlisted', 'offered', 'confirmed'],
};

/** The moves that need a seat which the registration does not have yet. */
export const NEEDS_SEAT: ReadonlySet<Command['move']> = new Set(['approve', 'offer']);

const HOUR_MS = 3_600_000;

/**
 * What a command makes of a registration. The rules of moves are here, all of them and nowhere else;
 * whether a seat is free is for the caller to find out.
 *
 * @param seats the seats found for it, one of each of its counters; none when no seat is free.
 */
export function transition(
  before: Registration,
  command: Command,
  { meeting, now, seats }: { meeting: Meeting; now: Date; seats?: readonly SeatRef[] | undefined },
): Registration | { readonly refused: TransitionRefusal } {
  const refused = refusalOf(before, command, meeting, now, seats !== undefined);
  if (refused !== undefined) return { refused };
  const at = now.toISOString();
  switch (command.move) {
    case 'approve': {
      const decision = { by: command.by, at };
      return seats === undefined
        ? enter(before, 'waitlisted', now, { decision, waitingSince: at })
        : enter(before, 'confirmed', now, { decision, seats });
    }
    case 'decline': {
      const { by, reason } = command;
      return enter(before, 'declined', now, { decision: { by, at, reason } });
    }
    case 'offer':
      return enter(before, 'offered', now, {
        seats: seats ?? [],
        offeredUntil: new Date(now.getTime() + meeting.offerHours * HOUR_MS).toISOString(),
      });
    case 'accept':
      return enter(before, 'confirmed', now, { seats: before.seats });
    case 'expire':
      return enter(before, 'withdrawn', now, {
        withdrawnAt: at,
        withdrawnBecause: 'offer-expired',
      });
    case 'withdraw':
      return enter(before, 'withdrawn', now, {
        withdrawnAt: at,
        withdrawnBecause: command.because ?? 'asked',
      });
  }
}

function refusalOf(
  { status, offeredUntil = '' }: Registration,
  { move }: Command,
  meeting: Meeting,
  now: Date,
  seat: boolean,
): TransitionRefusal | undefined {
  if (move === 'withdraw' && !isLive(status)) return 'already-withdrawn';
  if (!FROM[move].includes(status)) return 'not-possible';
  // After the last day the register is history; an offer that nobody took up still ends.
  if (move !== 'expire' && dayIn(meeting.timeZone, now) > meeting.endsOn) return 'meeting-over';
  // All that is left to do is to withdraw.
  if (meeting.cancelled && move !== 'withdraw') return 'meeting-cancelled';
  const expired = now.toISOString() >= offeredUntil;
  if (move === 'accept' && expired) return 'offer-expired';
  if (move === 'expire' && !expired) return 'offer-holds';
  if (move === 'offer' && !seat) return 'no-seat';
  return undefined;
}

/**
 * The registration in another state. What belonged to the old state alone goes: seats, the place in the waiting list,
 * the time of an offer. Its reader is told, so the time of the last message is now.
 */
function enter(
  { waitingSince: _, offeredUntil: __, ...before }: Registration,
  status: Status,
  now: Date,
  changes: Partial<Registration>,
): Registration {
  const at = now.toISOString();
  const seats = holdsSeat(status) ? before.seats : [];
  return {
    ...before,
    seats,
    status,
    version: before.version + 1,
    updatedAt: at,
    lastMessageAt: at,
    ...changes,
  };
}

/** Where a new registration begins, and since when it waits, if it does. */
export function initialStatus(
  admission: 'open' | 'validated',
  seats: readonly SeatRef[] | undefined,
  now: Date,
): Pick<Registration, 'status' | 'seats' | 'waitingSince'> {
  if (admission === 'validated') return { status: 'pending', seats: [] };
  if (seats !== undefined) return { status: 'confirmed', seats };
  return { status: 'waitlisted', seats: [], waitingSince: now.toISOString() };
}
