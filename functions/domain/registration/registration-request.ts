import * as z from 'zod';
import { ORGANISATION_KINDS, type Representation } from '../eligibility/category.ts';
import { ROLES_OF } from '../eligibility/delegation-role.ts';
import { STATE_CODES } from '../eligibility/states.ts';
import type { Answers } from '../meeting/question.ts';
import { email } from '../shared/email-field.ts';
import { UN_LANGUAGES } from '../shared/languages.ts';
import { line, lines, lineWithoutLink, personName } from '../shared/text.ts';
import { LIST_CONSENTS } from './registration.ts';

/** The types of answers, for readers of the OpenAPI document. */
const ANSWER_TYPES = [
  { type: 'string' as const },
  { type: 'number' as const },
  { type: 'boolean' as const },
  { type: 'array' as const, items: { type: 'string' as const } },
  // No answer, the same as a missing field.
  { type: 'null' as const },
];

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
  /** The code from an invitation: see codes.ts. */
  code: line(40).optional(),
  /** By question id. answers.ts checks the answers with the questions of the meeting. */
  answers: z
    .record(z.string(), z.unknown().meta({ oneOf: ANSWER_TYPES }), { error: 'type' })
    .meta({
      description:
        'Answers to the meeting’s own questions, by the id of the question: a text for text, long-text, choice and date (YYYY-MM-DD), a number, true for yes, a list of texts for choices. Leave out questions that the person is not asked: their answers are not stored.',
    })
    .optional(),
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

/** Whom a person represents. It is the first question of the form, and the category depends on it. */
export const representedRequest = z.discriminatedUnion(
  'representation',
  [z.strictObject(ofState), z.strictObject(ofOrganisation), z.strictObject(ofIndividual)],
  { error: 'choose' },
);
export type RepresentedRequest = z.infer<typeof representedRequest>;

/**
 * What a participant submits, with the same fields in JSON and in the form. It is parsed once, at the edge. Errors
 * carry a code (`required`, `too-long`, `choose` …) as their message. The catalogue has the wording of each code.
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

/** A request with checked answers. */
export type CheckedRequest = RegistrationRequest & { readonly answers: Answers };
