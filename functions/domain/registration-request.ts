import * as z from 'zod';
import { ORGANISATION_KINDS, type Representation } from './category.ts';
import { email } from './email-field.ts';
import { UN_LANGUAGES } from './languages.ts';
import { LIST_CONSENTS } from './registration.ts';
import { ROLES_OF } from './roles.ts';
import { STATE_CODES } from './states.ts';
import { line, lines, lineWithoutLink, personName } from './text.ts';

const person = {
  title: lineWithoutLink(40).optional(),
  givenName: personName(),
  familyName: personName(),
  position: line(200).optional(),
  institution: line(200).optional(),
  email,
  phone: line(40)
    .regex(/^\+?[0-9][0-9 ()./-]{3,28}[0-9]$/, { error: 'phone' })
    .optional(),
  /** The language in which Plenary writes to this person. */
  language: z.enum(UN_LANGUAGES, { error: 'choose' }),
  dietary: lines(500).optional(),
  accessibility: lines(500).optional(),
  visaLetter: z.boolean({ error: 'yes-or-no' }).default(false),
  listConsent: z.enum(LIST_CONSENTS, { error: 'choose' }),
  privacyNotice: z.literal(true, { error: 'accept' }),
  /** What an invitation brought: see codes.ts. */
  code: line(40).optional(),
};

const role = (representation: Representation) =>
  z.enum(ROLES_OF[representation], { error: 'choose' });

const ofState = {
  representation: z.literal('state'),
  state: z.enum(STATE_CODES, { error: 'choose' }),
};
const ofOrganisation = {
  representation: z.literal('organisation'),
  organisation: lineWithoutLink(200),
  organisationKind: z.enum(ORGANISATION_KINDS, { error: 'choose' }),
};
const ofIndividual = { representation: z.literal('individual') };

/** Whom somebody represents: the first question of the form, on which the category depends. */
export const representedRequest = z.discriminatedUnion(
  'representation',
  [z.strictObject(ofState), z.strictObject(ofOrganisation), z.strictObject(ofIndividual)],
  { error: 'choose' },
);
export type RepresentedRequest = z.infer<typeof representedRequest>;

/**
 * What a participant sends: the same fields in JSON and in the form. Parsed once, at the edge.
 * Errors carry a code (`required`, `too-long`, `choose` …) as their message; the catalogue has the
 * wording of each for its field.
 */
export const registrationRequest = z.discriminatedUnion(
  'representation',
  [
    z.strictObject({ ...ofState, delegationRole: role('state'), ...person }),
    z.strictObject({ ...ofOrganisation, delegationRole: role('organisation'), ...person }),
    z.strictObject({ ...ofIndividual, delegationRole: role('individual'), ...person }),
  ],
  { error: 'choose' },
);
export type RegistrationRequest = z.infer<typeof registrationRequest>;
