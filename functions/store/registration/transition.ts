import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { belongsTo, type Delegation } from '../../domain/delegation/delegation.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import { isSameName } from '../../domain/registration/same-name.ts';
import {
  type Command,
  NEEDS_SEAT,
  type TransitionRefusal,
  transition,
} from '../../domain/registration/transitions.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { freeSeats } from '../seats/allocate.ts';
import { type Room, readRoom } from '../seats/waiting-list-fence.ts';
import { changeOf, type OperationContext } from './change.ts';
import { asSeated } from './head-of-delegation.ts';
import { commitAndOfferFreedSeat } from './offer-freed-seat.ts';
import { getRegistration } from './registration.ts';

/** The limits of a transition. */
export type TransitionLimits = {
  /**
   * The delegation whose focal point makes it, with the check that the link still works. The transition is refused for
   * people of other delegations.
   */
  readonly within?: { readonly delegation: Delegation; readonly linkCheck: TransactWriteItem };
  /** The version that the person who decides has seen. If there is a newer one, the transition is refused. */
  readonly version?: number | undefined;
};

export type TransitionOutcome =
  | { readonly outcome: 'moved'; readonly registration: Registration }
  | { readonly outcome: 'refused'; readonly reason: TransitionRefusal | 'link-ceased' };

/**
 * Makes a transition of a registration in one transaction: its status, its seats, its claim of the address, the audit
 * line and the notices. A freed seat is offered to the next person on the waiting list in the same transaction, so that
 * nobody can take it in between. If something has changed since it was read, it is read and decided again.
 *
 * @param seen the registration as the caller has read it.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function transitionRegistration(
  store: Store,
  stored: StoredMeeting,
  seen: Registration,
  command: Command,
  moving: OperationContext,
  { within, version }: TransitionLimits = {},
): Promise<TransitionOutcome> {
  const meetingId = stored.meeting.id;
  let current: StoredMeeting = stored;
  let before = seen;
  const retry = { deadline: moving.deadline, busy: 'The change of the registration took too long' };
  return optimisticRetry(retry, async () => {
    if (within && !belongsTo(within.delegation, before))
      return { outcome: 'refused', reason: 'not-possible' };
    if (version !== undefined && before.version !== version)
      return { outcome: 'refused', reason: 'not-possible' };
    // A validation is for one person by name.
    if (command.move === 'approve' && !isSameName(seen, before))
      return { outcome: 'refused', reason: 'not-possible' };
    const { meeting } = current;
    const { fence, present } = await roomFor(store, current, command, before);
    const allocation = NEEDS_SEAT.has(command.move)
      ? freeSeats(meeting, before, present)
      : undefined;
    const seats = allocation && 'seats' in allocation ? allocation.seats : undefined;
    const after = transition(before, command, { meeting, now: moving.now, seats });
    if ('refused' in after) return { outcome: 'refused', reason: after.refused };
    const seated = await asSeated(store, before, after);
    const change = changeOf(before, seated, command);
    const extras = { fence, link: within?.linkCheck };
    const how = { present, extras };
    const conflicts = await commitAndOfferFreedSeat(store, current, change, moving, how);
    if (conflicts.has('link')) return { outcome: 'refused', reason: 'link-ceased' };
    if (conflicts.size === 0) return { outcome: 'moved', registration: change.after };
    current = (await getMeeting(store, meetingId)) ?? current;
    const fresh = await getRegistration(store, before.reference);
    // A person from a roster was removed from it.
    if (fresh === undefined) return { outcome: 'refused', reason: 'not-possible' };
    before = fresh;
    return CONFLICT;
  });
}

/** Reads the fence and the counters, if the transition depends on them. */
async function roomFor(
  store: Store,
  { meeting }: StoredMeeting,
  { move }: Command,
  { status }: Registration,
): Promise<Partial<Room> & Pick<Room, 'present'>> {
  return NEEDS_SEAT.has(move) || holdsSeat(status) ? readRoom(store, meeting.id) : { present: [] };
}
