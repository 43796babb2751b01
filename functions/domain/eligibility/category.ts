import type { Convention, PartyReason } from './convention.ts';
import { statusOn } from './convention.ts';

/**
 * The footing on which somebody attends, in the order of a list of participants: Parties, then
 * observers, then organisations, then the people who run the meeting.
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

/** What kind of organisation somebody represents; each kind is a category of its own. */
export const ORGANISATION_KINDS = ['igo', 'ngo', 'media', 'host', 'secretariat'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whom a participant speaks for. */
export const REPRESENTATIONS = ['state', 'organisation', 'individual'] as const;
export type Representation = (typeof REPRESENTATIONS)[number];

/** Whom a participant represents, as far as the category depends on it. */
export type Represented =
  | { readonly representation: 'state'; readonly state: string }
  | { readonly representation: 'organisation'; readonly organisationKind: OrganisationKind }
  | { readonly representation: 'individual' };

/** Why a category was given: plain data, put into words by `language/reason.ts`. */
export type CategoryReason =
  | PartyReason
  | { readonly code: 'organisation-kind'; readonly organisationKind: OrganisationKind }
  | { readonly code: 'individual' };

export type CategoryDecision = { readonly category: Category; readonly reason: CategoryReason };

/**
 * The category of a participant. It is computed and never asked: a State is a Party or an observer
 * by its status on the first day of the meeting, an Associate Member of UNESCO that is
 * not a Party is one, an organisation is what it is, and an individual is a guest.
 *
 * @param convention the treaty whose Parties meet.
 * @param date first day of the meeting, `YYYY-MM-DD`.
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
