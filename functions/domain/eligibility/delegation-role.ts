import type { Representation } from './category.ts';

/** The roles in a delegation, in the order of a list of participants. */
export const DELEGATION_ROLES = [
  'head',
  'alternate',
  'delegate',
  'focal-point',
  'adviser',
  'representative',
  'observer',
  'resource-person',
  'staff',
] as const;
export type DelegationRole = (typeof DELEGATION_ROLES)[number];

/** The roles for each kind of representation. The form offers these. */
export const ROLES_OF: Readonly<Record<Representation, readonly DelegationRole[]>> = {
  state: ['head', 'alternate', 'delegate', 'focal-point', 'adviser', 'observer'],
  organisation: ['head', 'representative', 'observer', 'resource-person', 'staff'],
  individual: ['resource-person', 'observer'],
};
