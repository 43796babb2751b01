import { randomBytes } from 'node:crypto';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Nominee } from '../../domain/delegation/delegation-request.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { referenceFrom } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { Change } from '../registration/commit.ts';

/** What a nomination takes from the delegation: the representation, and the category with its reason. */
export type Footing = Pick<
  Registration,
  'representation' | 'state' | 'organisation' | 'organisationKind' | 'category' | 'categoryReason'
>;

/**
 * Builds the registration of a person whom a focal point nominates. The person has accepted no privacy notice yet, and
 * is on no public list.
 */
export function nomineeOf(
  meeting: Meeting,
  { focalPoint }: Delegation,
  footing: Footing,
  nominee: Nominee,
  now: Date,
): Omit<Registration, 'status' | 'seats'> {
  const at = now.toISOString();
  const { representation, state, organisation, organisationKind, category, categoryReason } =
    footing;
  return {
    ...nominee,
    representation,
    state,
    organisation,
    organisationKind,
    category,
    categoryReason,
    meetingId: meeting.id,
    reference: referenceFrom(meeting.referencePrefix, randomBytes(5)),
    secret: randomBytes(16).toString('base64url'),
    version: 1,
    visaLetter: false,
    listConsent: 'none',
    nominated: true,
    nominatedBy: focalPoint.name,
    decision: { by: 'focal-point', at },
    registeredAt: at,
    updatedAt: at,
    lastMessageAt: at,
  };
}

/** The changes of roles and order in a delegation. They cause no notices. */
export function placeChanges(
  people: readonly Registration[],
  changed: readonly Registration[],
): readonly Change[] {
  return changed.map((after) => ({
    before: people.find(({ reference }) => reference === after.reference),
    after,
    audit: { action: 'role-set', actor: 'focal-point', detail: after.delegationRole },
  }));
}
