import type { Delegation } from '../../domain/delegation/delegation.ts';
import { besideHead, formerHeads } from '../../domain/delegation/delegation-roles.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { type Change, type CommitExtras, commit } from '../registration/commit.ts';
import { headLock, peopleBut } from '../registration/head-of-delegation.ts';
import { linkCheck } from './delegation.ts';
import { placeChanges } from './nominee.ts';

/** How many people change their role in one transaction: each takes two of its hundred writes, and others stand beside. */
const AT_ONCE = 30;

/** The changes of roles that are made next, where they may be too many for one transaction: former formerHeadChanges go first. */
export function atOnce<One>(changed: readonly One[]): readonly One[] {
  return changed.slice(-AT_ONCE);
}

/**
 * Commits changes by which a focal point names somebody. Where it is as head, whoever was head ceases to be so in
 * the same transaction; where they are more than it takes, some of them just before. Whoever is to wait for a seat
 * takes nothing from a head who has one: see besideHead.
 *
 * @param leaving who leaves with the same changes.
 * @returns who was named, with the role that they have; `again` where something stood in the way, or is left to be done.
 */
export async function commitNamed(
  store: Store,
  stored: StoredMeeting,
  delegation: Delegation,
  changes: readonly Change[],
  named: Registration,
  {
    now,
    deadline,
    fence,
    leaving,
  }: Pick<CommitExtras, 'fence'> & {
    readonly now: Date;
    readonly deadline: number;
    readonly leaving?: string;
  },
): Promise<Registration | 'again' | 'link-ceased'> {
  const asHead = named.delegationRole === 'head';
  const writes = asHead ? [await headLock(store, delegation)] : [];
  const people = asHead ? await peopleBut(store, delegation, leaving) : [];
  const after = asHead && !holdsSeat(named.status) ? besideHead(named, people) : named;
  const isHead = after.delegationRole === 'head';
  const former = isHead ? formerHeads(people, named.reference, now) : [];
  const batch = atOnce(former);
  const isLast = batch.length === former.length;
  const formerHeadChanges = placeChanges(people, batch);
  const naming = changes.map((one) => (one.after === named ? { ...one, after } : one));
  const conflicts = await commit(
    store,
    stored,
    isLast ? [...naming, ...formerHeadChanges] : formerHeadChanges,
    {
      now,
      deadline,
      extras: { link: linkCheck(store, delegation), writes, ...(isLast && { fence }) },
    },
  );
  if (conflicts.has('link')) return 'link-ceased';
  return isLast && conflicts.size === 0 ? after : 'again';
}
