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

/** An edit as it can be made at this moment. */
export type Plan = {
  readonly after: Registration;
  /** The counters as they are, where the edit touches seats. */
  readonly present: readonly SeatShard[];
  /** The fence as they were before the counters. */
  readonly fence?: readonly FenceShard[];
};

/** Why there is none. `full`: somebody would give up a seat, or may not wait for one, and there is none. */
export type PlanRefusal =
  | { readonly outcome: 'refused'; readonly reason: EditRefusal }
  | { readonly outcome: 'full'; readonly scope: SeatScope };

/** The registration as it would be, with seats that were free a moment ago, or why it cannot be. */
export async function planned(
  store: Store,
  { meeting }: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
  now: Date,
): Promise<Plan | PlanRefusal> {
  const { registration: before } = seen;
  // On the seats it has: where to it would go decides which it needs there.
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
