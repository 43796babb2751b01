import * as z from 'zod';
import { ORGANISATION_KINDS } from '../eligibility/category.ts';
import { ROLES_OF } from '../eligibility/delegation-role.ts';
import { STATE_CODES } from '../eligibility/states.ts';
import { parseReference } from '../registration/reference.ts';
import { email } from '../shared/email-field.ts';
import { UN_LANGUAGES } from '../shared/languages.ts';
import { line, linesWithoutLink, lineWithoutLink, personName } from '../shared/text.ts';

/** The reference of the person that a request is about. */
const reference = line(20).refine((text) => parseReference(text) !== undefined, {
  error: 'reference',
});
const language = z.enum(UN_LANGUAGES, { error: 'choose' });
const roleOf = (representation: 'state' | 'organisation') =>
  z.enum(ROLES_OF[representation], { error: 'choose' });

/** Why a person is declined. That person reads it. */
export const reason = linesWithoutLink(500).pipe(z.string().min(1, { error: 'required' }));

/** The order among people with the same role, from 1. A form sends it as text. */
const order = z
  .union([z.int(), z.string().regex(/^\s*\d{1,3}\s*$/)], { error: 'order' })
  .transform(Number)
  .pipe(z.number().min(1, { error: 'order' }).max(999, { error: 'order' }));

/** The version of a registration that the focal point saw, if given. A form sends it as text. */
const version = z
  .union([z.int(), z.string().regex(/^\s*\d{1,9}\s*$/)], { error: 'type' })
  .transform(Number)
  .optional()
  .describe(
    'The version of the registration that you saw. If it has changed since, the answer is 409.',
  );

const nominee = (representation: 'state' | 'organisation') => ({
  title: lineWithoutLink(40).optional(),
  givenName: personName(),
  familyName: personName(),
  email,
  delegationRole: roleOf(representation),
  language,
});

const both = <Schema>(of: (representation: 'state' | 'organisation') => Schema) => ({
  state: of('state'),
  organisation: of('organisation'),
});

/** The requests of a focal point, by kind of delegation where roles differ. JSON and forms have the same fields. */
export const approveRequest = z.strictObject({ reference, version });
export const declineRequest = z.strictObject({ reference, version, reason });
export const roleRequest = both((representation) =>
  z.strictObject({
    reference,
    delegationRole: roleOf(representation),
    order: order.optional(),
  }),
);
export const nominateRequest = both((representation) => z.strictObject(nominee(representation)));
export const replaceRequest = both((representation) =>
  z.strictObject({ reference, version, ...nominee(representation) }),
);
export const noteRequest = z.strictObject({
  noteReference: line(100),
  noteDate: z.iso.date({ error: 'day' }),
});
/** Which uploaded file becomes the note of nomination. */
export const noteFileRequest = z.strictObject({ upload: z.uuid() });

/** A person whom a focal point nominates. */
export type Nominee = z.infer<(typeof nominateRequest)['state' | 'organisation']>;

const focalPoint = {
  name: personName(),
  email,
  language: language.default('en'),
};

/** Schema of a focal point whom an organiser invites, in a file or on the command line. */
export const invitation = z.union([
  z.strictObject({ state: z.enum(STATE_CODES), ...focalPoint }),
  z.strictObject({
    organisation: lineWithoutLink(200),
    organisationKind: z.enum(ORGANISATION_KINDS),
    ...focalPoint,
  }),
]);
export type Invitation = z.infer<typeof invitation>;
