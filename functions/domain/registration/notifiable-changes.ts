import { emailKey } from '../shared/email.ts';
import { isLive, type Registration } from './registration.ts';

/** The fields that say whom a person represents. */
export const REPRESENTED_FIELDS = [
  'representation',
  'state',
  'organisation',
  'organisationKind',
] as const satisfies readonly (keyof Registration)[];

/**
 * The changes of a registration that are worth a message to its participant. Changes of a telephone number or an answer
 * are not.
 */
export const NOTIFIABLE_CHANGES = ['name', 'representation', 'role', 'email'] as const;
export type NotifiableChange = (typeof NOTIFIABLE_CHANGES)[number];

/** The fields that a message to a participant names. */
export type NotifiableDetails = Pick<
  Registration,
  | 'title'
  | 'givenName'
  | 'familyName'
  | (typeof REPRESENTED_FIELDS)[number]
  | 'delegationRole'
  | 'email'
>;

const FIELDS_OF: Readonly<Record<NotifiableChange, readonly (keyof NotifiableDetails)[]>> = {
  name: ['title', 'givenName', 'familyName'],
  representation: REPRESENTED_FIELDS,
  role: ['delegationRole'],
  email: ['email'],
};

/** The notifiable details that differ. E-mail addresses are compared without regard to case. */
export function notifiableChanges(
  before: NotifiableDetails,
  after: NotifiableDetails,
): NotifiableChange[] {
  return NOTIFIABLE_CHANGES.filter((change) =>
    FIELDS_OF[change].some((field) =>
      field === 'email'
        ? emailKey(before.email ?? '') !== emailKey(after.email ?? '')
        : before[field] !== after[field],
    ),
  );
}

/** True if a change of a registration is worth a message to its participant. */
export function isNotifiable(before: Registration, after: Registration): boolean {
  return (
    before.status !== after.status ||
    before.offeredUntil !== after.offeredUntil ||
    (isLive(after.status) && notifiableChanges(before, after).length > 0)
  );
}
