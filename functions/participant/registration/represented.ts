/** The fields that say whom somebody represents. */
export const REPRESENTED = ['representation', 'state', 'organisation', 'organisationKind'];

/** Of all fields those that say whom somebody represents, as far as they belong to the kind chosen. */
export function representedPart(fields: Readonly<Record<string, unknown>>) {
  const { representation, state, organisation, organisationKind } = fields;
  if (representation === 'state') return { representation, state };
  if (representation === 'organisation') return { representation, organisation, organisationKind };
  return { representation };
}
