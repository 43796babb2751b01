import * as z from 'zod';
import { ORGANISATION_KINDS } from '../eligibility/category.ts';
import { ROLES_OF } from '../eligibility/delegation-role.ts';
import { STATE_CODES } from '../eligibility/states.ts';
import { parseReference } from '../registration/reference.ts';
import { email } from '../shared/email-field.ts';
import { UN_LANGUAGES } from '../shared/languages.ts';
import { line, linesWithoutLink, lineWithoutLink, personName } from '../shared/text.ts';

/** Whom a focal point speaks of. */
const reference = line(20).refine((text) => parseReference(text) !== undefined, {
  error: 'reference',
});
const language = z.enum(UN_LANGUAGES, { error: 'choose' });
const roleOf = (representation: 'state' | 'organisation') =>
  z.enum(ROLES_OF[representation], { error: 'choose' });

/** Why somebody is declined, as it is told to them. */
export const reason = linesWithoutLink(500).pipe(z.string().min(1, { error: 'required' }));

/** The place of somebody among those of the same role: 1 is first. A form sends it as text. */
const order = z
  .union([z.int(), z.string().regex(/^\s*\d{1,3}\s*$/)], { error: 'order' })
  .transform(Number)
  .pipe(z.number().min(1, { error: 'order' }).max(999, { error: 'order' }));

/** The version of a registration that a focal point has seen, where they say so. A form sends it as text. */
const version = z
  .union([z.int(), z.string().regex(/^\s*\d{1,9}\s*$/)], { error: 'type' })
  .transform(Number)
  .optional()
  .describe('Of the person, as seen. Should they have changed since, nothing is done: 409.');

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

/** What a focal point sends, by kind of delegation where roles differ. The same fields in JSON and in forms. */
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
/** Which of the files that were sent is to be kept. */
export const noteFileRequest = z.strictObject({ upload: z.uuid() });

/** Somebody who is nominated. */
export type Nominee = z.infer<(typeof nominateRequest)['state' | 'organisation']>;

const focalPoint = {
  name: personName(),
  email,
  language: language.default('en'),
};

/** A focal point as an organiser names one, in a list or on the command line. */
export const invitation = z.union([
  z.strictObject({ state: z.enum(STATE_CODES), ...focalPoint }),
  z.strictObject({
    organisation: lineWithoutLink(200),
    organisationKind: z.enum(ORGANISATION_KINDS),
    ...focalPoint,
  }),
]);
export type Invitation = z.infer<typeof invitation>;
