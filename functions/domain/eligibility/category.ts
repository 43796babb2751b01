import type { Convention, PartyReason } from './convention.ts';
import { statusOn } from './convention.ts';

/**
 * The capacity in which a person attends, in the order of a list of participants: Parties, observers, organisations,
 * then the people who run the meeting.
 */
export const CATEGORIES = [
  'party',
  'observer-state',
  'associate-member',
  'igo',
  'ngo',
  'guest',
  'media',
  'host',
  'secretariat',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The kinds of organisations. Each kind is a category. */
export const ORGANISATION_KINDS = ['igo', 'ngo', 'media', 'host', 'secretariat'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whom a participant speaks for: a State, an organisation, or nobody else. */
export const REPRESENTATIONS = ['state', 'organisation', 'individual'] as const;
export type Representation = (typeof REPRESENTATIONS)[number];

/** Whom a participant represents, with the fields on which the category depends. */
export type Represented =
  | { readonly representation: 'state'; readonly state: string }
  | { readonly representation: 'organisation'; readonly organisationKind: OrganisationKind }
  | { readonly representation: 'individual' };

/** Why a person has a category, as plain data. `language/reason.ts` puts it into words. */
export type CategoryReason =
  | PartyReason
  | { readonly code: 'organisation-kind'; readonly organisationKind: OrganisationKind }
  | { readonly code: 'individual' };

export type CategoryDecision = { readonly category: Category; readonly reason: CategoryReason };

/**
 * Computes the category of a participant. The form never asks for it. A State is a Party or an observer by its status
 * on the first day of the meeting. An Associate Member of UNESCO that is not a Party is an `associate-member`. An
 * organisation has the category of its kind. An individual is a guest.
 *
 * @param convention the treaty whose Parties meet.
 * @param date the first day of the meeting, `YYYY-MM-DD`.
 */
export function categoryOf(
  represented: Represented,
  convention: Convention,
  date: string,
): CategoryDecision {
  if (represented.representation === 'individual')
    return { category: 'guest', reason: { code: 'individual' } };
  if (represented.representation === 'organisation') {
    const { organisationKind } = represented;
    return { category: organisationKind, reason: { code: 'organisation-kind', organisationKind } };
  }
  const { state } = represented;
  const status = statusOn(convention, state, date);
  if (status.party) return { category: 'party', reason: status.reason };
  const associate = status.reason.code === 'associate-member';
  return { category: associate ? 'associate-member' : 'observer-state', reason: status.reason };
}
