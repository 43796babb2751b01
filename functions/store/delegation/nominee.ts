import { randomBytes } from 'node:crypto';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Nominee } from '../../domain/delegation/delegation-request.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { referenceFrom } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { Change } from '../registration/commit.ts';

/** What a nomination needs of the delegation: whom it is for, and on which footing. */
export type Footing = Pick<
  Registration,
  'representation' | 'state' | 'organisation' | 'organisationKind' | 'category' | 'categoryReason'
>;

/**
 * The registration of somebody whom a focal point names. Its owner has not been asked yet: nothing is agreed to,
 * and it is listed nowhere until they say otherwise.
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

/** Changes of the people of a delegation that are told to nobody: their roles and places. */
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
