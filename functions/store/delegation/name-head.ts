import type { Delegation } from '../../domain/delegation/delegation.ts';
import { besideHead, formerHeads } from '../../domain/delegation/delegation-roles.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import type { Store } from '../platform/client.ts';
import { type Change, type CommitExtras, commit } from '../registration/commit.ts';
import { headLock, peopleBut } from '../registration/head-of-delegation.ts';
import { linkCheck } from './delegation.ts';
import { placeChanges } from './nominee.ts';

/**
 * How many people change their role in one transaction. Each takes two of its hundred writes, and it has other writes
 * too.
 */
const AT_ONCE = 30;

/** The role changes that the next transaction makes. Former heads come first, because they are at the end of the list. */
export function atOnce<One>(changed: readonly One[]): readonly One[] {
  return changed.slice(-AT_ONCE);
}

/**
 * Commits changes with which a focal point names somebody. If the person is named as head, former heads lose that role
 * in the same transaction. If they are too many for it, some of them lose it in transactions before. A person who is
 * named as head and has no seat does not replace a head with a seat: see `besideHead`.
 *
 * @param leaving the reference of the person who leaves with the same changes.
 * @returns the person who was named, with the role that they got; `again` if there was a conflict, or if more is left
 * to do.
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
