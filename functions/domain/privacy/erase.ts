import type { Representation } from '../eligibility/category.ts';
import type { DelegationRole } from '../eligibility/delegation-role.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import { transition } from '../registration/transitions.ts';
import { scopesOf } from '../seats/seats.ts';

/** The role that says least about a person. A head of delegation is easy to identify. */
const PLAIN_ROLE: Readonly<Record<Representation, DelegationRole>> = {
  state: 'delegate',
  organisation: 'representative',
  individual: 'observer',
};

/**
 * What remains of a registration after erasure: the category, the State, the status and the dates. The organisation
 * goes, because an organisation with one person identifies that person. The result lists the fields to keep, so that
 * fields added to registrations later are erased by default.
 *
 * A live registration becomes withdrawn. After the meeting its status and seat stay, because they are counted.
 */
export function erased(
  before: Registration,
  { meeting, now }: { meeting: Meeting; now: Date },
): Registration {
  const at = now.toISOString();
  const withdrawn = transition(before, { move: 'withdraw' }, { meeting, now });
  const standing = 'refused' in withdrawn ? before : withdrawn;
  const { decision } = standing;
  const kept: Registration = {
    meetingId: before.meetingId,
    reference: before.reference,
    // No secret is valid, so the private link stops working.
    secret: '',
    status: standing.status,
    category: before.category,
    categoryReason: before.categoryReason,
    version: before.version + 1,
    representation: before.representation,
    state: before.state,
    delegationRole: PLAIN_ROLE[before.representation],
    language: 'en',
    visaLetter: false,
    listConsent: 'none',
    seats: [],
    registeredAt: before.registeredAt,
    updatedAt: at,
    waitingSince: standing.waitingSince,
    offeredUntil: standing.offeredUntil,
    decision: decision && { by: decision.by, at: decision.at },
    withdrawnAt: standing.withdrawnAt,
    withdrawnBecause: standing.withdrawnBecause,
    fromRoster: before.fromRoster,
    erasedAt: at,
  };
  const scopes: readonly string[] = scopesOf(meeting, kept);
  return { ...kept, seats: standing.seats.filter(({ scope }) => scopes.includes(scope)) };
}
