import {
  type EditRefusal,
  edited,
  leaves,
  type Seen,
  type Wanted,
} from '../../domain/registration/edit.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import type { SeatScope } from '../../domain/seats/seats.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { freeSeats } from '../seats/allocate.ts';
import type { SeatShard } from '../seats/seats.ts';
import { type FenceShard, readRoom } from '../seats/waiting-list-fence.ts';

/** An edit that is possible at this moment. */
export type Plan = {
  readonly after: Registration;
  /** The seat counters, if the edit changes seats; otherwise empty. */
  readonly present: readonly SeatShard[];
  /** The fence as it was before the counters were read. */
  readonly fence?: readonly FenceShard[];
};

/** Why the edit is not possible. `full`: the person would lose a seat, or must not wait for one, and none is free. */
export type PlanRefusal =
  | { readonly outcome: 'refused'; readonly reason: EditRefusal }
  | { readonly outcome: 'full'; readonly scope: SeatScope };

/**
 * Plans an edit: the registration after it, with seats that were free a moment ago, or the reason why it is not
 * possible.
 */
export async function planned(
  store: Store,
  { meeting }: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
  now: Date,
): Promise<Plan | PlanRefusal> {
  const { registration: before } = seen;
  // With the present seats at first: the draft shows which category and delegation the person would have, and so which
  // seats are needed.
  const draft = edited(seen, wanted, { meeting, now, seats: before.seats });
  if ('refused' in draft) return { outcome: 'refused', reason: draft.refused };
  const goesOver = leaves(before, wanted, meeting);
  const needs = holdsSeat(draft.status) && goesOver;
  const gives = before.seats.length > 0 && !holdsSeat(draft.status);
  if (!needs && !gives) return { after: draft, present: [] };
  const { fence, present } = await readRoom(store, meeting.id);
  if (!needs) return { after: draft, present, fence };
  const found = freeSeats(meeting, draft, present, before.seats);
  if ('seats' in found) return { after: { ...draft, seats: found.seats }, present, fence };
  if (holdsSeat(before.status) || !meeting.waitingList)
    return { outcome: 'full', scope: found.full };
  const waits = edited(seen, wanted, { meeting, now });
  if ('refused' in waits) return { outcome: 'refused', reason: waits.refused };
  return { after: waits, present, fence };
}
