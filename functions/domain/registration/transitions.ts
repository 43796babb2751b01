import type { Meeting } from '../meeting/meeting.ts';
import type { SeatRef } from '../seats/seats.ts';
import { dayIn } from '../shared/day.ts';
import { type Actor, holdsSeat, isLive, type Registration, type Status } from './registration.ts';

/** The commands for a registration. Each asks for one transition. */
export type Command =
  | { readonly move: 'approve'; readonly by: Actor }
  /** The declined person reads `reason`. */
  | { readonly move: 'decline'; readonly by: Actor; readonly reason: string }
  /** A seat is free for a waitlisted person. */
  | { readonly move: 'offer' }
  | { readonly move: 'accept' }
  /** The time to accept an offer is over. */
  | { readonly move: 'expire' }
  | { readonly move: 'withdraw'; readonly because?: 'replaced' };

/** Why a transition is not possible. */
export type TransitionRefusal =
  | 'already-withdrawn'
  | 'meeting-over'
  | 'meeting-cancelled'
  /** The transition does not start from the current status. */
  | 'not-possible'
  | 'offer-expired'
  /** The offer is still valid. */
  | 'offer-holds'
  | 'no-seat';

/** The statuses from which each transition starts. */
const FROM: Readonly<Record<Command['move'], readonly Status[]>> = {
  approve: ['pending'],
  decline: ['pending', 'waitlisted'],
  offer: ['waitlisted'],
  accept: ['offered'],
  expire: ['offered'],
  withdraw: ['pending', 'waitlisted', 'offered', 'confirmed'],
};

/** The transitions that need a new seat. */
export const NEEDS_SEAT: ReadonlySet<Command['move']> = new Set(['approve', 'offer']);

const HOUR_MS = 3_600_000;

/**
 * Applies a command to a registration. All rules of transitions are here. The caller finds out whether a seat is free.
 *
 * @param seats one seat of each of its counters. `undefined` if none is free.
 * @returns the registration after the transition, or the reason why it is not possible.
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
  // After the last day nothing changes any more, except that an open offer still ends.
  if (move !== 'expire' && dayIn(meeting.timeZone, now) > meeting.endsOn) return 'meeting-over';
  // In a cancelled meeting only a withdrawal is possible.
  if (meeting.cancelled && move !== 'withdraw') return 'meeting-cancelled';
  const expired = now.toISOString() >= offeredUntil;
  if (move === 'accept' && expired) return 'offer-expired';
  if (move === 'expire' && !expired) return 'offer-holds';
  if (move === 'offer' && !seat) return 'no-seat';
  return undefined;
}

/**
 * The registration with another status. It drops what belonged to the old status only: seats, position on the waiting
 * list, end of the offer. The participant gets a message, so `lastMessageAt` is now.
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

/** The initial status of a new registration, and since when it waits if it goes on the waiting list. */
export function initialStatus(
  admission: 'open' | 'validated',
  seats: readonly SeatRef[] | undefined,
  now: Date,
): Pick<Registration, 'status' | 'seats' | 'waitingSince'> {
  if (admission === 'validated') return { status: 'pending', seats: [] };
  if (seats !== undefined) return { status: 'confirmed', seats };
  return { status: 'waitlisted', seats: [], waitingSince: now.toISOString() };
}
