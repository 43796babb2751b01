import * as z from 'zod';
import { ORGANISATION_KINDS } from '../eligibility/category.ts';
import { DELEGATION_ROLES } from '../eligibility/delegation-role.ts';
import { STATE_CODES } from '../eligibility/states.ts';
import { line, personName } from '../shared/text.ts';

const person = {
  delegationRole: z.enum(DELEGATION_ROLES),
  title: line(40).optional(),
  givenName: personName().optional(),
  familyName: personName().optional(),
  position: line(200).optional(),
  institution: line(200).optional(),
};

/**
 * Schema of a person who took part in a meeting that was not run on Plenary, according to public sources. Names may be
 * missing: sometimes only the delegation is known.
 */
export const rosterEntry = z.discriminatedUnion('representation', [
  z.strictObject({ representation: z.literal('state'), state: z.enum(STATE_CODES), ...person }),
  z.strictObject({
    representation: z.literal('organisation'),
    organisation: line(200),
    organisationKind: z.enum(ORGANISATION_KINDS),
    ...person,
  }),
  z.strictObject({ representation: z.literal('individual'), ...person }),
]);
export type RosterEntry = z.infer<typeof rosterEntry>;
