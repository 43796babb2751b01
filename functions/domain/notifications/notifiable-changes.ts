import type { Registration } from '../registration/registration.ts';
import { isSameAddress } from '../shared/email.ts';

/** Whom somebody represents. */
export const REPRESENTED_FIELDS = [
  'representation',
  'state',
  'organisation',
  'organisationKind',
] as const satisfies readonly (keyof Registration)[];

/** What a participant is told of when it changes. A telephone number or a need is not among it. */
export const TOLD_CHANGES = ['name', 'representation', 'role', 'email'] as const;
export type ToldChange = (typeof TOLD_CHANGES)[number];

const FIELDS_OF: Readonly<Record<ToldChange, readonly (keyof Registration)[]>> = {
  name: ['title', 'givenName', 'familyName'],
  representation: REPRESENTED_FIELDS,
  role: ['delegationRole'],
  email: ['email'],
};

/** Of what has changed, that which the participant is told of. */
export function toldChanges(before: Registration, after: Registration): ToldChange[] {
  return TOLD_CHANGES.filter((told) =>
    FIELDS_OF[told].some((field) =>
      field === 'email'
        ? !isSameAddress(before.email, after.email)
        : before[field] !== after[field],
    ),
  );
}

/** Whether the participant is written to: something important has changed, or where the registration stands. */
export function isWorthTelling(before: Registration, after: Registration): boolean {
  return before.status !== after.status || toldChanges(before, after).length > 0;
}
