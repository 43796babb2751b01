import type { OrganisationKind, Representation } from './category.ts';

/** Whom somebody represents, as the fields of a registration say it. */
export type RepresentedFields = {
  readonly representation: Representation;
  /** ISO 3166-1 alpha-2, or `EU`; only of a State. */
  readonly state?: string | undefined;
  /** Only of an organisation. */
  readonly organisation?: string | undefined;
  readonly organisationKind?: OrganisationKind | undefined;
};

/** Whether somebody belongs to a delegation: not individuals, nor whoever has erased for whom they came. */
export const hasDelegation = (who: Pick<RepresentedFields, 'state' | 'organisation'>): boolean =>
  (who.state ?? who.organisation) !== undefined;

/** The delegation somebody belongs to, as a key: one State, one organisation, or oneself. */
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
