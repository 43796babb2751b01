/** The fields about the State or organisation. */
export const REPRESENTED = ['representation', 'state', 'organisation', 'organisationKind'];

/** The fields about the State or organisation that belong to the chosen representation. */
export function representedPart(fields: Readonly<Record<string, unknown>>) {
  const { representation, state, organisation, organisationKind } = fields;
  if (representation === 'state') return { representation, state };
  if (representation === 'organisation') return { representation, organisation, organisationKind };
  return { representation };
}
