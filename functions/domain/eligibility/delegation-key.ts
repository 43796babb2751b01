import type { OrganisationKind, Representation } from './category.ts';

/** Whom a person represents, as a registration stores it. */
export type RepresentedFields = {
  readonly representation: Representation;
  /** ISO 3166-1 alpha-2 code, or `EU`. Only for a State. */
  readonly state?: string | undefined;
  /** Only for an organisation. */
  readonly organisation?: string | undefined;
  readonly organisationKind?: OrganisationKind | undefined;
};

/** True if a person belongs to a delegation. False for individuals, and after erasure if no State is left. */
export const hasDelegation = (who: Pick<RepresentedFields, 'state' | 'organisation'>): boolean =>
  (who.state ?? who.organisation) !== undefined;

/** The key of a person's delegation: one State, one organisation, or the individual alone. */
export function delegationKey(
  who: Pick<RepresentedFields, 'representation' | 'state' | 'organisation'> & {
    readonly reference: string;
  },
): string {
  if (who.representation === 'state') return `state:${who.state}`;
  if (who.representation === 'organisation')
    return `organisation:${who.organisation?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
  return `individual:${who.reference}`;
}
