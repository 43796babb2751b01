import type { Representation } from '../eligibility/category.ts';
import type { DelegationRole } from '../eligibility/delegation-role.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import { transition } from '../registration/transitions.ts';
import { scopesOf } from '../seats/seats.ts';

/** The part that says least of whoever had it: one head of delegation is easily found. */
const PLAIN_ROLE: Readonly<Record<Representation, DelegationRole>> = {
  state: 'delegate',
  organisation: 'representative',
  individual: 'observer',
};

/**
 * What is left of a registration once its participant is erased: that somebody of this category, and of
 * this State, registered and what became of it, with the dates. The organisation goes, as one that
 * sends one person names that person. It is made of what is kept and not by taking away, so that whatever a registration comes to hold
 * later goes by itself.
 *
 * Somebody who still takes part withdraws with it. After the meeting the state and the seat stay, as they are
 * what is counted.
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
    // Nothing is the right secret: the private link leads nowhere.
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
